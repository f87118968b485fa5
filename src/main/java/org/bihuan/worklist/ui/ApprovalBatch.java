package org.bihuan.worklist.ui;

import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import org.bihuan.rectification.ClosureOpinion;
import org.bihuan.rectification.MeasureView;
import org.bihuan.shared.RuleViolation;
import org.bihuan.worklist.Approvals;
import org.bihuan.worklist.WaitingClosure;

/**
 * Approves several closures: lists each with its measures and evidence, asks for the opinion, and
 * says afterwards what became of each.
 */
final class ApprovalBatch extends Dialog {

    private final transient ApprovalServices services;
    private final transient List<WaitingClosure> chosen;
    private final Runnable decided;
    private final TextArea opinion = new TextArea();

    ApprovalBatch(ApprovalServices services, List<WaitingClosure> chosen, Runnable decided) {
        this.services = services;
        this.chosen = List.copyOf(chosen);
        this.decided = decided;
        addClassName("approval-batch");
        setHeaderTitle(getTranslation("worklist.approval.batch.title", chosen.size()));
        setWidth("46rem");
        setMaxWidth("100%");
        add(new Paragraph(getTranslation("worklist.approval.batch.hint")), cases(), opinion());
        Button approve = new Button(getTranslation("worklist.approval.batch.approve", chosen.size()));
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        approve.setDisableOnClick(true);
        approve.addClickListener(click -> {
            try {
                approve();
            } finally {
                approve.setEnabled(true);
            }
        });
        getFooter().add(new Button(getTranslation("worklist.approval.cancel"), click -> close()), approve);
    }

    private OrderedList cases() {
        OrderedList list = new OrderedList();
        list.addClassName("batch-cases");
        chosen.forEach(closure -> list.add(item(closure)));
        return list;
    }

    private ListItem item(WaitingClosure closure) {
        Span number = new Span(closure.number().value());
        number.addClassName("number");
        List<MeasureView> measures = services.cases().measures(closure.number());
        UnorderedList names = new UnorderedList();
        measures.forEach(measure -> names.add(new ListItem(measure.caseNumber() + " " + measure.heading())));
        ListItem item = new ListItem(
                new Div(number, new H3(closure.title())),
                new Paragraph(getTranslation(
                        "worklist.approval.batch.counts", measures.size(), services.evidenceCount(closure.number()))),
                names);
        services.closures().requests(closure.number()).stream()
                .limit(1)
                .flatMap(request -> request.opinions().stream())
                .forEach(said -> item.add(opinion(said)));
        return item;
    }

    private Paragraph opinion(ClosureOpinion said) {
        Paragraph line = new Paragraph(getTranslation(
                "worklist.approval.batch.opinion",
                getTranslation("worklist.approval.opinion." + said.kind()),
                said.by(),
                said.text()));
        line.addClassName("batch-opinion");
        return line;
    }

    private TextArea opinion() {
        opinion.setLabel(getTranslation("worklist.approval.opinion"));
        opinion.setHelperText(getTranslation("worklist.approval.batch.opinionHint"));
        opinion.setRequiredIndicatorVisible(true);
        opinion.setMinRows(2);
        opinion.setWidthFull();
        return opinion;
    }

    private void approve() {
        List<Approvals.Outcome> outcomes;
        try {
            outcomes = services.approvals()
                    .approveAll(chosen.stream().map(WaitingClosure::item).toList(), opinion.getValue());
        } catch (RuleViolation refusal) {
            opinion.setErrorMessage(getTranslation(refusal.key(), refusal.args()));
            opinion.setInvalid(true);
            opinion.focus();
            return;
        }
        show(outcomes);
    }

    private void show(List<Approvals.Outcome> outcomes) {
        long approved =
                outcomes.stream().filter(outcome -> outcome.refusal() == null).count();
        BatchResult.show(
                this,
                getTranslation("worklist.approval.result.title"),
                getTranslation("worklist.approval.result.sum", approved, outcomes.size() - approved),
                getTranslation("worklist.approval.result.approved"),
                outcomes.stream()
                        .map(outcome -> new BatchResult.Line(outcome.number(), outcome.title(), outcome.refusal()))
                        .toList(),
                decided);
    }
}
