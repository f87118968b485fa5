package org.bihuan.rectification.ui;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.bihuan.rectification.Submission;
import org.jspecify.annotations.Nullable;

/** Forms of one text or none: receipt, work done, request for close-out, follow-up. */
final class SimpleForms {

    private SimpleForms() {}

    static final class Acknowledge extends StepForm {
        Acknowledge() {
            getContent().add(new Paragraph(getTranslation("rectification.form.acknowledge.text")));
            action(
                    "rectification.form.acknowledge.submit",
                    ButtonVariant.LUMO_PRIMARY,
                    () -> submit(Submission.Acknowledge::new));
        }
    }

    static final class CarryOut extends StepForm {

        /** @param earlier what was handed in before it was returned, to go on from; or null */
        CarryOut(@Nullable String earlier) {
            TextArea report = text("report", "rectification.form.carryOut.report", "rectification.form.carryOut.hint");
            report.setMinRows(5);
            start(report, earlier);
            action(
                    "rectification.form.carryOut.submit",
                    ButtonVariant.LUMO_PRIMARY,
                    () -> submit(() -> new Submission.CarryOut(report.getValue())));
        }
    }

    static final class Closure extends StepForm {

        /** @param earlier the summary that was handed in before it was returned, or null */
        Closure(@Nullable String earlier) {
            TextArea summary = text("summary", "rectification.form.closure.summary", "rectification.form.closure.hint");
            summary.setMinRows(5);
            start(summary, earlier);
            action(
                    "rectification.form.closure.submit",
                    ButtonVariant.LUMO_PRIMARY,
                    () -> submit(() -> new Submission.Closure(summary.getValue())));
        }
    }

    static final class FollowUp extends StepForm {
        FollowUp() {
            TextArea result = text("result", "rectification.form.followUp.result", "rectification.form.followUp.hint");
            action(
                    "rectification.form.followUp.submit",
                    ButtonVariant.LUMO_PRIMARY,
                    () -> submit(() -> new Submission.FollowUp(result.getValue())));
        }
    }

    private static void start(TextArea area, @Nullable String earlier) {
        if (earlier != null) {
            area.setValue(earlier);
        }
    }
}
