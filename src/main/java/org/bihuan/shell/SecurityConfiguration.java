package org.bihuan.shell;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategy;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import org.bihuan.identity.SessionFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Who may enter at all, and the headers of every answer; who may do what is checked by each service. The
 * person signed in is known on the threads as well that push changes to a screen.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** One for the whole JVM, as the holder that everybody asks is: filters and holder must mean the same person. */
    private static final SecurityContextHolderStrategy PERSON = new VaadinAwareSecurityContextHolderStrategy();

    @Bean
    SecurityContextHolderStrategy securityContextHolderStrategy() {
        SecurityContextHolder.setContextHolderStrategy(PERSON);
        return PERSON;
    }

    private static final String DEVICE_POLICY =
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()";

    @Bean
    SecurityFilterChain security(
            HttpSecurity http, SessionFilter sessions, RequestUtil vaadinRequests, VaadinDefaultRequestCache wanted)
            throws Exception {
        wanted.setDelegateRequestCache(plainAddresses());
        http.authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**", "/icons/**", "/error")
                .permitAll()
                .requestMatchers("/actuator/**")
                .access(new LocalOnly()));
        // Flow's own set-up exempts the sign-in from the token: anybody's page could sign a visitor in as somebody
        // else.
        http.with(vaadin(), vaadin -> vaadin.loginView(LoginView.class).enableCsrfConfiguration(false));
        http.formLogin(login -> login.failureHandler(new KeptLoginName()));
        http.logout(logout -> logout.deleteCookies(SessionFilter.SIGNED_IN));
        http.csrf(csrf -> csrf.ignoringRequestMatchers(vaadinRequests::isFrameworkInternalRequest));
        http.exceptionHandling(refusals -> refusals.accessDeniedHandler(new SignInAgain())
                // A stranger is not sent to the sign-in, as if a password would open the figures.
                .defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.FORBIDDEN),
                        PathPatternRequestMatcher.withDefaults().matcher("/actuator/**")));
        http.headers(SecurityConfiguration::headers);
        http.addFilterAfter(sessions, SecurityContextHolderFilter.class);
        http.addFilterAfter(new LogContextFilter(), AuthorizationFilter.class);
        return http.build();
    }

    /** Where somebody wanted to go before the sign-in, without a mark of it in the address afterwards. */
    private static RequestCache plainAddresses() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(ContentPolicy.STRICT))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .httpStrictTransportSecurity(
                        hsts -> hsts.includeSubDomains(true).maxAgeInSeconds(31_536_000))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(DEVICE_POLICY));
    }
}
