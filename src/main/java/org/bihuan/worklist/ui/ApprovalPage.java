package org.bihuan.worklist.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.bihuan.identity.PersonRef;
import org.bihuan.rectification.ClosureOpinion;
import org.bihuan.rectification.ClosureRequest;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.ProblemView;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Dates;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.Facts;
import org.bihuan.shared.ui.Notifications;
import org.bihuan.worklist.DecidedClosure;
import org.bihuan.worklist.WaitingClosure;
import org.jspecify.annotations.Nullable;

/** One closure as the leading group decides on it: what was wrong, what was done, what others said, the evidence. */
final class ApprovalPage extends Composite<Section> {

    private final transient ApprovalServices services;
    private final long item;
    private final CaseNumber number;
    private final Runnable decided;
    private final transient List<MeasureView> measures;
    private final H2 title = new H2();
    private final NativeButton skip = new NativeButton();
    private final Div decision = new Div();
    private String shownState = "";
    private @Nullable ApprovalForm form;
    private @Nullable TaskDraft draft;

    ApprovalPage(ApprovalServices services, long item, Runnable decided) {
        this.services = services;
        this.item = item;
        this.decided = decided;
        Optional<WaitingClosure> closure = services.approvals().find(item);
        this.number = closure.map(WaitingClosure::number)
                .or(() -> services.approvals().decided(item).map(DecidedClosure::number))
                .orElseThrow(() -> new NotFound("closure " + item));
        ProblemView problem = services.cases().problem(number);
        this.measures = services.cases().measures(number);
        List<ClosureRequest> requests = services.closures().requests(number);
        getContent().addClassName("approval-page");
        getContent().add(header(problem, closure));
        requests.stream().limit(1).forEach(latest -> getContent()
                .add(section("worklist.approval.request", request(latest))));
        getContent().add(section("worklist.approval.wrong", facts(problem)));
        addMeasures();
        if (requests.size() > 1) {
            Section earlier = section("worklist.approval.earlier");
            requests.stream().skip(1).forEach(request -> earlier.add(earlier(request)));
            getContent().add(earlier);
        }
        getContent().add(section("worklist.approval.timeline", services.parts().timeline(number)));
        decision.addClassNames("approval-bar", "approval-decision");
        decision.getElement().setAttribute("tabindex", "-1");
        getContent().add(decision);
        showDecision(closure);
    }

    private Div header(ProblemView problem, Optional<WaitingClosure> closure) {
        Span caseNumber = new Span(number.value());
        caseNumber.addClassName("number");
        Div above = new Div(caseNumber);
        closure.ifPresent(waiting -> above.add(services.parts().due(waiting.due(), waiting.level())));
        above.add(new Anchor("case/" + number, getTranslation("worklist.approval.dossier")));
        above.addClassName("page-header-above");
        skip.setText(getTranslation("worklist.approval.skip"));
        skip.addClickListener(click -> decision.getElement().executeJs("this.focus()"));
        skip.addClassNames("approval-skip", "quiet-button");
        title.setText(problem.title());
        title.getElement().setAttribute("tabindex", "-1");
        Div header = new Div(skip, above, title);
        header.addClassName("approval-header");
        return header;
    }

    private Facts facts(ProblemView problem) {
        Map<Long, PersonRef> people = services.directory()
                .persons(Stream.of(problem.leadOfficial(), problem.personResponsible())
                        .flatMap(Stream::ofNullable)
                        .distinct()
                        .toList());
        Facts facts = new Facts();
        addText(facts, "worklist.approval.manifestation", problem.manifestation());
        addText(facts, "worklist.approval.standard", problem.closureStandard());
        addText(facts, "worklist.approval.target", problem.target());
        addText(facts, "worklist.approval.cause", problem.causeAnalysis());
        Long unit = problem.responsibleUnit();
        addText(
                facts,
                "worklist.approval.unit",
                unit == null ? null : services.directory().unit(unit).name());
        addText(facts, "worklist.approval.person", name(people, problem.personResponsible()));
        addText(facts, "worklist.approval.leadOfficial", name(people, problem.leadOfficial()));
        boolean moved = !problem.due().equals(problem.originalDue());
        facts.add(
                getTranslation("worklist.approval.problemDue"),
                moved
                        ? getTranslation(
                                "worklist.approval.dueMoved",
                                Dates.dense(problem.due()),
                                Dates.dense(problem.originalDue()))
                        : Dates.dense(problem.due()));
        return facts;
    }

    private static @Nullable String name(Map<Long, PersonRef> people, @Nullable Long id) {
        PersonRef person = id == null ? null : people.get(id);
        return person == null ? null : person.name();
    }

