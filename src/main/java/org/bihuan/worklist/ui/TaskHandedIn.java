package org.bihuan.worklist.ui;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import org.bihuan.audit.AuditRecord;
import org.bihuan.audit.FactList;
import org.bihuan.rectification.AttemptView;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Dates;
import org.jspecify.annotations.Nullable;

/** What was handed in with a step that is done, field by field, as the trail and the attempts have kept it. */
final class TaskHandedIn extends Composite<Div> {

    /** A measure's line in the trail of a plan: number, date, unit, person, standard, which may run over lines. */
    private static final Pattern PLANNED =
            Pattern.compile("(\\S+) (\\d{4}-\\d{2}-\\d{2}) (\\d+|null) (\\d+|null) (.*)", Pattern.DOTALL);

    private static final String NOBODY = "null";
    private static final Pattern NEXT_PLANNED = Pattern.compile("\\n(?=\\S+-M\\d+ \\d{4}-\\d{2}-\\d{2} )");

    private final transient TaskPanelFactory services;
    private final transient Map<String, String> facts;

    private TaskHandedIn(TaskPanelFactory services, AuditRecord entry) {
        this.services = services;
        this.facts = entry.facts();
        getContent().addClassNames("task-block", "task-handed-in");
        getContent().add(new H3(getTranslation("worklist.handedIn.title")));
        switch (entry.action()) {
            case "measure.submitted" -> add("rectification.form.carryOut.report", report(entry.stream()));
            case "plan.drafted" -> plan();
            case "closure.proposed" -> add("rectification.form.closure.summary", facts.get("summary"));
            case "followUp.done" -> add("rectification.form.followUp.result", facts.get("result"));
            case "step.done" -> {
                add("worklist.handedIn.verdict", facts.get("outcome"));
                add("worklist.handedIn.entries", facts.get("entries"));
            }
            case "measure.reviewed",
                    "measure.accepted",
                    "plan.approved",
                    "closure.reviewed",
                    "closure.verified",
                    "closure.approved" -> approved();
            case "measure.returned", "plan.returned", "closure.returned" -> returned(entry.action());
            default -> {
                // Receipts and the like: nothing is filled in.
            }
        }
    }

    /** What went with this act; empty where nothing was filled in. */
    static Optional<TaskHandedIn> of(TaskPanelFactory services, @Nullable AuditRecord act) {
        return Optional.ofNullable(act)
                .map(entry -> new TaskHandedIn(services, entry))
                .filter(shown -> shown.getContent().getComponentCount() > 1);
    }

    private @Nullable String report(String measure) {
        return services.cases().attempts(new CaseNumber(measure)).stream()
                .filter(attempt -> Integer.toString(attempt.attempt()).equals(facts.get("attempt")))
                .map(AttemptView::report)
                .findFirst()
                .orElse(null);
    }

    private void approved() {
        add("worklist.handedIn.verdict", getTranslation("rectification.form.decision.approve"));
        add("rectification.form.decision.opinion", facts.get("opinion"));
    }

    private void returned(String action) {
        add("worklist.handedIn.verdict", getTranslation("rectification.form.decision.return"));
        add("worklist.task.returnReason", facts.get("reason"));
        add(
                "rectification.form.decision.redo",
                String.join(getTranslation("shared.listed"), FactList.read(facts.getOrDefault("redo", ""))));
        // A measure that keeps its date is on record with the date that it keeps.
        add(
                action.equals("measure.returned") ? "worklist.task.due" : "rectification.form.decision.newDue",
                day(facts.getOrDefault("newDue", "")));
    }

    private void plan() {
        add("rectification.form.plan.cause", facts.get("causeAnalysis"));
        add("rectification.form.plan.target", facts.get("target"));
        add("rectification.form.plan.standard", facts.get("closureStandard"));
        for (String line : NEXT_PLANNED.split(facts.getOrDefault("measures", ""))) {
            Matcher measure = PLANNED.matcher(line);
            if (measure.matches()) {
                getContent().add(TaskFacts.labelled(measure.group(1), measure.group(5)));
                getContent()
                        .add(TaskFacts.text(getTranslation(
                                "worklist.handedIn.measure",
                                unit(measure.group(3)),
                                person(measure.group(4)),
                                day(measure.group(2)))));
            }
        }
    }

    private String unit(String id) {
        return id.equals(NOBODY)
                ? ""
                : services.directory().unit(Long.parseLong(id)).name();
    }

    private String person(String id) {
        return id.equals(NOBODY)
                ? ""
                : services.directory().person(Long.parseLong(id)).name();
    }

    private static String day(String stored) {
        try {
            return stored.isBlank() ? "" : Dates.dense(LocalDate.parse(stored));
        } catch (DateTimeParseException other) {
            return stored;
        }
    }

    private void add(String labelKey, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            getContent().add(TaskFacts.labelled(getTranslation(labelKey), text));
        }
    }
}
