package org.bihuan.worklist.ui;

import java.util.function.Predicate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import org.bihuan.worklist.WorkChanges;

/** Lets a screen follow the work of others for as long as it is open. */
final class Following {

    private Following() {}

    /**
     * Calls {@code told} in the screen's own session whenever work of its reader has changed.
     *
     * @param shows tells by its number whether a problem is on the screen; asked on another thread
     */
    static void changes(Component screen, WorkChanges changes, Predicate<String> shows, Runnable told) {
        screen.addAttachListener(attached -> {
            UI ui = attached.getUI();
            // A screen that has just closed is no fault, and must not keep the others from being told.
            WorkChanges.Subscription subscription = changes.subscribe(shows, ui.accessLater(told::run, () -> {})::run);
            screen.addDetachListener(detached -> {
                detached.unregisterListener();
                subscription.remove();
            });
        });
    }
}
