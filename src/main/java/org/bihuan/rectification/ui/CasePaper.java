package org.bihuan.rectification.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import org.bihuan.identity.Names;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.OpenSteps.Step;
import org.bihuan.rectification.ProblemView;

/**
 * The dossier as it goes on paper: all that can be read, with every measure open, the whole timeline and the
 * whole diagram, where the screen shows one part at a time.
 */
final class CasePaper extends Paper {

    CasePaper() {
        addClassName("case-paper");
    }

    /** Fills the paper, prints it, and clears it. */
    void print(CaseServices services, ProblemView problem, List<MeasureView> measures, List<Step> steps, Names names) {
        removeAll();
        Div opened = new Div();
        for (MeasureView measure : measures) {
            List<Step> own = steps.stream()
                    .filter(step -> step.caseNumber().equals(measure.caseNumber()))
                    .toList();
            MeasureDetails details = new MeasureDetails(services, measure, own, names, false, () -> {});
            details.open();
            opened.add(details);
        }
        part("FACTS", new CaseFacts(services, problem, names));
        part("MEASURES", opened, measures.size());
        part("TIMELINE", CaseTimeline.onPaper(services, problem.caseNumber()));
        part("DIAGRAM", new CaseDiagramPanel(services, problem.caseNumber(), measures, steps));
        print();
    }

    private void part(String name, Component content, Object... args) {
        Section section = new Section(new H2(getTranslation("rectification.dossier.part." + name, args)), content);
        section.addClassName("card");
        add(section);
    }
}
