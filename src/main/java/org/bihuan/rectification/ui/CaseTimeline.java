package org.bihuan.rectification.ui;

import java.util.List;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.bihuan.audit.AuditRecord;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.ui.Timeline;
import org.jspecify.annotations.Nullable;

/** Everything that happened to a problem and its measures, newest first, page by page. */
final class CaseTimeline extends Composite<Div> {

    private static final int PAGE = 50;

    private final transient CaseServices services;
    private final CaseNumber problem;
    private final Timeline timeline = new Timeline();
    private final Button earlier = new Button();
    private @Nullable Long before;

    CaseTimeline(CaseServices services, CaseNumber problem) {
        this.services = services;
        this.problem = problem;
        earlier.setText(getTranslation("rectification.timeline.earlier"));
        earlier.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        earlier.addClickListener(click -> more());
        getContent().addClassName("case-timeline");
        more();
        if (before == null) {
            getContent().add(new Paragraph(getTranslation("rectification.timeline.empty")));
        } else {
            getContent().add(timeline, earlier);
        }
    }

    private void more() {
        List<AuditRecord> page = services.trail().ofProblem(problem.value(), before, PAGE);
        for (AuditRecord entry : page) {
            Anchor number = new Anchor("case/" + entry.stream(), entry.stream());
            number.addClassName("number");
            timeline.add(entry.at(), services.sentences().sentence(entry, getLocale()), "", number);
            before = entry.id();
        }
        earlier.setVisible(page.size() == PAGE);
    }
}
