package org.bihuan.rectification.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.OpenSteps.Step;
import org.bihuan.rectification.ProblemView;

/**
 * The dossier as it goes on paper: all that can be read, with every measure open, where the screen shows
 * one part at a time. It is there for as long as it is printed.
 */
final class CasePaper extends Div {

    /** Some browsers answer at once and print later, so what is printed is taken away only after it. */
    private static final String PRINT = """
            return new Promise(done => {
              window.addEventListener('afterprint', () => done(true), {once: true});
              requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
            });
            """;

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
        part("TIMELINE", new CaseTimeline(services, problem.caseNumber()));
        getElement().executeJs(PRINT).then(printed -> removeAll());
    }

    private void part(String name, Component content, Object... args) {
        Section section = new Section(new H2(getTranslation("rectification.dossier.part." + name, args)), content);
        section.addClassName("card");
        add(section);
    }
}
