package org.bihuan.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bihuan.shared.NotFound;
import org.jspecify.annotations.Nullable;

/**
 * A row of a draft while it is being corrected: aspect, problem or measure alike, with its rows below
 * in a list that may change.
 *
 * @param depth 0 aspect, 1 problem, 2 measure
 * @param unchanged the measure with its facts while its wording is that of the source, else null
 */
record DraftRow(
        int depth,
        int id,
        @Nullable String marker,
        String text,
        List<String> manifestations,
        List<String> notes,
        List<DraftRow> children,
        @Nullable MeasureDraft unchanged) {

    static List<DraftRow> tree(FindingsDraft draft) {
        List<DraftRow> aspects = new ArrayList<>();
        for (AspectDraft a : draft.aspects()) {
            List<DraftRow> problems = new ArrayList<>();
            for (ProblemDraft p : a.problems()) {
                List<DraftRow> measures = new ArrayList<>();
                for (MeasureDraft m : p.measures()) {
                    measures.add(
                            new DraftRow(2, m.id(), m.marker(), m.text(), List.of(), List.of(), new ArrayList<>(), m));
                }
                problems.add(new DraftRow(
                        1,
                        p.id(),
                        p.marker(),
                        p.title(),
                        new ArrayList<>(p.manifestations()),
                        new ArrayList<>(p.notes()),
                        measures,
                        null));
            }
            aspects.add(new DraftRow(0, a.id(), a.marker(), a.title(), List.of(), List.of(), problems, null));
        }
        return aspects;
    }

    static FindingsDraft draft(FindingsDraft before, List<DraftRow> tree) {
        Integer year = before.header().year();
        return before.withAspects(tree.stream()
                .map(a -> new AspectDraft(
                        a.id,
                        a.marker,
                        a.text,
                        a.children.stream().map(p -> p.problem(year)).toList()))
                .toList());
    }

    static Optional<DraftRow> find(List<DraftRow> rows, int id) {
        for (DraftRow row : rows) {
            Optional<DraftRow> found = row.id == id ? Optional.of(row) : find(row.children, id);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The list that holds row {@code id}. */
    static List<DraftRow> siblings(List<DraftRow> tree, int id) {
        return holder(tree, id).orElseThrow(() -> new NotFound("draft row " + id));
    }

    /** All rows of one depth in their order; empty above the aspects. */
    static List<DraftRow> level(List<DraftRow> tree, int depth) {
        List<DraftRow> rows = depth < 0 ? List.of() : tree;
        for (int i = 0; i < depth; i++) {
            rows = rows.stream().flatMap(r -> r.children.stream()).toList();
        }
        return rows;
    }

    /** The place of row {@code id} in a list, or -1. */
    static int index(List<DraftRow> rows, int id) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id == id) {
                return i;
            }
        }
        return -1;
    }

    /** The place of the row under which row {@code id} stands, or -1. */
    static int holderIndex(List<DraftRow> rows, int id) {
        for (int i = 0; i < rows.size(); i++) {
            if (index(rows.get(i).children, id) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<List<DraftRow>> holder(List<DraftRow> rows, int id) {
        if (rows.stream().anyMatch(r -> r.id == id)) {
            return Optional.of(rows);
        }
        return rows.stream()
                .map(r -> holder(r.children, id))
                .flatMap(Optional::stream)
                .findFirst();
    }

    DraftRow reworded(String wording) {
        return new DraftRow(depth, id, keptMarker(wording), wording, manifestations, notes, children, null);
    }

    DraftRow merged(DraftRow next) {
        List<DraftRow> below = joined(children, next.children);
        return new DraftRow(
                depth,
                id,
                marker,
                text + next.text,
                joined(manifestations, next.manifestations),
                joined(notes, next.notes),
                below,
                null);
    }

    DraftRow head(String wording) {
        return new DraftRow(depth, id, keptMarker(wording), wording, List.of(), List.of(), new ArrayList<>(), null);
    }

    DraftRow rest(int newId, String wording) {
        return new DraftRow(depth, newId, null, wording, manifestations, notes, children, null);
    }

    DraftRow asProblem(List<DraftRow> measures) {
        String wording = marker != null && text.startsWith(marker)
                ? text.substring(marker.length()).strip()
                : text;
        return new DraftRow(1, id, null, wording, new ArrayList<>(), new ArrayList<>(), measures, null);
    }

    DraftRow asMeasure() {
        return new DraftRow(2, id, null, text, List.of(), List.of(), new ArrayList<>(), null);
    }

    /** A measure's marker is part of its wording and goes when the wording no longer opens with it. */
    private @Nullable String keptMarker(String wording) {
        return depth < 2 || marker == null || wording.startsWith(marker) ? marker : null;
    }

    private ProblemDraft problem(@Nullable Integer year) {
        return new ProblemDraft(
                id,
                marker,
                text,
                manifestations,
                notes,
                children.stream().map(m -> m.measure(year)).toList());
    }

    private MeasureDraft measure(@Nullable Integer year) {
        return unchanged != null ? unchanged : ProblemBuilder.measure(id, marker, text, year);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
