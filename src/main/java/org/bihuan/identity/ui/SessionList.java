package org.bihuan.identity.ui;

import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.theme.lumo.LumoUtility;
import org.bihuan.identity.SessionRef;
import org.bihuan.shared.Dates;
import org.bihuan.shared.ui.Confirmation;
import org.bihuan.shared.ui.Focus;
import org.bihuan.shared.ui.Notifications;
import org.bihuan.shared.ui.Refusals;

/** Running sessions, each with a button that ends it. */
class SessionList extends Composite<VerticalLayout> {

    private final transient Supplier<List<SessionRef>> sessions;
    private final transient LongConsumer end;
    private final transient Refusals refusals = new Refusals(this, Map.of());

    SessionList(Supplier<List<SessionRef>> sessions, LongConsumer end) {
        this.sessions = sessions;
        this.end = end;
        getContent().setPadding(false);
        show();
    }

    private void show() {
        getContent().removeAll();
        List<SessionRef> running = sessions.get();
        if (running.isEmpty()) {
            getContent().add(new Paragraph(getTranslation("identity.session.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassNames(LumoUtility.ListStyleType.NONE, LumoUtility.Padding.NONE);
        running.forEach(session -> list.add(line(session)));
        getContent().add(list);
    }

    private ListItem line(SessionRef session) {
        boolean here = session.id() == PasswordForm.here();
        String text = getTranslation(
                here ? "identity.session.here" : "identity.session.line",
                session.address(),
                Dates.time(session.createdAt()),
                Dates.time(session.lastSeenAt()));
        Span what = new Span(text);
        what.setTitle(session.device());
        Button button = Confirmation.before(
                getTranslation("identity.session.end"),
                () -> getTranslation(here ? "identity.session.endHereAsk" : "identity.session.endAsk", text),
                () -> end(session.id()));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(getTranslation("identity.session.endOf", text));
        return new ListItem(what, button);
    }

    private void end(long id) {
        if (refusals.guard(() -> end.accept(id))) {
            Notifications.done(getTranslation("identity.session.ended"));
        }
        show();
        Focus.on(this);
    }
}
