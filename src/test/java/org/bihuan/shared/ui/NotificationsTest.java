package org.bihuan.shared.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.notification.Notification;
import org.bihuan.testing.MockScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MockScreen.class)
class NotificationsTest {

    private static List<String> shown() {
        MockVaadin.clientRoundtrip();
        return _find(Notification.class).stream()
                .filter(Notification::isOpened)
                .map(note -> note.getElement().getTextRecursively()
                        + note.getElement().getProperty("text", ""))
                .toList();
    }

    @Test
    void the_same_refusal_does_not_pile_up_and_different_ones_stand_together() {
        Notifications.refused("first");
        Notifications.refused("second");
        Notifications.refused("first");
        assertThat(shown())
                .hasSize(2)
                .anyMatch(text -> text.contains("first"))
                .anyMatch(text -> text.contains("second"));
    }

    @Test
    void what_works_takes_the_refusals_before_it_away() {
        Notifications.refused("first");
        Notifications.done("done");
        assertThat(shown()).hasSize(1).noneMatch(text -> text.contains("first"));
    }

    @Test
    void what_was_read_stays_behind_with_its_screen_and_what_leads_elsewhere_comes_along() {
        Notifications.refused("first");
        assertThat(shown()).hasSize(1);
        Notifications.refused("second");
        Notifications.leave();
        assertThat(shown()).singleElement().matches(text -> text.contains("second"));
    }
}
