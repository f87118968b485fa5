package org.bihuan.shell;

import jakarta.servlet.http.HttpServletResponse;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.EmptyState;
import org.bihuan.shared.ui.TitledScreen;

/** What stands where a screen could not: the status is the server's, the words are the user's. */
final class ErrorViews {

    private ErrorViews() {}

    /** A title, a sentence and the way back. */
    abstract static class ErrorPage extends Composite<Div> implements TitledScreen {

        private String title = "";

        int show(int status, String title, String sentence) {
            this.title = title;
            getContent().removeAll();
            getContent().add(new EmptyState(title, sentence, new Anchor("", getTranslation("shell.error.home"))));
            return status;
        }

        @Override
        public String screenTitle() {
            return title;
        }
    }

    /** No such address. */
    @AnonymousAllowed
    @ParentLayout(MainLayout.class)
    static class UnknownAddress extends ErrorPage implements HasErrorParameter<NotFoundException> {
        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
            return show(
                    HttpServletResponse.SC_NOT_FOUND,
                    getTranslation("shell.error.notFound.title"),
                    getTranslation("shell.error.notFound.text"));
        }
    }

    /** No such case, or none that this person may know of. */
    @AnonymousAllowed
    @ParentLayout(MainLayout.class)
    static class UnknownThing extends ErrorPage implements HasErrorParameter<NotFound> {
        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFound> parameter) {
            return show(
                    HttpServletResponse.SC_NOT_FOUND,
                    getTranslation("shell.error.notFound.title"),
                    getTranslation("shell.error.notFound.text"));
        }
    }

    /** A screen for another duty. */
    @AnonymousAllowed
    @ParentLayout(MainLayout.class)
    static class NotForThisDuty extends ErrorPage implements HasErrorParameter<AccessDeniedException> {
        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
            return show(
                    HttpServletResponse.SC_FORBIDDEN,
                    getTranslation("shell.error.forbidden.title"),
                    getTranslation("shell.error.forbidden.text"));
        }
    }

    /** A rule refused while the screen was being opened. */
    @AnonymousAllowed
    @ParentLayout(MainLayout.class)
    static class RefusedByRule extends ErrorPage implements HasErrorParameter<RuleViolation> {
        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<RuleViolation> parameter) {
            RuleViolation refusal = parameter.getException();
            return show(
                    HttpServletResponse.SC_FORBIDDEN,
                    getTranslation("shell.error.refused.title"),
                    getTranslation(refusal.key(), refusal.args()));
        }
    }

    /** A fault of ours. */
    @AnonymousAllowed
    @ParentLayout(MainLayout.class)
    static class Fault extends ErrorPage implements HasErrorParameter<Exception> {

        private final FriendlyErrors errors;

        Fault(FriendlyErrors errors) {
            this.errors = errors;
        }

        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
            return show(
                    HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                    getTranslation("shell.error.fault.title"),
                    errors.sentence(parameter.getCaughtException()));
        }
    }
}
