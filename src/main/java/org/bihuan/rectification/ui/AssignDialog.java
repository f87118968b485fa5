package org.bihuan.rectification.ui;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.bihuan.identity.Directory;
import org.bihuan.identity.PersonRef;
import org.bihuan.identity.UnitRef;
import org.bihuan.rectification.ProblemView;
import org.bihuan.rectification.Responsibility;
import org.bihuan.rectification.Rounds;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.Notifications;
import org.bihuan.shared.ui.Refusals;

/** Names who answers for a problem and, if wished, starts it (部署). */
final class AssignDialog extends Dialog {

    private final ComboBox<PersonRef> lead = new ComboBox<>();
    private final ResponsibleFields responsible;
    private final MultiSelectComboBox<UnitRef> supporting = new MultiSelectComboBox<>();
    private final transient Rounds rounds;
    private final transient ProblemView problem;
    private final Runnable done;
    private final Refusals refusals;

    AssignDialog(CaseServices services, Rounds rounds, ProblemView problem, Runnable done) {
        this.rounds = rounds;
        this.problem = problem;
        this.done = done;
        this.responsible = new ResponsibleFields(services.directory());
        setHeaderTitle(getTranslation("rectification.assignDialog.title", problem.caseNumber()));
        setWidth("min(36rem, 95vw)");
        fields(services.directory(), services.cases().supportingUnits(problem.caseNumber()));
        refusals = new Refusals(
                this,
                Map.of(
                        "leadOfficial",
                        lead,
                        "responsibleUnit",
                        responsible.unit(),
                        "personResponsible",
                        responsible.person(),
                        "supportingUnits",
                        supporting));
        Button save = new Button(getTranslation("rectification.assignDialog.save"), click -> save(false));
        Button start = new Button(getTranslation("rectification.assignDialog.start"), click -> save(true));
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("rectification.dialog.cancel"), click -> close()), save, start);
    }

    private void fields(Directory directory, Set<Long> supportingNow) {
        lead.setLabel(getTranslation("rectification.case.leadOfficial"));
        lead.setRequiredIndicatorVisible(true);
        lead.setWidthFull();
        lead.setItemLabelGenerator(PersonRef::name);
        lead.setItems(query ->
                directory.searchPersons(query.getFilter().orElse(""), query.getOffset() + query.getLimit()).stream()
                        .skip(query.getOffset()));
        Long leadNow = problem.leadOfficial();
        if (leadNow != null) {
            lead.setValue(directory.person(leadNow));
        }
        responsible.show(problem.responsibleUnit(), problem.personResponsible());
        supporting.setLabel(getTranslation("rectification.case.supporting"));
        supporting.setWidthFull();
        supporting.setItems(directory.units());
        supporting.setItemLabelGenerator(UnitRef::name);
        supporting.setValue(directory.units().stream()
                .filter(unit -> supportingNow.contains(unit.id()))
                .collect(Collectors.toSet()));
        add(new Paragraph(problem.title()), lead, responsible.unit(), responsible.person(), supporting);
    }

    private void save(boolean start) {
        boolean saved = refusals.guard(() -> {
            rounds.assign(problem.caseNumber(), responsibility());
            if (start) {
                rounds.start(problem.caseNumber());
            }
        });
        if (saved) {
            close();
            Notifications.done(
                    start
                            ? getTranslation("rectification.assignDialog.started", problem.caseNumber())
                            : getTranslation("rectification.assignDialog.saved", problem.caseNumber()));
            done.run();
        }
    }

    private Responsibility responsibility() {
        if (lead.getValue() == null) {
            throw RuleViolation.at("leadOfficial", "rectification.plan.textMissing");
        }
        long unit = responsible.requiredUnit();
        long person = responsible.requiredPerson();
        Set<Long> helpers = supporting.getValue().stream().map(UnitRef::id).collect(Collectors.toSet());
        return new Responsibility(lead.getValue().id(), unit, unit, person, helpers);
    }
}
