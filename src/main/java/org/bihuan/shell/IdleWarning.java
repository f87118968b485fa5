package org.bihuan.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
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

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String STANDING = IdleWarning.class.getName();

    /**
     * Whatever somebody does beside the button means the same as pressing it: a key pressed in an open dialog, which
     * keeps the focus to itself, tells the server nothing otherwise.
     */
    private static final String WATCH = """
            for (const act of ['keydown', 'pointerdown']) {
                document.addEventListener(act, event => {
                    const bar = document.querySelector('.idle-warning');
                    if (bar && !event.composedPath().includes(bar)) {
                        bar.dispatchEvent(new CustomEvent('somebody-acts'));
                    }
                }, { capture: true, passive: true });
            }""";

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
        ui.getPage().executeJs(WATCH);
        ui.addDetachListener(closed -> screens.remove(ui));
    }

    @Scheduled(fixedDelayString = "PT10S")
    void look() {
        screens.values().forEach(Runnable::run);
    }

    /** In the session of the screen. */
    private void look(UI ui) {
        Div standing = (Div) ComponentUtil.getData(ui, STANDING);
        Duration left = left(ui.getSession().getSession());
        if (left == null) {
            if (standing != null) {
                hide(ui, standing);
            }
        } else if (standing == null) {
            show(ui, left);
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

    /** A plain part of the page: a notification or a dialog would tell the server that it is open, as if somebody had acted. */
    private void show(UI ui, Duration left) {
        String end = CLOCK.format(clock.instant().plus(left).atZone(Dates.ZONE));
        Span words = new Span(texts.get(ui.getLocale(), "shell.idle.soon", end));
        words.getElement().setAttribute("role", "alert");
        Button stay = new Button(texts.get(ui.getLocale(), "shell.idle.stay"));
        stay.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div bar = new Div(words, stay);
        bar.addClassName("idle-warning");
        // It lies over an open dialog too, which otherwise keeps whatever is outside of it from being pressed.
        stay.getElement().addEventListener("click", click -> hide(ui, bar)).allowInert();
        bar.getElement().addEventListener("somebody-acts", act -> hide(ui, bar)).allowInert();
        ui.add(bar);
        ComponentUtil.setData(ui, STANDING, bar);
    }

    private static void hide(UI ui, Div bar) {
        bar.removeFromParent();
        ComponentUtil.setData(ui, STANDING, null);
    }
}
