package org.bihuan.worklist.ui;

import java.util.List;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.bihuan.rectification.StepGuide;
import org.bihuan.shared.Dates;
import org.bihuan.shared.ModelText;
import org.bihuan.shared.ModelTexts;
import org.jspecify.annotations.Nullable;

/** What counts as done, why the task is mine, and who comes next, by name as far as it is known. */
final class TaskGuide extends Composite<Div> {

    private static final int NAMES = 3;

    private final transient ModelTexts models;

    /** @param barred whether a rule refuses the step to the reader, who then has no ground to do it */
    TaskGuide(ModelTexts models, StepGuide guide, boolean barred) {
        this.models = models;
        getContent().addClassNames("task-block", "task-guide");
        if (!guide.documentation().isBlank()) {
            getContent()
                    .add(
                            new H3(getTranslation("worklist.task.howDone")),
                            TaskFacts.text(models.documentation(guide.documentation(), getLocale())));
        }
        if (!barred) {
            getContent().add(new H3(getTranslation("worklist.task.why")), new Paragraph(why(guide.why())));
        }
        if (!guide.next().isEmpty()) {
            UnorderedList ways = new UnorderedList();
            ways.addClassName("next-steps");
            guide.next().forEach(next -> ways.add(way(next)));
            getContent().add(new H3(getTranslation("worklist.task.next")), ways);
        }
    }

    private String why(StepGuide.Why why) {
        String rule = rule(why.rule());
        String unit = why.unit() == null ? "" : why.unit();
        String key = "worklist.why." + why.ground();
        if (why.absent() != null && why.until() != null) {
            return getTranslation(key + ".for", rule, unit, why.absent(), Dates.full(why.until(), getLocale()));
        }
        return getTranslation(key, rule, unit, why.assignee() == null ? rule : why.assignee());
    }

    private String rule(@Nullable String rule) {
        return getTranslation(rule == null ? "worklist.rule.NONE" : "worklist.rule." + rule);
    }

    private ListItem way(StepGuide.Next next) {
        ListItem item = new ListItem();
        if (!next.condition().isBlank()) {
            Span condition = new Span(name(next.condition()));
            condition.addClassName("chip");
            item.add(condition);
        }
        if (!next.after().isBlank()) {
            item.add(new Span(getTranslation("worklist.next.after", name(next.after()))));
        }
        Span step = new Span(name(next.step()));
        step.addClassName("next-step");
        item.add(step);
        if (next.rule() != null) {
            Span people = new Span(people(next.people(), next.rule()));
            people.addClassName("quiet");
            item.add(people);
        }
        return item;
    }

    private String name(ModelText text) {
        return models.name(text, getLocale());
    }

    private String people(List<String> names, String rule) {
        if (names.isEmpty()) {
            return getTranslation("worklist.next.unknown", rule(rule));
        }
        String first = String.join(getTranslation("shared.listed"), names.subList(0, Math.min(NAMES, names.size())));
        return names.size() > NAMES
                ? getTranslation("worklist.next.people.more", first, names.size(), rule(rule))
                : getTranslation("worklist.next.people", first, rule(rule));
    }
}
