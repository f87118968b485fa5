package org.bihuan.shared.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import org.bihuan.shared.RuleViolation;
import org.bihuan.testing.MockScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Refusals beside the fields of a form; texts appear as their keys. */
@ExtendWith(MockScreen.class)
class RefusalsTest {

    private final TextField lead = new TextField();
    private final TextField person = new TextField();

    @BeforeEach
    void open() {
        UI.getCurrent().add(lead, person);
    }

    private boolean refusing(RuleViolation... found) {
        return new Refusals(UI.getCurrent(), Map.of("lead", lead, "person", person)).guard(() -> {
            throw RuleViolation.together(List.of(found));
        });
    }

    @Test
    void all_stand_beside_their_fields_and_those_of_one_field_stand_together() {
        RuleViolation missing = RuleViolation.at("person", "a.missing");
        RuleViolation stranger = RuleViolation.at("person", "a.stranger").about(List.of("XH2026-P02"));
        assertThat(refusing(RuleViolation.at("lead", "a.gone"), missing, stranger, missing))
                .isFalse();
        assertThat(lead.getErrorMessage()).isEqualTo("a.gone");
        assertThat(person.getErrorMessage()).isEqualTo("a.missing shared.about");
        assertThat(_find(Notification.class)).isEmpty();
    }

    @Test
    void what_concerns_no_field_is_said_as_a_message_besides() {
        refusing(RuleViolation.at("lead", "a.gone"), new RuleViolation("a.closing", "XH2026-P02"));
        assertThat(lead.isInvalid()).isTrue();
        assertThat(_find(Notification.class)).hasSize(1);
    }
}
