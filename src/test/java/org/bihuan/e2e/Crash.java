package org.bihuan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.microsoft.playwright.PlaywrightException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The server is killed (SIGKILL) while people work; started again, it has lost nothing and repeats nothing. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class Crash extends CrashBed {

    static final String HANDLER = "dangjianban-jingbanren";
    static final String HEAD = "dangjianban-fuzeren";
    static final String SUPERVISOR = "ducha";

    private static final String REMINDED = "XH2025-P02-M03";
    private static final String RECEIVED = "XH2025-P05-M03";
    private static final String WORKED_ON = "XH2025-P05-M02";
    private static final String WHOLE_WAY = "XH2025-P05-M04";
    static final String WAITING = "XH2025-P05-M05";

    static final String ACKNOWLEDGE = "签收整改措施";
    private static final String CARRY_OUT = "落实整改措施";
    private static final String REPORT = "整改进展和成效";

    /** So large and so slow that the upload is still running when the server is killed. */
    private static final int SLOW_UPLOAD_BYTES = 6_000_000;

    private static final int BYTES_PER_SECOND = 150_000;

    static String[] with(String[] arguments, String... more) {
        return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    @Order(1)
    @Tag("slow")
    void a_timer_that_is_running_when_the_server_is_killed_runs_once() {
        product().launch();
        awaitDatabase();
        HeldRow row = hold(REMINDED);
        try {
            row.awaitWriter();
        } finally {
            // The row is let go only when nobody is left who could go on.
            product().kill();
            row.close();
        }
        look(books -> assertThat(books.entries(REMINDED, "measure.reminded")).isZero());
        product().start();
        await("the timer has run", books -> books.dueJobs() == 0);
        look(books -> assertThat(books.entries(REMINDED, "measure.reminded")).isOne());
        assertConsistent();
    }

    @Test
    @Order(2)
    void a_completing_task_and_an_upload_that_are_running_when_the_server_is_killed_leave_no_trace() {
        startIfDead();
        Path file = file("巡察整改专题会议纪要.txt", SLOW_UPLOAD_BYTES);
        try (User receiver = User.demo(product(), HANDLER);
                User uploader = User.demo(product(), HANDLER)) {
            receiver.openTask(RECEIVED, ACKNOWLEDGE);
            uploader.openTask(WORKED_ON, CARRY_OUT).fill(REPORT, "已召开两次专题会议。");
            await("the half-filled form is kept", books -> books.drafts().stream()
                    .anyMatch(d -> d.contains("两次")));
            uploader.slowUploads(BYTES_PER_SECOND).startUpload("会议记录", file);
            try (HeldRow row = hold(RECEIVED)) {
                receiver.button("签收").click();
                row.awaitWriter();
                awaitPartOf(SLOW_UPLOAD_BYTES);
                product().kill();
            }
            product().start();
            look(books -> {
                assertThat(books.state(RECEIVED)).isEqualTo("ASSIGNED");
                assertThat(books.entries(RECEIVED, "measure.acknowledged")).isZero();
                assertThat(books.files(WORKED_ON)).isEmpty();
            });
            assertConsistent();
            receiver.signInAnew().openTask(RECEIVED, ACKNOWLEDGE).finish(RECEIVED, ACKNOWLEDGE, "签收");
            uploader.signInAnew().openTask(WORKED_ON, CARRY_OUT).upload("会议记录", file);
            assertThat(uploader.field(REPORT).inputValue()).isEqualTo("已召开两次专题会议。");
        }
        look(books -> assertThat(books.files(WORKED_ON)).containsExactly(String.valueOf(file.getFileName())));
        assertConsistent();
    }

    /** Received in part: something is in the staging folder, and not all of it. */
    private void awaitPartOf(long whole) {
        Path staging = product().dataFolder().resolve("evidence/tmp");
        Awaitility.await("a part of the upload has arrived")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    try (Stream<Path> parts = Files.list(staging)) {
                        List<Long> sizes = parts.map(Crash::size).toList();
                        return sizes.size() == 1 && sizes.get(0) > 0 && sizes.get(0) < whole;
                    }
                });
    }

    @Test
    @Order(3)
    @Tag("slow")
    void a_measure_goes_its_whole_way_once_although_the_server_is_killed_at_any_moment() {
        startIfDead();
        long seed = Long.getLong("bihuan.test.seed", System.nanoTime());
        System.out.println("Crash test: -Dbihuan.test.seed=" + seed);
        Random random = new Random(seed);
        List<Step> way = way();
        List<Integer> kills =
                random.ints(0, way.size()).distinct().limit(3).boxed().toList();
        try (User handler = User.demo(product(), HANDLER);
                User head = User.demo(product(), HEAD);
                User supervisor = User.demo(product(), SUPERVISOR)) {
            List<User> people = List.of(handler, head, supervisor);
            for (int i = 0; i < way.size(); i++) {
                Step step = way.get(i);
                User person = people.get(step.person());
                if (kills.contains(i)) {
                    killDuring(step, person, random.nextInt(700));
                    people.forEach(User::signInAnew);
                }
                look(books -> {
                    if (!step.done().test(books)) {
                        step.act().accept(person);
                    }
                });
                await("step done", step.done());
            }
        }
        assertConsistent();
        look(books -> {
            for (String action : List.of(
                    "measure.acknowledged",
                    "evidence.added",
                    "measure.submitted",
                    "measure.reviewed",
                    "measure.accepted")) {
                assertThat(books.entries(WHOLE_WAY, action)).as(action).isOne();
            }
        });
    }

    /** Kills the server some milliseconds after the person has begun; what the screen has confirmed must stand. */
    private void killDuring(Step step, User person, int delay) {
        ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
        boolean confirmed;
        try {
            ScheduledFuture<?> kill = killer.schedule(product()::kill, delay, TimeUnit.MILLISECONDS);
            confirmed = confirms(step, person);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(kill::isDone);
        } finally {
            killer.shutdown();
        }
        product().start();
        look(books -> {
            if (confirmed) {
                assertThat(step.done()).accepts(books);
            }
        });
        assertConsistent();
    }

    private static boolean confirms(Step step, User person) {
        person.patience(5_000);
        try {
            step.act().accept(person);
            return true;
        } catch (PlaywrightException connectionLost) {
            return false;
        } finally {
            person.patience(User.PATIENCE);
        }
    }

    /** One act at the screen and how the database says that it is done. */
    private record Step(int person, java.util.function.Consumer<User> act, Predicate<Consistency> done) {}

    private List<Step> way() {
        Path proof = file("制度汇编（定稿）.txt", 2_000);
        List<Step> way = new ArrayList<>();
        way.add(new Step(
                0,
                user -> user.openTask(WHOLE_WAY, ACKNOWLEDGE).finish(WHOLE_WAY, ACKNOWLEDGE, "签收"),
                books -> !books.state(WHOLE_WAY).equals("ASSIGNED")));
        way.add(new Step(
                0, user -> user.openTask(WHOLE_WAY, CARRY_OUT).upload("文件制度", proof), books -> !books.files(WHOLE_WAY)
                        .isEmpty()));
        way.add(new Step(
                0,
                user -> user.openTask(WHOLE_WAY, CARRY_OUT)
                        .fill(REPORT, "制度已印发。")
                        .finish(WHOLE_WAY, CARRY_OUT, "提交审核"),
                books -> !books.state(WHOLE_WAY).equals("IN_PROGRESS")));
        way.add(judge(1, "审核整改情况", "SUBMITTED"));
        way.add(judge(2, "验收整改措施", "REVIEWED"));
        return way;
    }

    private static Step judge(int person, String step, String before) {
        return new Step(
                person,
                user -> user.openTask(WHOLE_WAY, step)
                        .claimIfOffered()
                        .fill("意见", "情况属实。")
                        .finish(WHOLE_WAY, step, "通过"),
                books -> !books.state(WHOLE_WAY).equals(before));
    }

    void startIfDead() {
        if (!product().alive()) {
            product().start();
        }
    }

    private static Path file(String name, int size) {
        Path file = Path.of("target", "crash", name).toAbsolutePath();
        String line = "会议议题、参会人员、议定事项。" + LocalDate.now() + "\n";
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, line.repeat(size / line.length() / 2 + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }
}
