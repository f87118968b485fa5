package org.bihuan.shell;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.component.orderedlayout.FlexComponent;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.WrappedSession;
import org.bihuan.identity.SessionFilter;
import org.bihuan.shared.Dates;
import org.bihuan.shared.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Says on every open screen that it will soon be signed out, while there is time to go on: what has been typed
 * into a dialog is kept nowhere else. Being shown lengthens no session; only what a person does then.
 */
@Component
class IdleWarning implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    /** Long enough to come back from the next room. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final String STANDING = IdleWarning.class.getName();

    private final transient Texts texts;
    private final transient Clock clock;
    private final transient Map<UI, Runnable> screens = new ConcurrentHashMap<>();

    IdleWarning(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> follow(init.getUI()));
    }

    void follow(UI ui) {
        screens.put(ui, ui.accessLater(() -> look(ui), () -> screens.remove(ui))::run);
        ui.addDetachListener(closed -> screens.remove(ui));
    }

    @Scheduled(fixedDelayString = "PT20S")
    void look() {
        screens.values().forEach(Runnable::run);
    }

    /** In the session of the screen. */
    private void look(UI ui) {
        Notification standing = (Notification) ComponentUtil.getData(ui, STANDING);
        Duration left = left(ui.getSession().getSession());
        boolean warns = standing != null && standing.isOpened();
        if (left == null) {
            if (warns && standing != null) {
                standing.close();
            }
        } else if (!warns) {
            ComponentUtil.setData(ui, STANDING, show(ui, left));
        }
    }

    /** What is left, where that is so little that it must be said. */
    private static @Nullable Duration left(WrappedSession session) {
        Duration whole = Duration.ofSeconds(session.getMaxInactiveInterval());
        Duration quarter = whole.dividedBy(4);
        Duration ahead = quarter.compareTo(AHEAD) < 0 ? quarter : AHEAD;
        return SessionFilter.left(session::getAttribute, whole)
                .filter(left -> left.compareTo(ahead) <= 0)
                .orElse(null);
    }

    private Notification show(UI ui, Duration left) {
        Notification warning = new Notification();
        warning.setDuration(0);
        warning.setPosition(Notification.Position.TOP_CENTER);
        warning.setAssertive(true);
        warning.addThemeVariants(NotificationVariant.LUMO_WARNING);
        String end = Dates.time(clock.instant().plus(left));
        Button stay = new Button(texts.get(ui.getLocale(), "shell.idle.stay"), click -> warning.close());
        stay.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        HorizontalLayout line = new HorizontalLayout(new Span(texts.get(ui.getLocale(), "shell.idle.soon", end)), stay);
        line.setAlignItems(FlexComponent.Alignment.CENTER);
        warning.add(line);
        warning.open();
        return warning;
    }
}
