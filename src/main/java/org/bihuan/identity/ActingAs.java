package org.bihuan.identity;

import java.util.List;
import java.util.function.Supplier;

import org.bihuan.shared.NotFound;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Runs something as a person, so that set-ups go through the same guards and trail as people do. */
@Component
public class ActingAs {

    private final Directory directory;

    ActingAs(Directory directory) {
        this.directory = directory;
    }

    /** Runs the act as the person with this login; the earlier security context is put back behind it. */
    public <T> T call(String login, Supplier<T> act) {
        SecurityContext before = SecurityContextHolder.getContext();
        PersonRef person = directory.personByLogin(login).orElseThrow(() -> new NotFound("person " + login));
        SecurityContext own = SecurityContextHolder.createEmptyContext();
        own.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new LoggedIn(person.id(), person.login()), null, List.of()));
        SecurityContextHolder.setContext(own);
        try {
            return act.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** As {@link #call}, for an act without a result. */
    public void run(String login, Runnable act) {
        call(login, () -> {
            act.run();
            return true;
        });
    }
}
