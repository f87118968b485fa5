package org.bihuan.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

import org.bihuan.shared.RuleViolation;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Refuses weak passwords, and makes one-time passwords. */
@Component
class PasswordRules {

    /** Characters at most; nothing is ever cut off. */
    static final int MAX_LENGTH = 128;

    private static final int CLASSES_ASKED = 3;
    private static final String ONE_TIME_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    private static final int ONE_TIME_LENGTH = 12;

    private final PasswordPolicy policy;
    private final Set<String> common;
    private final SecureRandom random = new SecureRandom();

    PasswordRules(PasswordPolicy policy) {
        this.policy = policy;
        try {
            this.common = new ClassPathResource("identity/common-passwords.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is asked for, told beforehand. */
    PasswordAdvice advice() {
        return new PasswordAdvice(policy.minLength(), policy.composition());
    }

    /** Refuses a password that the policy forbids for this login, beside the field {@code password}. */
    void check(String login, String password) {
        if (password.codePointCount(0, password.length()) < policy.minLength()) {
            throw refusal("identity.password.tooShort", policy.minLength());
        }
        if (password.length() > MAX_LENGTH) {
            throw refusal("identity.password.tooLong", MAX_LENGTH);
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (!login.isEmpty() && lower.contains(login.toLowerCase(Locale.ROOT))) {
            throw refusal("identity.password.containsLogin");
        }
        if (common.contains(lower) || common.contains(withoutTail(lower))) {
            throw refusal("identity.password.common");
        }
        if (policy.composition() && classes(password) < CLASSES_ASKED) {
            throw refusal("identity.password.composition");
        }
    }

    /** A random password of about 69 bits without letters that look alike, in three groups. */
    String oneTime() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < ONE_TIME_LENGTH; i++) {
            if (i > 0 && i % 4 == 0) {
                password.append('-');
            }
            password.append(ONE_TIME_LETTERS.charAt(random.nextInt(ONE_TIME_LETTERS.length())));
        }
        return password.toString();
    }

    private static String withoutTail(String lower) {
        return lower.replaceAll("[^a-z]+$", "");
    }

    private static int classes(String password) {
        IntPredicate sign = c -> !Character.isLetterOrDigit(c);
        int found = 0;
        for (IntPredicate kind :
                new IntPredicate[] {Character::isLowerCase, Character::isUpperCase, Character::isDigit, sign}) {
            found += password.codePoints().anyMatch(kind) ? 1 : 0;
        }
        return found;
    }

    private static RuleViolation refusal(String key, Object... args) {
        return RuleViolation.at("password", key, args);
    }
}
