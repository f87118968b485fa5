package org.bihuan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Every rule about the way in: passwords, locks, sessions, the first administrator; against a database. */
abstract class AccessRules extends IdentityTestBed {

    @Autowired
    private FirstAdministrator firstAdministrator;

    @Autowired
    private Sessions sessions;

    @Test
    void nobody_logged_in_is_refused() {
        assertThatThrownBy(() -> currentActor.require()).isInstanceOf(AccessDeniedException.class);
        assertThat(currentActor.find()).isEmpty();
    }

    @Test
    void a_disabled_person_neither_acts_nor_logs_in() {
        long session = sessions.begin(id("handler"), "10.0.0.1", "browser");
        as("handler");
        currentActor.require();
        as("sys");
        administration.disable(id("handler"), null);
        assertThat(sessions.seen(session)).isFalse();
        as("handler");
        assertThatThrownBy(() -> currentActor.require()).isInstanceOf(AccessDeniedException.class);
        badLogin("handler", PASSWORD);
    }

    @Test
    void the_right_password_lets_in_and_every_wrong_answer_is_the_same() {
        Authentication in = login.authenticate(attempt(" HEAD", PASSWORD));
        assertThat(in.getPrincipal()).isEqualTo(new LoggedIn(id("head"), "head"));
        assertThat(in.getAuthorities()).extracting(Object::toString).containsExactly("ROLE_UNIT_HEAD");
        badLogin("head", "wrong");
        badLogin("unknown", PASSWORD);
        assertThat(trail("person:" + id("head"))).endsWith("login.succeeded", "login.failed");
    }

    @Test
    void five_failures_lock_for_fifteen_minutes() {
        for (int i = 0; i < 5; i++) {
            badLogin("head", "wrong");
        }
        badLogin("head", PASSWORD);
        assertThat(trail("person:" + id("head"))).contains("person.lockedOut");
        clock.offset(Duration.ofMinutes(15));
        assertThat(login.authenticate(attempt("head", PASSWORD)).isAuthenticated())
                .isTrue();
    }

    @Test
    void the_security_administrator_unlocks() {
        for (int i = 0; i < 5; i++) {
            badLogin("head", "wrong");
        }
        as("sec");
        access.unlock(id("head"));
        refused(() -> access.unlock(id("head")), "identity.person.notLocked");
        assertThat(trail("person:" + id("head"))).containsOnlyOnce("person.unlocked");
        assertThat(login.authenticate(attempt("head", PASSWORD)).isAuthenticated())
                .isTrue();
    }

