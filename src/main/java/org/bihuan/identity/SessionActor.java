package org.bihuan.identity;

import java.util.Optional;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The actor out of the security context of the current request. */
@Component
class SessionActor implements CurrentActor {

    private static final String SYSTEM = "system";

    private final Accounts accounts;

    SessionActor(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Actor require() {
        return find().orElseThrow(() -> new AccessDeniedException("nobody is logged in who may act"));
    }

    @Override
    public Optional<Actor> find() {
        return account()
                .filter(account -> !accounts.mustChangePassword(account))
                .map(account -> account.actor(origin()));
    }

    /** The account of who is logged in, even while it has a password to change; empty if disabled. */
    Optional<Accounts.Account> account() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof LoggedIn user)) {
            return Optional.empty();
        }
        return accounts.account(user.personId()).filter(Accounts.Account::enabled);
    }

    /** Network address of the current request; without one that of the login; without either {@code system}. */
    static String origin() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
            return current.getRequest().getRemoteAddr();
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : SYSTEM;
    }
}
