package org.bihuan.identity;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Passwords and policies of the way in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PasswordPolicy.class, LoginPolicy.class})
class IdentityConfiguration {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;

    /** Argon2id with 19 MiB, two passes, one lane: the floor that OWASP names; Spring's default lies below it. */
    @Bean
    PasswordEncoder passwordEncoder(PasswordPolicy policy) {
        return new LimitedEncoder(
                new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES), policy.hashesAtOnce());
    }

    @Bean
    LockoutAdvice lockoutAdvice(LoginPolicy policy) {
        return new LockoutAdvice(policy.attempts(), policy.lockFor());
    }

    /** The filter stands in the security chain, so the servlet container must not run it by itself. */
    @Bean
    SessionFilter sessionFilter(Sessions sessions, Accounts accounts) {
        return new SessionFilter(sessions, accounts);
    }

    @Bean
    FilterRegistrationBean<SessionFilter> sessionFilterOnlyInChain(SessionFilter filter) {
        FilterRegistrationBean<SessionFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