    @Test
    void a_reset_password_must_be_changed_before_anything_else() {
        long session = sessions.begin(id("head"), "10.0.0.1", "browser");
        as("sec");
        OneTimePassword once = access.resetPassword(id("head"), passwordSince("head"));
        assertThat(once.toString()).doesNotContain(once.password());
        assertThat(sessions.seen(session)).isFalse();
        badLogin("head", PASSWORD);
        login.authenticate(attempt("head", once.password()));
        as("head");
        assertThat(own.mustChangePassword()).isTrue();
        assertThatThrownBy(() -> currentActor.require()).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> own.sessions()).isInstanceOf(AccessDeniedException.class);
        refused(() -> own.changePassword("wrong", "Qiu-yue-2026", 0), "identity.password.wrong");
        refused(() -> own.changePassword(once.password(), "short", 0), "identity.password.tooShort");
        refused(() -> own.changePassword(once.password(), once.password(), 0), "identity.password.same");
        assertThatThrownBy(() -> own.changePassword("wrong", "short", 0))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.all())
                        .extracting(RuleViolation::field, RuleViolation::key)
                        .containsExactly(
                                tuple("present", "identity.password.wrong"),
                                tuple("password", "identity.password.tooShort")));
        own.changePassword(once.password(), "Qiu-yue-2026", 0);
        assertThat(own.mustChangePassword()).isFalse();
        assertThat(currentActor.require().personId()).isEqualTo(id("head"));
        assertThat(login.authenticate(attempt("head", "Qiu-yue-2026")).isAuthenticated())
                .isTrue();
    }

    @Test
    void a_password_that_was_just_handed_over_is_not_reset_unseen() {
        as("sec");
        Instant shown = passwordSince("head");
        clock.offset(Duration.ofSeconds(1));
        OneTimePassword once = access.resetPassword(id("head"), shown);
        refused(() -> access.resetPassword(id("head"), shown), "identity.password.changedMeanwhile");
        assertThat(login.authenticate(attempt("head", once.password())).isAuthenticated())
                .isTrue();
        refused(() -> access.resetPassword(id("sec"), passwordSince("sec")), "identity.password.notYourOwn");
    }

    private Instant passwordSince(String login) {
        return overview.person(id(login)).passwordSince();
    }

    @Test
    void an_open_session_is_no_place_to_guess_the_password() {
        as("head");
        for (int i = 0; i < 5; i++) {
            String guess = "guess" + i;
            refused(() -> own.changePassword(guess, "Qiu-yue-2026", 0), "identity.password.wrong");
        }
        refused(() -> own.changePassword(PASSWORD, "Qiu-yue-2026", 0), "identity.password.locked");
        badLogin("head", PASSWORD);
        assertThat(trail("person:" + id("head"))).contains("person.passwordRefused", "person.lockedOut");
        clock.offset(Duration.ofMinutes(15));
        own.changePassword(PASSWORD, "Qiu-yue-2026", 0);
    }

    @Test
    void sessions_are_listed_and_ended_by_their_owner_or_the_security_administrator() {
        long first = sessions.begin(id("head"), "10.0.0.1", "browser");
        long second = sessions.begin(id("head"), "10.0.0.2", "phone");
        as("handler");
        assertThatThrownBy(() -> own.endSession(first)).isInstanceOf(NotFound.class);
        assertThat(sessions.seen(first)).isTrue();
        as("head");
        assertThat(own.sessions()).hasSize(2);
        own.endSession(first);
        assertThat(sessions.seen(first)).isFalse();
        as("sec");
        assertThat(access.sessions(id("head"))).extracting(SessionRef::id).containsExactly(second);
        access.endSession(second);
        assertThat(sessions.seen(second)).isFalse();
        refused(() -> access.endSession(second), "identity.session.alreadyEnded");
        assertThat(trail("person:" + id("head"))).endsWith("session.revoked", "session.revoked");
    }

    @Test
    void a_change_of_password_ends_the_other_sessions() {
        long here = sessions.begin(id("head"), "10.0.0.1", "browser");
        long elsewhere = sessions.begin(id("head"), "10.0.0.2", "phone");
        as("head");
        own.changePassword(PASSWORD, "Qiu-yue-2026", here);
        assertThat(sessions.seen(here)).isTrue();
        assertThat(sessions.seen(elsewhere)).isFalse();
    }

    @Test
    void the_first_administrators_link_works_once_in_its_time_and_only_when_nobody_is_there() {
        assertThat(firstAdministrator.setUpPath()).isEmpty();
        jdbc.sql("delete from identity_post_holder").update();
        jdbc.sql("delete from identity_person").update();
        String old = token();
        String token = token();
        refused(() -> redeem(old), "identity.setup.unknown");
        clock.offset(Duration.ofHours(24));
        refused(() -> redeem(token), "identity.setup.expired");
        clock.offset(Duration.ofHours(23));
        refused(
                () -> firstAdministrator.redeem(token, "街道党工委", "admin1", "系统管理员", "short"),
                "identity.password.tooShort");
        assertThatThrownBy(() -> firstAdministrator.redeem(token, " ", "", " ", "short"))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.all())
                        .extracting(RuleViolation::field)
                        .containsExactly("unit", "name", "login", "password"));
        redeem(token);
        assertThat(directory.posts(Duty.SYSTEM_ADMIN)).hasSize(1);
        refused(() -> redeem(token), "identity.setup.used");
        assertThat(login.authenticate(attempt("admin1", "Qiu-yue-2026")).isAuthenticated())
                .isTrue();
    }

    private String token() {
        return firstAdministrator.setUpPath().orElseThrow().replace("/setup?token=", "");
    }

    private void redeem(String token) {
        firstAdministrator.redeem(token, "街道党工委", "admin1", "系统管理员", "Qiu-yue-2026");
    }

    private void badLogin(String name, String password) {
        assertThatThrownBy(() -> login.authenticate(attempt(name, password)))
                .isExactlyInstanceOf(BadCredentialsException.class)
                .hasMessage("login refused");
    }

    private static Authentication attempt(String name, String password) {
        return UsernamePasswordAuthenticationToken.unauthenticated(name, password);
    }

    private static void refused(ThrowingCallable act, String key) {
        assertThatThrownBy(act).isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.key())
                .isEqualTo(key));
    }
}
