package org.bihuan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import org.bihuan.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordRulesTest {

    private final PasswordRules strict = rules(true);

    @ParameterizedTest
    @CsvSource({
        "Ab3-56789, tooShort",
        "alllowercaseletters, composition",
        "Xx-Lead-2026, containsLogin",
        "PASSWORD, tooShort",
        "Password2026!, common",
        "qwertyuiop, common"
    })
    void weak_passwords_are_refused_with_the_reason(String password, String reason) {
        assertThatThrownBy(() -> strict.check("lead", password))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("identity.password." + reason);
                    assertThat(refusal.field()).isEqualTo("password");
                });
    }

    @Test
    void composition_is_a_switch_and_length_is_counted_in_characters() {
        assertThatCode(() -> rules(false).check("lead", "correct horse battery"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> strict.check("lead", "Ab3" + "𠮷".repeat(6))).hasMessage("identity.password.tooShort");
        assertThatCode(() -> strict.check("lead", "Ab3" + "x".repeat(125))).doesNotThrowAnyException();
        assertThatThrownBy(() -> strict.check("lead", "Ab3" + "x".repeat(126))).hasMessage("identity.password.tooLong");
    }

    @Test
    void one_time_passwords_fulfil_the_rules_and_differ() {
        assertThat(Stream.generate(strict::oneTime).limit(50)).doesNotHaveDuplicates();
    }

    @Test
    void a_hash_is_argon2id_with_the_parameters_asked_for() {
        PasswordEncoder encoder = new IdentityConfiguration().passwordEncoder(policy(true));
        String hash = encoder.encode("Chun-feng-2026");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(encoder.matches("Chun-feng-2026", hash)).isTrue();
        assertThat(encoder.matches("Chun-feng-2027", hash)).isFalse();
        assertThat(encoder.matches("x".repeat(129), hash)).isFalse();
    }

    @Test
    void an_old_password_must_be_changed_only_where_rotation_is_on() {
        Instant now = Instant.parse("2026-11-24T02:00:00Z");
        Instant set = now.minus(Duration.ofDays(91));
        assertThat(policy(true).outdated(set, now)).isFalse();
        assertThat(new PasswordPolicy(10, true, Duration.ofDays(90), 2).outdated(set, now))
                .isTrue();
        assertThat(new PasswordPolicy(10, true, Duration.ofDays(92), 2).outdated(set, now))
                .isFalse();
    }

    @Test
    void names_sort_by_pinyin() {
        assertThat(Stream.of("重庆路社区", "张岙村", "阿里村", "白沙村")
                        .sorted((a, b) -> Pinyin.sortKey(a).compareTo(Pinyin.sortKey(b))))
                .containsExactly("阿里村", "白沙村", "重庆路社区", "张岙村");
    }

    private static PasswordRules rules(boolean composition) {
        return new PasswordRules(policy(composition));
    }

    private static PasswordPolicy policy(boolean composition) {
        return new PasswordPolicy(10, composition, Duration.ZERO, 2);
    }
}
