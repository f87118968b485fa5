package org.bihuan.shell;

import java.util.Optional;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.VaadinRequest;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.Texts;
import org.bihuan.shared.ui.Notifications;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The last word on a failure in a screen: a rule speaks for itself, a lost race says so, a fault gets a number. */
@Component
class FriendlyErrors implements ErrorHandler {

    private static final long serialVersionUID = 1L;

    private final Texts texts;

    FriendlyErrors(Texts texts) {
        this.texts = texts;
    }

    @Override
    public void error(ErrorEvent event) {
        Optional<String> refusal = refusal(event.getThrowable());
        if (refusal.isPresent()) {
            show(refusal.get());
            return;
        }
        Incident incident = Incident.of(event.getThrowable());
        // Where no screen stands yet, the page of the failed request tells this number and none of its own.
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request != null) {
            request.setAttribute(Incident.ATTRIBUTE, incident);
        }
        show(texts.get("shell.error.incident", incident.number()));
    }

    private static void show(String sentence) {
        if (UI.getCurrent() != null) {
            Notifications.refused(sentence);
        }
    }

    /** The sentence for {@code failure}; a fault is logged on the way. */
    String sentence(Throwable failure) {
        return refusal(failure)
                .orElseGet(() ->
                        texts.get("shell.error.incident", Incident.of(failure).number()));
    }

    private Optional<String> refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof RuleViolation refusal) {
                return Optional.of(texts.get(refusal.key(), refusal.args()));
            }
            if (cause instanceof OptimisticLockingFailureException) {
                return Optional.of(texts.get("shell.error.alreadyDone"));
            }
            if (cause instanceof NotFound) {
                return Optional.of(texts.get("shell.error.notFound.text"));
            }
            if (cause instanceof AccessDeniedException) {
                return Optional.of(texts.get("shell.error.forbidden.text"));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }
}
