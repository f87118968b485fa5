package org.bihuan.rectification.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.bihuan.rectification.MeasureResponsibility;
import org.bihuan.rectification.ProblemState;
import org.bihuan.rectification.ProblemView;
import org.bihuan.rectification.Responsibility;
import org.bihuan.rectification.Rounds;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.Notifications;
import org.bihuan.shared.ui.Refusals;

/** Names who answers for a problem and its measures and, if wished, starts it (部署) in the same stroke. */
final class AssignDialog extends Dialog {

    private final AssignFields fields;
    private final AssignMeasures measures;
    private final transient Rounds rounds;
    private final transient ProblemView problem;
    private final Runnable done;
    private final Button save;
    private final Button start;

    AssignDialog(CaseServices services, Rounds rounds, ProblemView problem, Runnable done) {
        this.rounds = rounds;
        this.problem = problem;
        this.done = done;
        this.fields = new AssignFields(services.directory(), false);
        this.measures = new AssignMeasures(services, problem);
        boolean running = problem.state() != ProblemState.IMPORTED;
        setHeaderTitle(getTranslation("rectification.assignDialog.title", problem.caseNumber()));
        setCloseOnOutsideClick(false);
        setWidth("min(46rem, 95vw)");
        fields.show(new Responsibility(
                problem.leadOfficial(),
                problem.leadUnit(),
                problem.responsibleUnit(),
                problem.personResponsible(),
                services.cases().supportingUnits(problem.caseNumber())));
        add(new Paragraph(problem.title()));
        if (running) {
            add(ImportNotes.info(getTranslation("findings.assign.running")));
        }
        add(fields, measures);
        save = new Button(
                getTranslation(running ? "findings.assign.change" : "rectification.assignDialog.save"),
                click -> save(false));
        start = new Button(getTranslation("rectification.assignDialog.start"), click -> save(true));
        start.setVisible(!running);
        (running ? save : start).addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        start.setDisableOnClick(true);
        getFooter().add(new Button(getTranslation("rectification.dialog.cancel"), click -> close()), save, start);
    }

    private void save(boolean starting) {
        Map<String, HasValidation> byName = new HashMap<>(fields.byName());
        byName.putAll(measures.byName());
        boolean saved = new Refusals(this, byName).guard(() -> {
            RuleViolation.gather(fields::required, measures::requireComplete);
            Responsibility to = fields.required();
            List<MeasureResponsibility> own = measures.orders();
            if (starting) {
                rounds.deploy(problem.caseNumber(), to, own);
            } else {
                rounds.assign(problem.caseNumber(), to, own);
            }
        });
        measures.showRefused();
        save.setEnabled(true);
        start.setEnabled(true);
        if (saved) {
            close();
            Notifications.done(
                    starting
                            ? getTranslation("rectification.assignDialog.started", problem.caseNumber())
                            : getTranslation("rectification.assignDialog.saved", problem.caseNumber()));
            done.run();
        }
    }
}
