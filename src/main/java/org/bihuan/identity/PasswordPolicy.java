package org.bihuan.identity;

import java.time.Duration;
import java.time.Instant;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a password must be. ASVS advises against composition and rotation, 等保 asks for both: so both
 * are switches.
 *
 * @param minLength characters at least
 * @param composition whether three of lower case, upper case, digit, sign are asked for
 * @param rotation how long a password serves; zero for ever
 * @param hashesAtOnce hashes computed at the same time, each of which takes 19 MiB
 */
@ConfigurationProperties("bihuan.password")
record PasswordPolicy(
        @DefaultValue("10") int minLength,
        @DefaultValue("true") boolean composition,
        @DefaultValue("0s") Duration rotation,
        @DefaultValue("4") int hashesAtOnce) {

    PasswordPolicy {
        if (minLength < 8 || minLength > PasswordRules.MAX_LENGTH) {
            throw new IllegalArgumentException("bihuan.password.min-length must lie between 8 and 128");
        }
    }

    /** Whether a password that was set at {@code changedAt} has served its time; never without rotation. */
    boolean outdated(Instant changedAt, Instant now) {
        return !rotation.isZero() && changedAt.plus(rotation).isBefore(now);
    }
}
