package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bihuan.audit.AuditRecord;
import org.bihuan.identity.AccessAdministration;
import org.bihuan.identity.Directory;
import org.bihuan.identity.OrganisationAdministration;
import org.bihuan.identity.PeopleOverview;
import org.bihuan.identity.SessionFilter;
import org.bihuan.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.web.ServerProperties;

/** The way in and out, and what every answer carries, over a real port. */
class SignInIT extends WebBed {

    private static final String NONCE = "(?<=nonce-)[A-Za-z0-9+/=]{24}";
    private static final String SESSION = "BIHUANSESSION";

    @Autowired
    AccessAdministration access;

    @Autowired
    PeopleOverview overview;

    @Autowired
    OrganisationAdministration administration;

    @Autowired
    Directory directory;

    @Autowired
    ServerProperties server;

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static boolean isIn(Visitor visitor) {
        return visitor.get("/profile").statusCode() == 200;
    }

    private static String session(Visitor visitor) {
        return visitor.cookies().stream()
                .filter(cookie -> cookie.getName().equals(SESSION))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    @Test
    void a_sign_in_that_another_page_forged_is_refused() {
        Visitor visitor = visitor();
        visitor.get("/login");
        HttpResponse<String> answer = visitor.post("/login", Map.of("username", HANDLER, "password", PASSWORD));
        assertThat(location(answer)).endsWith("/login?outdated");
        assertThat(isIn(visitor)).isFalse();
        String foreign = visitor().token();
        visitor.post("/login", Map.of("username", HANDLER, "password", PASSWORD, "_csrf", foreign));
        assertThat(isIn(visitor)).isFalse();
    }

    @Test
    void a_sign_out_or_an_upload_that_another_page_forged_is_refused() {
        Visitor visitor = signedIn(HANDLER);
        assertThat(visitor.post("/logout", Map.of()).statusCode()).isEqualTo(403);
        assertThat(visitor.post("/evidence/1", Map.of()).statusCode()).isEqualTo(403);
        assertThat(visitor.post("/VAADIN/dynamic/resource/0/0/upload", Map.of()).statusCode())
                .isNotEqualTo(200);
        assertThat(isIn(visitor)).isTrue();
    }

    @Test
    void the_sign_in_leads_to_the_very_address_that_was_asked_for() {
        Visitor visitor = visitor();
        assertThat(location(visitor.get("/profile", "Accept", "text/html"))).endsWith("/login");
        HttpResponse<String> answer =
                visitor.post("/login", Map.of("username", HANDLER, "password", PASSWORD, "_csrf", visitor.token()));
        assertThat(location(answer)).endsWith("/profile");
        assertThat(isIn(visitor)).isTrue();
    }

    @Test
    void the_session_of_before_the_sign_in_is_not_the_one_of_after() {
        Visitor visitor = visitor();
        visitor.get("/login");
        String before = session(visitor);
        visitor.signIn(HANDLER, PASSWORD);
        assertThat(session(visitor)).isNotEmpty().isNotEqualTo(before);
        assertThat(isIn(visitor)).isTrue();
        HttpResponse<String> fixed = visitor().get("/profile", "Cookie", SESSION + "=" + before);
        assertThat(location(fixed)).endsWith("/login");
    }

    @Test
    void no_script_reads_the_session_and_no_other_site_sends_it() {
        String plain =
                visitor().get("/login").headers().firstValue("Set-Cookie").orElse("");
        assertThat(plain)
                .startsWith(SESSION)
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
        String encrypted = visitor()
                .get("/login", "X-Forwarded-Proto", "https")
                .headers()
                .firstValue("Set-Cookie")
                .orElse("");
        assertThat(encrypted).contains("HttpOnly", "SameSite=Lax", "Secure");
    }

    @Test
    void a_browser_is_marked_while_it_is_signed_in_and_no_longer() {
        Visitor visitor = visitor();
        visitor.get("/login");
        assertThat(isMarked(visitor)).isFalse();
        visitor.signIn(HANDLER, PASSWORD);
        visitor.get("/");
        assertThat(isMarked(visitor)).isTrue();
        visitor.post("/logout", Map.of("_csrf", visitor.token()));
        assertThat(isIn(visitor)).isFalse();
        assertThat(isMarked(visitor)).isFalse();
    }

    private static boolean isMarked(Visitor visitor) {
        return visitor.cookies().stream().anyMatch(cookie -> cookie.getName().equals(SessionFilter.SIGNED_IN));
    }

    @Test
    void sessions_end_with_a_reset_password() {
        Visitor visitor = signedIn(LEADER);
        assertThat(isIn(visitor)).isTrue();
        long person = personId(LEADER);
        String oneTime = as.call(
                        SECURITY,
                        () -> access.resetPassword(
                                person, overview.person(person).passwordSince()))
                .password();
        assertThat(location(visitor.get("/profile"))).endsWith("/login");
        assertThat(location(visitor().signIn(LEADER, PASSWORD))).endsWith("/login?error");
        Visitor again = visitor();
        assertThat(location(again.signIn(LEADER, oneTime))).doesNotContain("error");
        // Whoever has a password to change is led there, whatever the address names.
        assertThat(again.get("/case/UNKNOWN").statusCode()).isEqualTo(200);
        jdbc.update(
                "update identity_person set password_hash = (select password_hash from identity_person where login = ?),"
                        + " must_change_password = false where login = ?",
                HANDLER,
                LEADER);
        as.run(
                SYSTEM,
                () -> administration.renamePerson(
                        person, directory.person(person).name(), "分管领导"));
        assertThat(isIn(signedIn(LEADER))).isTrue();
    }

    @Test
    void sessions_end_with_a_disabled_account_on_every_browser() {
        List<Visitor> browsers = List.of(signedIn(OUTSIDER), signedIn(OUTSIDER));
        assertThat(browsers).allMatch(SignInIT::isIn);
        long person = personId(OUTSIDER);
        as.run(SYSTEM, () -> administration.disable(person, null));
        assertThat(browsers).noneMatch(SignInIT::isIn);
        assertThat(location(visitor().signIn(OUTSIDER, PASSWORD))).endsWith("/login?error");
        as.run(SYSTEM, () -> administration.enable(person));
        assertThat(browsers).as("a session that was ended stays so").noneMatch(SignInIT::isIn);
    }

    @Test
    void guessing_locks_the_account_and_the_trail_says_from_where() {
        for (int i = 0; i < 5; i++) {
            assertThat(location(visitor().signIn(VERIFIER, "wrong-" + i))).endsWith("/login?error");
        }
        assertThat(location(visitor().signIn(VERIFIER, PASSWORD))).endsWith("/login?error");
        long person = personId(VERIFIER);
        List<AuditRecord> trailOfPerson = trail.ofStream("person:" + person);
        assertThat(trailOfPerson).extracting(AuditRecord::action).contains("login.failed", "person.lockedOut");
        assertThat(trailOfPerson.get(trailOfPerson.size() - 1).origin()).isEqualTo("127.0.0.1");
        as.run(SECURITY, () -> access.unlock(person));
        assertThat(isIn(signedIn(VERIFIER))).isTrue();
    }

    @Test
    void a_request_says_where_it_comes_from_through_a_proxy_of_this_machine_only() {
        Pattern believed = Pattern.compile(server.getTomcat().getRemoteip().getInternalProxies());
        assertThat(List.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1"))
                .allMatch(address -> believed.matcher(address).matches());
        assertThat(List.of("10.1.2.3", "192.168.1.9", "172.16.0.4", "169.254.1.1", "203.0.113.7"))
                .noneMatch(address -> believed.matcher(address).matches());
    }

    @Test
    void every_answer_carries_the_rules_for_the_browser() {
        Visitor visitor = signedIn(HANDLER);
        for (String path : List.of("/", "/nowhere", "/people", "/evidence/1", "/icons/bihuan.svg", "/error")) {
            HttpResponse<String> answer = visitor.get(path);
            assertThat(header(answer, "X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(header(answer, "X-Frame-Options")).as(path).isEqualTo("DENY");
            assertThat(header(answer, "Referrer-Policy")).as(path).isEqualTo("same-origin");
            assertThat(header(answer, "Permissions-Policy")).as(path).contains("camera=()", "geolocation=()");
            assertThat(header(answer, "Content-Security-Policy").replaceAll(NONCE, "…"))
                    .as(path)
                    .isIn(policy("script-src 'self'"), policy("script-src 'self' 'nonce-…' 'unsafe-eval'"));
            assertThat(answer.headers().firstValue("Server")).as(path).isEmpty();
        }
        assertThat(header(visitor.get("/icons/bihuan.svg"), "Content-Security-Policy"))
                .isEqualTo(policy("script-src 'self'"));
        assertThat(header(visitor.get("/"), "Cache-Control")).contains("no-store");
        assertThat(header(visitor.get("/login", "X-Forwarded-Proto", "https"), "Strict-Transport-Security"))
                .contains("max-age=31536000");
    }

    private static String policy(String scripts) {
        return "default-src 'self'; " + scripts + "; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
                + " font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self';"
                + " frame-src 'self' blob:; frame-ancestors 'none'";
    }

    @Test
    void each_start_page_marks_its_scripts_anew_and_leaves_none_unmarked() {
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> page = visitor().get("/login");
            Matcher nonce = Pattern.compile(NONCE).matcher(header(page, "Content-Security-Policy"));
            assertThat(nonce.find()).isTrue();
            nonces.add(nonce.group());
            List<String> scripts = Pattern.compile("<script[^>]*>")
                    .matcher(page.body())
                    .results()
                    .map(MatchResult::group)
                    .toList();
            assertThat(scripts)
                    .hasSizeGreaterThan(3)
                    .allMatch(script -> script.contains("nonce=\"" + nonce.group() + '"'));
        }
        assertThat(nonces).hasSize(3);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
