package org.bihuan.audit.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.bihuan.audit.AuditRecord;
import org.bihuan.audit.AuditSentences;
import org.bihuan.audit.ChainCheck;
import org.bihuan.audit.TrailEntry;
import org.bihuan.audit.TrailKind;
import org.bihuan.audit.TrailReading;
import org.bihuan.shared.Dates;
import org.bihuan.shared.ui.Facts;
import org.bihuan.shared.ui.Focus;
import org.bihuan.shared.ui.StatusChip;

/** One entry in full: what, who, about what, each fact, its place in the chain, and the check of that chain. */
final class TrailDetail extends Composite<Article> {

    /** A measure of a plan as the trail keeps it: number, due, ids of unit and person, then the standard. */
    private static final Pattern PLANNED =
            Pattern.compile("^(\\S+-M\\d+) (\\d{4}-\\d{2}-\\d{2}) (\\d+) (\\d+) ", Pattern.MULTILINE);

    private final transient TrailReading reading;
    private final transient AuditRecord entry;
    private final transient AuditSentences sentences;
    private final H2 title;
    private final Div result = new Div();

    TrailDetail(
            TrailReading reading, AuditSentences sentences, TrailEntry shown, BiConsumer<String, String> everything) {
        this.reading = reading;
        this.sentences = sentences;
        this.entry = shown.record();
        Locale locale = getLocale();
        String stream = entry.stream();
        StreamWords words = new StreamWords(this);
        String name = words.name(stream, reading.names(Set.of(stream)));
        title = new H2(sentences.what(entry, locale));
        title.addClassName("trail-what");
        Facts facts = new Facts()
                .add(getTranslation("audit.trail.column.at"), Dates.second(entry.at()))
                .add(getTranslation("audit.trail.column.who"), sentences.actor(entry, locale));
        if (entry.onBehalfOf() != null) {
            facts.add(getTranslation("audit.trail.onBehalfOf"), entry.onBehalfOf());
        }
        facts.add(getTranslation("audit.trail.column.about"), about(stream, name))
                .add(getTranslation("audit.trail.column.origin"), words.origin(entry));
        TrailKind.of(entry.action())
                .ifPresent(kind -> facts.add(getTranslation("audit.trail.filter.kind"), getTranslation(kind.key())));
        Button all = new Button(getTranslation("audit.trail.everything"), click -> everything.accept(stream, name));
        all.addThemeVariants(ButtonVariant.LUMO_SMALL);
        getContent().addClassName("trail-detail");
        getContent().add(title, facts, all);
        details();
        chain(shown);
    }

    private Component about(String stream, String name) {
        if (!reading.dossiers(Set.of(stream)).contains(stream)) {
            return new Span(name);
        }
        Anchor dossier = new Anchor("case/" + stream, name);
        dossier.addClassName("number");
        return dossier;
    }

    private void details() {
        Map<String, String> told = new TreeMap<>(entry.facts());
        told.computeIfPresent("measures", (fact, text) -> plan(text));
        Map<String, String> named = sentences.facts(told, getLocale());
        if (named.isEmpty()) {
            return;
        }
        Facts facts = new Facts();
        facts.addClassName("trail-facts");
        named.forEach(facts::add);
        getContent().add(new H3(getTranslation("audit.trail.facts")), facts);
    }

    /** The measures of a plan, with units and people by their names of today. */
    private String plan(String text) {
        Set<String> streams = PLANNED.matcher(text)
                .results()
                .flatMap(line -> Stream.of("unit:" + line.group(3), "person:" + line.group(4)))
                .collect(Collectors.toSet());
        Map<String, String> names = reading.names(streams);
        return PLANNED.matcher(text)
                .replaceAll(line -> Matcher.quoteReplacement(getTranslation(
                        "audit.trail.planned",
                        line.group(1),
                        line.group(2),
                        names.getOrDefault("unit:" + line.group(3), line.group(3)),
                        names.getOrDefault("person:" + line.group(4), line.group(4)))));
    }

    private void chain(TrailEntry shown) {
        Facts facts = new Facts()
                .add(getTranslation("audit.trail.seq"), getTranslation("audit.trail.seqOf", entry.seq()))
                .add(getTranslation("audit.trail.hash"), digest(entry.hash()))
                .add(
                        getTranslation("audit.trail.previous"),
                        entry.seq() == 1
                                ? new Span(getTranslation("audit.trail.first"))
                                : digest(shown.previousHash()));
        result.addClassName("trail-result");
        result.getElement().setAttribute("role", "status");
        Button check = new Button(getTranslation("audit.trail.check"), click -> check());
        check.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getContent()
                .add(
                        new H3(getTranslation("audit.trail.chain")),
                        facts,
                        new Paragraph(getTranslation("audit.trail.checkExplained")),
                        check,
                        result);
    }

    private static Span digest(String hash) {
        Span digest = new Span(hash);
        digest.addClassName("trail-digest");
        return digest;
    }

    private void check() {
        ChainCheck check = reading.check(entry.stream());
        result.removeAll();
        if (check.intact()) {
            result.add(
                    new StatusChip(getTranslation("audit.trail.intact"), StatusChip.Tone.DONE),
                    new Paragraph(getTranslation("audit.trail.intactTo", check.headSeq())));
        } else {
            List<ChainCheck.Fault> faults = check.faults();
            UnorderedList list = new UnorderedList();
            faults.forEach(
                    fault -> list.add(new ListItem(getTranslation(fault.kind().key(), fault.seq()))));
            result.add(
                    new StatusChip(getTranslation("audit.trail.broken"), StatusChip.Tone.RETURNED),
                    new Paragraph(getTranslation("audit.trail.brokenAt", faults.size())),
                    list);
        }
        result.add(new Facts().add(getTranslation("audit.trail.head"), digest(check.headHash())));
    }

    /** Keyboard and screen reader go on from here. */
    void focus() {
        Focus.on(title);
    }
}