    private void addText(Facts facts, String key, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            facts.add(getTranslation(key), lines(text));
        }
    }

    private static Paragraph lines(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("long-text");
        return paragraph;
    }

    private Component request(ClosureRequest request) {
        Div block = new Div(said(
                getTranslation("worklist.approval.proposed"),
                request.by(),
                request.onBehalfOf(),
                Dates.time(request.at()),
                request.summary()));
        request.opinions().forEach(opinion -> block.add(opinion(opinion)));
        return block;
    }

    private Div opinion(ClosureOpinion opinion) {
        return said(
                getTranslation("worklist.approval.opinion." + opinion.kind()),
                opinion.by(),
                opinion.onBehalfOf(),
                Dates.time(opinion.at()),
                opinion.text());
    }

    private Div said(String what, String by, @Nullable String onBehalfOf, String at, String text) {
        String who = onBehalfOf == null ? by : getTranslation("worklist.approval.onBehalf", by, onBehalfOf);
        Span when = new Span(getTranslation("worklist.approval.said", who, at));
        when.addClassName("said-who");
        Div head = new Div(new H3(what), when);
        head.addClassName("said-head");
        Div block = new Div(head, lines(text));
        block.addClassName("said");
        return block;
    }

    private Component earlier(ClosureRequest request) {
        Div block =
                new Div(new H3(getTranslation("worklist.approval.earlierNumber", request.ordinal())), request(request));
        block.addClassName("approval-earlier");
        return block;
    }

    private void addMeasures() {
        Section section = section("worklist.approval.measures");
        section.add(new Paragraph(counts()));
        services.parts().measures(measures).forEach(section::add);
        getContent().add(section);
    }

    private String counts() {
        return getTranslation("worklist.approval.counts", measures.size(), services.evidenceCount(number));
    }

    private Section section(String key, Component... content) {
        Section section = new Section(new H2(getTranslation(key)));
        section.addClassName("card");
        section.add(content);
        return section;
    }

    /** Takes a reader who came by keyboard, or who only hears the page, to its beginning. */
    void focusTitle() {
        title.getElement().executeJs("this.focus({preventScroll: true})");
    }

    /** Somebody acted: where that concerns this closure the decision gives way to what happened. */
    void follow() {
        showDecision(services.approvals().find(item));
    }

    private void showDecision(Optional<WaitingClosure> closure) {
        String state = closure.map(ApprovalPage::state).orElse("gone");
        if (state.equals(shownState)) {
            return;
        }
        shownState = state;
        decision.removeAll();
        boolean open = state.equals("open");
        decision.setClassName("closed", !open);
        showWhatIs(closure);
        if (!open) {
            keepWords();
        }
    }

    private void showWhatIs(Optional<WaitingClosure> closure) {
        if (closure.isEmpty()) {
            services.approvals()
                    .decided(item)
                    .ifPresentOrElse(
                            first -> addWhyNot(
                                    "worklist.approval.over",
                                    getTranslation("worklist.approval.decidedBy", first.by(), first.time())),
                            () -> addWhyNot("worklist.approval.over", getTranslation("worklist.approval.cancelled")));
            return;
        }
        RuleViolation objection = closure.get().objection();
        String other = closure.get().takenBy();
        if (objection != null) {
            addWhyNot("worklist.approval.notYou", getTranslation(objection.key(), objection.args()));
        } else if (other != null) {
            addWhyNot("worklist.approval.notNow", getTranslation("worklist.approval.takenBy", other));
        } else {
            addForm();
        }
    }

    private static String state(WaitingClosure closure) {
        if (closure.open()) {
            return "open";
        }
        return closure.objection() == null
                ? "taken " + closure.takenBy()
                : closure.objection().key();
    }

    private void addWhyNot(String headingKey, String why) {
        Div note = new Div(new H3(getTranslation(headingKey)), new Paragraph(why));
        note.addClassName("approval-note");
        note.getElement().setAttribute("role", "status");
        decision.add(note);
    }

    /** Whoever comes second has perhaps written a long opinion: it stays under the sentence about who was first. */
    private void keepWords() {
        if (form != null && draft != null && form.hasText()) {
            form.close();
            draft.close();
            decision.add(draft, form);
        }
    }

    private void addForm() {
        ApprovalForm made =
                new ApprovalForm(measures, services.parts().futureDate(getTranslation("worklist.approval.newDue")));
        TaskDraft kept = new TaskDraft(services.drafts(), services.json(), item, made::draft, made::restore);
        form = made;
        draft = kept;
        kept.restore();
        if (made.begun()) {
            // It stands open below everything there is to read; on a phone no bar tells of it.
            skip.setText(getTranslation("worklist.approval.goOn"));
            skip.removeClassName("approval-skip");
        }
        made.onChange(kept::keep);
        made.onRefused(this::follow);
        made.onDecide(choice -> {
            kept.requireDecided();
            services.approvals().decide(item, choice);
            kept.drop();
            Notifications.done(getTranslation(
                    choice.approved() ? "worklist.approval.approved" : "worklist.approval.returned", number));
            decided.run();
        });
        Span counts = new Span(counts());
        counts.addClassName("approval-counts");
        decision.add(counts, kept, made);
    }
}
