package org.bihuan.identity;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks login and password. Unknown, locked and disabled accounts get the same answer as a wrong
 * password, after the same work: one hash is always computed.
 */
@Component
class PasswordLogin implements AuthenticationProvider {

    private final LoginAttempts attempts;
    private final PasswordEncoder encoder;
    private final Accounts accounts;
    // The start does not wait for it; the first login does, whoever it names.
    private final CompletableFuture<String> nobodysHash;

    PasswordLogin(LoginAttempts attempts, PasswordEncoder encoder, Accounts accounts) {
        this.attempts = attempts;
        this.encoder = encoder;
        this.accounts = accounts;
        this.nobodysHash = CompletableFuture.supplyAsync(() -> encoder.encode("nobody's password"));
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String login = Person.normalised(request.getName());
        String password =
                request.getCredentials() == null ? "" : request.getCredentials().toString();
        String origin = request.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : SessionActor.origin();
        String nobodys = nobodysHash.join();
        Optional<LoginAttempts.Known> known = attempts.known(login);
        boolean right =
                encoder.matches(password, known.map(LoginAttempts.Known::hash).orElse(nobodys));
        if (known.isEmpty() || !attempts.record(known.get().personId(), right, origin)) {
            throw new BadCredentialsException("login refused");
        }
        long personId = known.get().personId();
        List<GrantedAuthority> roles =
                accounts.account(personId).map(PasswordLogin::roles).orElse(List.of());
        var authentication =
                UsernamePasswordAuthenticationToken.authenticated(new LoggedIn(personId, login), null, roles);
        authentication.setDetails(request.getDetails());
        return authentication;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    /** The roles that views ask for: one for each duty, own or taken over as substitute. */
    static List<GrantedAuthority> roles(Accounts.Account account) {
        return java.util.stream.Stream.concat(
                        account.posts().stream(), account.represents().stream().flatMap(r -> r.posts().stream()))
                .map(post -> "ROLE_" + post.duty().name())
                .distinct()
                .sorted()
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }
}
