package org.bihuan.rectification.ui;

import java.util.Map;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.bihuan.rectification.MeasureView;
import org.bihuan.shared.Dates;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.Notifications;
import org.bihuan.shared.ui.Refusals;

/** Moves the due date of a measure, with a reason; the original date stays. */
final class MoveDueDialog extends Dialog {

    MoveDueDialog(CaseServices services, MeasureView measure, Runnable moved) {
        setHeaderTitle(getTranslation("rectification.moveDue.title", measure.caseNumber()));
        setCloseOnOutsideClick(false);
        setWidth("min(32rem, 95vw)");
        LocalDateField newDue = new LocalDateField(getTranslation("rectification.moveDue.newDue"));
        newDue.setRequiredIndicatorVisible(true);
        newDue.setWidthFull();
        TextArea reason = new TextArea(getTranslation("rectification.moveDue.reason"));
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        reason.setMinRows(3);
        Refusals refusals = new Refusals(this, Map.of("newDue", newDue, "reason", reason));
        Button save = new Button(getTranslation("rectification.moveDue.save"), click -> {
            boolean done = refusals.guard(() -> {
                RuleViolation.gather(
                        () -> {
                            if (newDue.getValue() == null) {
                                throw RuleViolation.at("newDue", "rectification.moveDue.noNewDue");
                            }
                        },
                        () -> {
                            if (reason.getValue().isBlank()) {
                                throw RuleViolation.at("reason", "rectification.moveDue.noReason");
                            }
                        });
                services.work().moveDue(measure.caseNumber(), newDue.getValue(), reason.getValue());
            });
            if (done) {
                close();
                Notifications.done(getTranslation("rectification.moveDue.done", measure.caseNumber()));
                moved.run();
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(
                new Paragraph(getTranslation(
                        "rectification.moveDue.hint", Dates.dense(measure.due()), Dates.dense(measure.originalDue()))),
                newDue,
                reason);
        getFooter().add(new Button(getTranslation("rectification.dialog.cancel"), click -> close()), save);
    }
}
