package org.bihuan.shared.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.component.orderedlayout.FlexComponent;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;

/**
 * Short messages: what worked fades by itself, what was refused stays until it is closed, the screen is
 * left or something works, for a refusal that has been put right would contradict it.
 */
public final class Notifications {

    private static final int FIVE_SECONDS = 5_000;

    private Notifications() {}

    /** The refusals that still stand in a window. */
    private static final class Standing {

        private final Map<String, Notification> byText = new LinkedHashMap<>();

        static Standing of(UI ui) {
            Standing found = ComponentUtil.getData(ui, Standing.class);
            if (found == null) {
                found = new Standing();
                ComponentUtil.setData(ui, Standing.class, found);
            }
            return found;
        }

        void close() {
            List.copyOf(byText.values()).forEach(Notification::close);
            byText.clear();
        }

        /** What is refused in the very request that leads elsewhere has not been read yet, and stays. */
        void closeRead() {
            byText.values().removeIf(shown -> {
                boolean read = shown.isAttached();
                if (read) {
                    shown.close();
                }
                return read || !shown.isOpened();
            });
        }

        void replace(String text, Notification shown) {
            Notification before = byText.put(text, shown);
            if (before != null) {
                before.close();
            }
        }
    }

    /** Takes the refusals away that still stand: what they were about is no longer shown. */
    public static void forgetRefusals() {
        Standing.of(UI.getCurrent()).close();
    }

    /** Takes the refusals away that stood on the screen that is left; one that is only being said goes along. */
    public static void leave() {
        Standing.of(UI.getCurrent()).closeRead();
    }

    /** Says in translated text that something was done. */
    public static void done(String text) {
        Standing.of(UI.getCurrent()).close();
        Notification shown = Notification.show(text, FIVE_SECONDS, Notification.Position.BOTTOM_START);
        shown.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
    }

    /** Says in translated text what was refused and why; read at once by screen readers. */
    public static void refused(String text) {
        Notification shown = new Notification();
        shown.setDuration(0);
        shown.setPosition(Notification.Position.TOP_CENTER);
        shown.setAssertive(true);
        shown.addThemeVariants(NotificationVariant.LUMO_ERROR);
        Button close = new Button(shown.getTranslation("shared.close"), click -> shown.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        HorizontalLayout line = new HorizontalLayout(new Span(text), close);
        line.setAlignItems(FlexComponent.Alignment.CENTER);
        shown.add(line);
        // Pressed again in a hurry, the same sentence does not pile up.
        Standing.of(UI.getCurrent()).replace(text, shown);
        shown.open();
    }
}
