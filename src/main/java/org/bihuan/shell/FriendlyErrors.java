package org.bihuan.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
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
        String sentence = sentence(event.getThrowable());
        UI ui = UI.getCurrent();
        if (ui != null) {
            Notifications.refused(sentence);
        }
    }

    /** The sentence for {@code failure}; a fault is logged on the way. */
    String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof RuleViolation refusal) {
                return texts.get(refusal.key(), refusal.args());
            }
            if (cause instanceof OptimisticLockingFailureException) {
                return texts.get("shell.error.alreadyDone");
            }
            if (cause instanceof NotFound) {
                return texts.get("shell.error.notFound.text");
            }
            if (cause instanceof AccessDeniedException) {
                return texts.get("shell.error.forbidden.text");
            }
        }
        return texts.get("shell.error.incident", Incident.of(failure).number());
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }
}
