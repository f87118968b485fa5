package org.bihuan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.bihuan.worklist.Inbox;
import org.bihuan.worklist.WorkItemRow;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;

/** The list of a head of an office: what is theirs and what their posts may claim, by due date. */
final class MyWork {

    private static final int PAGE = 50;

    /** Target at the largest number of tasks, in milliseconds. */
    private static final double TARGET = 1.5;

    private final ProductSide product;
    private final Inbox inbox;
    private final TaskService engine;
    private final Report report;
    private final List<Double> firsts = new ArrayList<>();

    MyWork(ProductSide product, Report report) {
        this.product = product;
        this.inbox = product.bean(Inbox.class);
        this.engine = product.bean(TaskService.class);
        this.report = report;
    }

    void run(List<Integer> sizes, int pages) {
        product.as(Step.Who.VERIFIER, () -> {
            Actor actor = product.bean(CurrentActor.class).require();
            TaskFill fill = new TaskFill(
                    product.database(),
                    actor.personId(),
                    actor.posts().stream().map(post -> post.id()).toList());
            for (int tasks : sizes) {
                fill.upTo(tasks);
                at(tasks, pages, actor);
            }
        });
        report.atMost(
                "first page at %,d against at %,d tasks".formatted(sizes.get(sizes.size() - 1), sizes.get(0)),
                firsts.get(firsts.size() - 1) / firsts.get(0),
                2,
                "x");
    }

    private void at(int tasks, int pages, Actor actor) {
        report.title("(a) my work, %d rows by due date, at %,d open tasks".formatted(PAGE, tasks));
        // The list as it is scrolled: the deep page begins behind a row well down the list.
        int depth = Math.min(tasks / 100, 900);
        WorkItemRow before = inbox.page(Inbox.Tab.ALL, "", null, depth - 1, 1).get(0);
        Inbox.Cursor deep = new Inbox.Cursor(before.due(), before.id());
        Timings first = new Timings();
        Timings deeper = new Timings();
        Timings jump = new Timings();
        Timings counts = new Timings();
        Timings engineFirst = new Timings();
        Timings engineDeep = new Timings();
        Timings engineCount = new Timings();
        int each = Math.max(2, pages / 20 / Math.max(1, tasks / 100_000));
        for (int i = 0; i < pages / 2; i++) {
            readAll(depth, deep);
        }
        for (int turn = 0; turn < each; turn++) {
            for (int i = 0; i < pages / each; i++) {
                first.time(() -> full(inbox.page(Inbox.Tab.ALL, "", null, 0, PAGE)));
                deeper.time(() -> full(inbox.page(Inbox.Tab.ALL, "", deep, 0, PAGE)));
                jump.time(() -> full(inbox.page(Inbox.Tab.ALL, "", null, depth, PAGE)));
                counts.time(() -> filled(inbox.counts()));
            }
            engineFirst.time(() -> full(query(actor).listPage(0, PAGE)));
            engineDeep.time(() -> full(query(actor).listPage(depth, PAGE)));
            engineCount.time(
                    () -> filled(Map.of(Inbox.Tab.ALL, (int) query(actor).count())));
        }
        same(actor);
        line("first page", first, engineFirst);
        line("deep page, scrolled (behind row %d)".formatted(depth), deeper, engineDeep);
        line("deep page, jumped to (row %d)".formatted(depth), jump, engineDeep);
        line("counts of all lists", counts, engineCount);
        firsts.add(first.millis(0.5));
        if (tasks >= 1_000_000) {
            report.atMost("first page, p50", first.millis(0.5), TARGET, "ms");
            report.atMost("deep page, p50", deeper.millis(0.5), TARGET, "ms");
            report.atMost("first page, p99", first.millis(0.99), 10, "ms");
        }
    }

    private void readAll(int depth, Inbox.Cursor deep) {
        inbox.page(Inbox.Tab.ALL, "", null, 0, PAGE);
        inbox.page(Inbox.Tab.ALL, "", deep, 0, PAGE);
        inbox.page(Inbox.Tab.ALL, "", null, depth, PAGE);
        inbox.counts();
    }

    /** The engine's own way to the same rows: assigned to the person, or open to one of their posts. */
    private TaskQuery query(Actor actor) {
        return engine.createTaskQuery()
                .or()
                .taskAssignee(Long.toString(actor.personId()))
                .taskCandidateGroupIn(actor.posts().stream()
                        .map(post -> Long.toString(post.id()))
                        .toList())
                .endOr()
                .orderByDueDate()
                .asc()
                .orderByTaskId()
                .asc();
    }

    /** Both answers show the same rows, or the comparison says nothing. */
    private void same(Actor actor) {
        List<Long> ours = inbox.page(Inbox.Tab.ALL, "", null, 0, PAGE).stream()
                .map(WorkItemRow::id)
                .sorted()
                .toList();
        List<Long> theirs = query(actor).listPage(0, PAGE).stream()
                .map(Task::getId)
                .map(Long::valueOf)
                .sorted()
                .toList();
        if (!ours.equals(theirs)) {
            throw new IllegalStateException("The lists differ: " + ours + " and " + theirs);
        }
    }

    private void line(String what, Timings ours, Timings theirs) {
        report.say("%-40s p50 %7.2f ms  p99 %7.2f ms   engine p50 %9.2f ms  p99 %9.2f ms  (%d and %d reads)"
                .formatted(
                        what,
                        ours.millis(0.5),
                        ours.millis(0.99),
                        theirs.millis(0.5),
                        theirs.millis(0.99),
                        ours.count(),
                        theirs.count()));
    }

    private static void full(List<?> page) {
        if (page.size() != PAGE) {
            throw new IllegalStateException("A page of " + page.size());
        }
    }

    private static void filled(Map<Inbox.Tab, Integer> counts) {
        if (counts.getOrDefault(Inbox.Tab.ALL, 0) == 0) {
            throw new IllegalStateException("Nothing counted");
        }
    }
}
