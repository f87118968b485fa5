package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.bihuan.evidence.EvidenceKind;
import org.bihuan.evidence.NewEvidence;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server answers to an address, before any screen has run in a browser. */
class AddressesIT extends WebBed {

    @AfterEach
    void repair() {
        broken.fails.set(false);
    }

    private void answers(int status, Visitor who, String... paths) {
        for (String path : paths) {
            assertThat(who.get(path).statusCode()).as(path).isEqualTo(status);
        }
    }

    private static String task(Object item) {
        return MY_WORK + "/" + item;
    }

    private CaseNumber round(String code) {
        CaseNumber problem = CaseNumber.problem(code, 1);
        Integer there = jdbc.queryForObject(
                "select count(*) from rect_problem where case_number = ?", Integer.class, problem.value());
        return there != null && there > 0 ? problem : started(code);
    }

    @Test
    void screens_and_cases_that_are_open_to_a_person_answer_200() {
        CaseNumber problem = round("AA2026");
        long item = item(HANDLER, problem).id();
        answers(
                200,
                signedIn(HANDLER),
                "/",
                MY_WORK,
                task(item),
                "/case/" + problem,
                "/case/" + problem.measure(1),
                "/ledger",
                "/ledger/AA2026",
                "/profile");
    }

    @Test
    void a_screen_for_another_duty_answers_403() {
        round("AA2026");
        answers(403, signedIn(HANDLER), "/people", "/rounds/new", "/rounds/AA2026/assign");
        answers(200, signedIn(CLERK), "/rounds/new", "/rounds/AA2026/assign");
        answers(404, signedIn(CLERK), "/rounds/NOPE/assign");
        answers(200, signedIn(SYSTEM), "/people");
    }

    @Test
    void the_trail_is_open_to_the_audit_administrator_alone() {
        CaseNumber problem = round("AA2026");
        long entry = trail.ofStream(problem.value()).get(0).id();
        for (String login : List.of(HANDLER, CLERK, APPROVER, SYSTEM, SECURITY)) {
            answers(403, signedIn(login), "/trail", "/trail/" + entry, "/trail/1");
        }
        Visitor auditor = signedIn(AUDITOR);
        answers(200, auditor, "/trail", "/trail/" + entry, "/case/" + problem);
        answers(404, auditor, "/trail/1", "/trail/abc", "/trail/99999999999999999999", "/trail/1/2");
        assertThat(visitor().get("/trail/" + entry).statusCode()).isEqualTo(302);
    }

    @Test
    void an_address_without_a_screen_answers_404() {
        answers(404, signedIn(HANDLER), "/nowhere", task("1/2"), "/case", "/demo-accounts", "/setup");
    }

    /** Where the engine's own service and screens would be; a form sent there ends before it, for want of our token. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest",
                "/engine-rest/engine",
                "/engine-rest/process-definition",
                "/engine-rest/deployment/create",
                "/camunda",
                "/camunda/app/cockpit/default/",
                "/camunda/api/engine/engine/default/task",
                "/api/engine",
                "/api/engine/engine",
                "/api/admin/auth/user/default",
                "/h2-console"
            })
    void the_engine_has_no_door_of_its_own(String path) {
        answers(404, signedIn(HANDLER), path);
        answers(404, signedIn(SYSTEM), path);
        answers(302, visitor(), path);
        assertThat(visitor().get(path).headers().firstValue("Location"))
                .get()
                .asString()
                .endsWith("/login");
        assertThat(visitor().post(path, Map.of()).statusCode()).isIn(302, 403);
        assertThat(signedIn(SYSTEM).post(path, Map.of()).statusCode()).isIn(302, 403);
    }

    @Test
    void a_case_that_does_not_exist_or_may_not_be_read_answers_404() {
        CaseNumber problem = round("AA2026");
        answers(404, signedIn(HANDLER), "/case/UNKNOWN", "/case/AA2026-P99", "/case/AA2026-P01-M99", "/ledger/NOPE");
        answers(404, signedIn(OUTSIDER), "/case/" + problem, "/case/" + problem.measure(1));
    }

    @Test
    void a_task_that_does_not_stand_before_the_caller_answers_404() {
        CaseNumber problem = round("AA2026");
        long item = item(HANDLER, problem).id();
        answers(404, signedIn(HANDLER), task(123), task("abc"), task("99999999999999999999"));
        answers(404, signedIn(OUTSIDER), task(item));
        answers(404, signedIn(LEADER), task(item));
    }

    @Test
    void evidence_of_a_case_that_may_not_be_read_answers_404_and_a_page_with_the_way_back() {
        CaseNumber measure = atWork("AB2026");
        long file = as.call(HANDLER, () -> evidence.add(
                        new NewEvidence(measure.value(), EvidenceKind.DOCUMENT, "细则.txt", 1),
                        new ByteArrayInputStream("细则".getBytes(StandardCharsets.UTF_8)),
                        currentActor.require())
                .id());
        answers(200, signedIn(HANDLER), "/evidence/" + file);
        Visitor outsider = signedIn(OUTSIDER);
        answers(404, outsider, "/evidence/" + file, "/evidence/" + file + "/preview", "/evidence/1", "/evidence/x");
        assertThat(outsider.get("/evidence/" + file).body()).contains("未找到该页面").contains("href=\"/\"");
    }

    private CaseNumber atWork(String code) {
        CaseNumber problem = started(code);
        submit(HANDLER, problem, plan(problem));
        submit(LEADER, problem, new Submission.Decided(Decision.approve("同意。")));
        submit(HANDLER, problem.measure(1), new Submission.Acknowledge());
        return problem.measure(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", MY_WORK + "/1", "/case/UNKNOWN", "/people", "/nowhere", "/evidence/1", "/profile"})
    void a_visitor_is_led_to_the_sign_in_whatever_the_address(String path) {
        HttpResponse<String> answer = visitor().get(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/login");
    }

    @Test
    void the_figures_of_the_server_are_closed_to_other_networks() {
        Visitor stranger = visitor();
        for (String path : new String[] {"/actuator", "/actuator/prometheus", "/actuator/env", "/actuator/heapdump"}) {
            assertThat(stranger.get(path, "X-Forwarded-For", "203.0.113.7").statusCode())
                    .as(path)
                    .isEqualTo(403);
            assertThat(signedIn(APPROVER)
                            .get(path, "X-Forwarded-For", "203.0.113.7")
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(stranger.get("/actuator/health", "X-Forwarded-For", "203.0.113.7")
                        .statusCode())
                .isEqualTo(200);
        assertThat(stranger.get("/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/actuator/env").statusCode()).isEqualTo(404);
    }

    @Test
    void a_fault_answers_500_with_a_number_and_nothing_of_what_happened() {
        Visitor handler = signedIn(HANDLER);
        broken.fails.set(true);
        HttpResponse<String> answer = handler.get("/profile");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .containsPattern("故障编号 [A-Z0-9]{8} ")
                .doesNotContain("secret")
                .doesNotContain("Exception")
                .doesNotContain("org.bihuan");
    }

    @Test
    void a_fault_speaks_the_language_of_the_browser_and_tells_a_program_no_more() {
        HttpResponse<String> page = visitor().get("/error", "Cookie", "bihuan-language=en");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("lang=\"en\"").contains("Not found");
        HttpResponse<String> answer = visitor().get("/error", "Accept", "application/json");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
}
