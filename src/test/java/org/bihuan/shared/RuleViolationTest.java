package org.bihuan.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;

import org.junit.jupiter.api.Test;

class RuleViolationTest {

    private static final RuleViolation NAME = RuleViolation.at("name", "a.nameMissing");
    private static final RuleViolation LOGIN = RuleViolation.at("login", "a.loginMissing");
    private static final RuleViolation PASSWORD = RuleViolation.at("password", "a.tooShort");

    private static Runnable refusing(RuleViolation refusal) {
        return () -> {
            throw refusal;
        };
    }

    @Test
    void every_check_refuses_for_its_own_field_also_where_checks_are_gathered_within_others() {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> RuleViolation.gather(
                        () -> RuleViolation.gather(refusing(NAME), () -> {}, refusing(LOGIN)), refusing(PASSWORD)))
                .satisfies(all -> assertThat(all.all())
                        .extracting(RuleViolation::field)
                        .containsExactly("name", "login", "password"));
    }

    @Test
    void a_refusal_that_is_said_of_something_stays_beside_its_field() {
        RuleViolation about = NAME.about(List.of("XH2025-P02", "XH2025-P03"));
        assertThat(about.field()).isEqualTo("name");
        assertThat(about.args()).containsExactly(List.of("XH2025-P02", "XH2025-P03"), NAME);
        assertThat(RuleViolation.together(List.of(about, LOGIN)).all())
                .extracting(RuleViolation::field)
                .containsExactly("name", "login");
    }

    @Test
    void nothing_is_refused_where_no_check_refuses() {
        assertThatCode(() -> RuleViolation.gather(() -> {}, () -> {})).doesNotThrowAnyException();
    }

    @Test
    void a_refusal_of_the_whole_act_stays_what_it_is() {
        Forbidden forbidden = new Forbidden("a.notYours");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> RuleViolation.gather(refusing(NAME), refusing(forbidden)))
                .isSameAs(forbidden);
    }
}
