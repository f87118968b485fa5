package org.bihuan.findings;

import java.util.ArrayList;
import java.util.List;

import org.bihuan.findings.Outline.Node;
import org.jspecify.annotations.Nullable;

/** Makes a problem with its manifestations, measures and notes of the text under one heading. */
final class ProblemBuilder {

    private static final int TAIL_LENGTH = 40;

    private final @Nullable Integer year;
    private final boolean rectified;
    private int lastId;

    /** {@code rectified}: whether unlabelled text tells measures; otherwise it describes the problem. */
    ProblemBuilder(@Nullable Integer year, boolean rectified) {
        this.year = year;
        this.rectified = rectified;
    }

    int nextId() {
        return ++lastId;
    }

    ProblemDraft build(Node node) {
        int id = nextId();
        String line = node.text();
        int cut = titleEnd(line);
        Parts parts = new Parts(rectified && !labelled(node) ? Labels.Kind.MEASURE : Labels.Kind.MANIFESTATION);
        parts.add(line.substring(cut).strip());
        node.paragraphs.stream().skip(1).forEach(parts::add);
        node.children.forEach(child -> addChild(parts, child));
        parts.cutRun();
        return new ProblemDraft(
                id, node.marker, line.substring(0, cut).strip(), parts.manifestations, parts.notes, parts.measures);
    }

    /** A numbered child is a row of its own, or the label of the rows below it. */
    private void addChild(Parts parts, Node child) {
        Labels label = Labels.of(child.text());
        if (label != null) {
            child.paragraphs.forEach(parts::add);
            child.children.forEach(c -> addChild(parts, c));
            return;
        }
        parts.cutRun();
        parts.row(child.marker, whole(child));
    }

    private static String whole(Node node) {
        StringBuilder text = new StringBuilder();
        append(node, text);
        return text.toString().strip();
    }

    private static void append(Node node, StringBuilder text) {
        if (node.marker != null) {
            text.append(node.marker);
        }
        node.paragraphs.stream().filter(p -> !Paragraphs.isClosing(p)).forEach(text::append);
        node.children.forEach(c -> append(c, text));
    }

    private static boolean labelled(Node node) {
        boolean own = node.paragraphs.stream().map(Labels::of).anyMatch(l -> l != null && l.kind() != Labels.Kind.NOTE);
        return own
                || node.children.stream()
                        .map(c -> Labels.of(c.text()))
                        .anyMatch(l -> l != null && l.kind() != Labels.Kind.NOTE);
    }

    /** The title ends with its sentence, or with 问题 where the measures follow behind a comma or colon. */
    private static int titleEnd(String line) {
        List<String> sentences = Sentences.of(line);
        int end = sentences.isEmpty() ? 0 : sentences.get(0).length();
        if (!Outline.namesProblem(line)
                || Sentences.withoutClosingMark(line.substring(0, end)).endsWith("问题")) {
            return end;
        }
        for (int at = line.indexOf("问题"); at >= 0 && at + 2 < end; at = line.indexOf("问题", at + 2)) {
            if ("，：；".indexOf(line.charAt(at + 2)) >= 0) {
                return at + 3;
            }
        }
        return end;
    }

    /** Rows under way: what a label says holds until the next label. */
    private final class Parts {

        private final List<String> manifestations = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final List<MeasureDraft> measures = new ArrayList<>();
        private final List<String> run = new ArrayList<>();
        private Labels.Kind kind;
        private boolean closed;

        Parts(Labels.Kind kind) {
            this.kind = kind;
        }

        void add(String paragraph) {
            closed |= Paragraphs.isClosing(paragraph) || paragraph.startsWith("欢迎广大");
            if (closed || paragraph.isBlank()) {
                return;
            }
            Labels label = Labels.of(paragraph);
            if (label == null) {
                run.add(paragraph);
                return;
            }
            cutRun();
            if (label.kind() == Labels.Kind.NOTE) {
                notes.add(paragraph);
                return;
            }
            kind = label.kind();
            if (!label.rest().isEmpty()) {
                run.add(label.rest());
            }
        }

        /** Cuts the paragraphs gathered so far into rows; a signature behind the last sentence is none. */
        void cutRun() {
            List<String> text = new ArrayList<>(run);
            run.clear();
            while (text.size() > 1 && isSignature(text.get(text.size() - 1))) {
                text.remove(text.size() - 1);
            }
            MeasureText.Cut cut = MeasureText.cut(text);
            if (kind == Labels.Kind.MEASURE) {
                notes.addAll(cut.lead());
            } else {
                manifestations.addAll(cut.lead());
            }
            cut.pieces().forEach(p -> row(p.marker(), p.text()));
        }

        void row(@Nullable String marker, String text) {
            if (kind == Labels.Kind.MEASURE) {
                measures.add(measure(nextId(), marker, text, year));
            } else {
                manifestations.add(text);
            }
        }

        private boolean isSignature(String text) {
            return text.length() <= TAIL_LENGTH && !Sentences.ended(text) && text.indexOf('，') < 0;
        }
    }

    /** A measure with the facts in its text. */
    static MeasureDraft measure(int id, @Nullable String marker, String text, @Nullable Integer year) {
        Facts facts = Facts.of(text, year);
        return new MeasureDraft(id, marker, text, facts.quantities(), facts.growthRates(), facts.documents());
    }
}
