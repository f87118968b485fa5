package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.core.FileAppender;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.bihuan.audit.AuditRecord;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.testing.RealBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A click in a real browser: what it leaves in the trail, and what it shows and logs when something breaks. */
class ClicksIT extends WebBed {

    private static final double PATIENCE = 90_000;
    private static final Pattern NUMBER = Pattern.compile("故障编号 ([A-Z0-9]{8})");

    @AfterEach
    void repair() {
        jdbc.execute("alter table if exists audit_event_gone rename to audit_event");
    }

    private CaseNumber toReview(String code) {
        CaseNumber problem = started(code);
        submit(HANDLER, problem, plan(problem));
        submit(LEADER, problem, new Submission.Decided(Decision.approve("同意。")));
        CaseNumber measure = problem.measure(1);
        submit(HANDLER, measure, new Submission.Acknowledge());
        handIn(measure, 1, "完成");
        return measure;
    }

    @Test
    void a_fault_shows_a_number_the_log_has_the_story_and_the_next_click_is_recorded_with_its_address()
            throws IOException {
        CaseNumber measure = toReview("CK2026");
        long item = item(HEAD, measure).id();
        try (BrowserContext session = RealBrowser.newSession(1440, 900)) {
            session.setDefaultTimeout(PATIENCE);
            Page page = session.newPage();
            page.navigate("http://localhost:" + port + "/login");
            page.fill("input[name=username]", HEAD);
            page.fill("input[name=password]", PASSWORD);
            page.keyboard().press("Enter");
            page.waitForSelector(".work-view");
            page.navigate("http://localhost:" + port + MY_WORK + "/" + item);
            page.waitForSelector("vaadin-button:has-text('认领')");

            jdbc.execute("alter table audit_event rename to audit_event_gone");
            // A grid that fetches its rows may be answered in between, even while an answer is read here.
            List<Response> answers = new ArrayList<>();
            page.onResponse(response -> {
                if (response.url().contains("v-r=uidl")) {
                    answers.add(response);
                }
            });
            page.locator("vaadin-button:has-text('认领')").first().click();
            String shown = page.locator("vaadin-notification-card:has-text('故障编号')")
                    .first()
                    .textContent();
            Matcher number = NUMBER.matcher(shown);
            assertThat(number.find()).isTrue();
            assertThat(List.copyOf(answers).stream().map(Response::text).collect(Collectors.joining()))
                    .contains(number.group(1))
                    .doesNotContain("Exception")
                    .doesNotContain("org.bihuan")
                    .doesNotContain("audit_event");
            assertLogged(number.group(1), measure);
            repair();
            assertThat(item(HEAD, measure).assignee()).isNull();

            page.reload();
            page.locator("vaadin-button:has-text('认领')").first().click();
            page.waitForSelector("vaadin-button:has-text('放回')");
        }
        List<AuditRecord> all = trail.ofStream(measure.value());
        AuditRecord claimed = all.get(all.size() - 1);
        assertThat(claimed.action()).isEqualTo("task.claimed");
        assertThat(claimed.actorId()).isEqualTo(personId(HEAD));
        assertThat(claimed.actorName()).isEqualTo("党建办主任");
        assertThat(claimed.origin()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
    }

    /** One structured line names incident, case and person, and carries the trace. */
    private static void assertLogged(String number, CaseNumber about) throws IOException {
        assertThat(Files.readAllLines(log()))
                .filteredOn(line -> line.contains(number))
                .singleElement()
                .asString()
                .contains("\"" + about + "\"", "\"" + HEAD + "\"", "stack_trace");
    }

    /** Where the JVM logs now: the product that was started last, in whatever test, said where. */
    private static Path log() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        FileAppender<?> file = (FileAppender<?>) root.getAppender("FILE");
        return Path.of(file.getFile());
    }
}
