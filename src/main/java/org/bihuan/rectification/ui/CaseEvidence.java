package org.bihuan.rectification.ui;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.evidence.ui.EvidencePanel;
import org.bihuan.rectification.MeasureView;
import org.bihuan.shared.CaseNumber;

/** The evidence of all measures of a problem, measure by measure. */
final class CaseEvidence extends Composite<Div> {

    CaseEvidence(CaseServices services, CaseNumber problem, List<MeasureView> measures) {
        List<EvidenceItem> items = services.evidence().ofProblem(problem.value());
        Set<String> proven = items.stream()
                .filter(item -> !item.withdrawn())
                .map(EvidenceItem::caseNumber)
                .collect(Collectors.toSet());
        long files = items.stream().filter(item -> !item.withdrawn()).count();
        getContent()
                .add(new Paragraph(
                        getTranslation("rectification.dossier.evidenceCount", files, proven.size(), measures.size())));
        for (MeasureView measure : measures) {
            Anchor number = new Anchor(
                    "case/" + measure.caseNumber(), measure.caseNumber().value());
            number.addClassName("number");
            Section block = new Section(new H3(number, new Span(" " + measure.heading())));
            block.addClassName("evidence-block");
            block.add(new EvidencePanel(
                    services.evidence(),
                    services.currentActor(),
                    measure.caseNumber().value(),
                    measure.attempt(),
                    measure.requiredEvidence(),
                    false));
            getContent().add(block);
        }
    }
}
