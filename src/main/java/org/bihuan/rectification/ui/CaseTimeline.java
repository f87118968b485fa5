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

    /** As many as the trail gives at once. */
    private static final int PAPER_PAGE = 500;

    /** Entries that go on paper; nobody reads more of them there, and a large problem has some 400. */
    static final int MOST_ON_PAPER = 2_000;

    private final transient CaseServices services;
    private final CaseNumber problem;
    private final Timeline timeline = new Timeline();
    private final Button earlier = new Button();
    private final Paragraph part = Paper.partNote(getTranslation("rectification.paper.part"));
    private @Nullable Long before;

    CaseTimeline(CaseServices services, CaseNumber problem) {
        this(services, problem, PAGE);
        earlier.setText(getTranslation("rectification.timeline.earlier"));
        earlier.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        earlier.addClassName("no-print");
        earlier.addClickListener(click -> offer(more(PAGE)));
        if (before != null) {
            getContent().add(earlier, part);
        }
    }

    private CaseTimeline(CaseServices services, CaseNumber problem, int first) {
        this.services = services;
        this.problem = problem;
        getContent().addClassName("case-timeline");
        offer(more(first));
        getContent().add(before == null ? new Paragraph(getTranslation("rectification.timeline.empty")) : timeline);
    }

    /** All of it, as far as it can be read on paper; where that is not all, the end says so. */
    static CaseTimeline onPaper(CaseServices services, CaseNumber problem) {
        CaseTimeline whole = new CaseTimeline(services, problem, PAPER_PAGE);
        boolean goesOn = whole.earlier.isVisible();
        for (int shown = PAPER_PAGE; goesOn && shown < MOST_ON_PAPER; shown += PAPER_PAGE) {
            goesOn = whole.more(PAPER_PAGE);
        }
        if (goesOn && !services.cases().timeline(problem, whole.before, 1).isEmpty()) {
            whole.getContent().add(new Paragraph(whole.getTranslation("rectification.timeline.cut", MOST_ON_PAPER)));
        }
        return whole;
    }

    private void offer(boolean goesOn) {
        earlier.setVisible(goesOn);
        part.setVisible(goesOn);
    }

    /** Adds the next entries; whether there may be more behind them. */
    private boolean more(int most) {
        List<AuditRecord> page = services.cases().timeline(problem, before, most);
        for (AuditRecord entry : page) {
            Anchor number = new Anchor("case/" + entry.stream(), entry.stream());
            number.addClassName("number");
            timeline.add(entry.at(), services.sentences().sentence(entry, getLocale()), "", number);
            before = entry.id();
        }
        return page.size() == most;
    }
}
