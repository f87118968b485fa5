package org.bihuan.findings;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;

/**
 * Corrects a draft row by row, each step undoable; rows are named by the ids of the draft. A refused
 * step changes nothing. Not safe for several threads: one person works on one preview.
 */
public final class FindingsEditor {

    private static final int MOST_STEPS = 200;

    private final Deque<FindingsDraft> undo = new ArrayDeque<>();
    private final Deque<FindingsDraft> redo = new ArrayDeque<>();
    private FindingsDraft draft;
    private int lastId;

    public FindingsEditor(FindingsDraft draft) {
        this.draft = draft;
        this.lastId = draft.highestId();
    }

    /** A wording as it is kept: without blanks around it and without line breaks. */
    public static String tidied(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", "");
    }

    /** The draft as corrected so far. */
    public FindingsDraft draft() {
        return draft;
    }

    /** Replaces the wording of a row, line breaks closed; a measure's figures and documents are read again. */
    public FindingsDraft correct(int id, String text) {
        String wording = tidied(text);
        if (wording.isEmpty()) {
            throw new RuleViolation("findings.edit.blank");
        }
        DraftRow row = DraftRow.find(DraftRow.tree(draft), id).orElseThrow(() -> new NotFound("draft row " + id));
        if (row.text().equals(wording)) {
            return draft;
        }
        return rows(id, (siblings, at) -> siblings.set(at, siblings.get(at).reworded(wording)));
    }

    /** Appends a row, with all below it, to the row before it under the same parent. */
    public FindingsDraft mergeWithPrevious(int id) {
        return rows(id, (siblings, at) -> {
            if (at == 0) {
                throw new RuleViolation("findings.edit.noPrevious");
            }
            siblings.set(at - 1, siblings.get(at - 1).merged(siblings.remove(at)));
        });
    }

    /**
     * Cuts the wording of a row before {@code offset}, counted in chars. The rest becomes the next row
     * under the same parent and takes what stands below.
     */
    public FindingsDraft split(int id, int offset) {
        return rows(id, (siblings, at) -> {
            DraftRow row = siblings.get(at);
            String text = row.text();
            boolean inside = offset > 0 && offset < text.length() && !Character.isLowSurrogate(text.charAt(offset));
            if (!inside
                    || text.substring(0, offset).isBlank()
                    || text.substring(offset).isBlank()) {
                throw new RuleViolation("findings.edit.splitPlace");
            }
            siblings.set(at, row.head(text.substring(0, offset).strip()));
            siblings.add(at + 1, row.rest(++lastId, text.substring(offset).strip()));
        });
    }

    /** Removes a row with all below it. */
    public FindingsDraft drop(int id) {
        return rows(id, (siblings, at) -> siblings.remove(at));
    }

    /** Puts a measure under another problem, or a problem under another aspect, at {@code index} from 0. */
    public FindingsDraft move(int id, int parentId, int index) {
        List<DraftRow> tree = DraftRow.tree(draft);
        DraftRow row = DraftRow.find(tree, id).orElseThrow(() -> new NotFound("draft row " + id));
        DraftRow parent = DraftRow.find(tree, parentId).orElseThrow(() -> new NotFound("draft row " + parentId));
        if (parent.depth() != row.depth() - 1) {
            throw new RuleViolation("findings.edit.wrongParent");
        }
        DraftRow.siblings(tree, id).remove(row);
        if (index < 0 || index > parent.children().size()) {
            throw new RuleViolation("findings.edit.wrongPlace");
        }
        parent.children().add(index, row);
        return step(tree);
    }

    /** Moves a row up among its own kind; the first one of a parent becomes the last one of the parent before. */
    public FindingsDraft moveUp(int id) {
        List<DraftRow> tree = DraftRow.tree(draft);
        List<DraftRow> siblings = DraftRow.siblings(tree, id);
        int at = DraftRow.index(siblings, id);
        if (at > 0) {
            siblings.add(at - 1, siblings.remove(at));
        } else {
            List<DraftRow> parents = DraftRow.level(tree, siblings.get(at).depth() - 1);
            int parent = DraftRow.holderIndex(parents, id);
            if (parent < 1) {
                throw new RuleViolation("findings.edit.first");
            }
            parents.get(parent - 1).children().add(siblings.remove(at));
        }
        return step(tree);
    }

    /** Moves a row down among its own kind; the last one of a parent becomes the first one of the next parent. */
    public FindingsDraft moveDown(int id) {
        List<DraftRow> tree = DraftRow.tree(draft);
        List<DraftRow> siblings = DraftRow.siblings(tree, id);
        int at = DraftRow.index(siblings, id);
        if (at < siblings.size() - 1) {
            siblings.add(at + 1, siblings.remove(at));
        } else {
            List<DraftRow> parents = DraftRow.level(tree, siblings.get(at).depth() - 1);
            int parent = DraftRow.holderIndex(parents, id);
            if (parent < 0 || parent == parents.size() - 1) {
                throw new RuleViolation("findings.edit.last");
            }
            parents.get(parent + 1).children().add(0, siblings.remove(at));
        }
        return step(tree);
    }

    /** Makes a problem of a measure: it follows the problem it stood under, and takes the measures behind it. */
    public FindingsDraft promote(int measureId) {
        List<DraftRow> tree = DraftRow.tree(draft);
        List<DraftRow> siblings = DraftRow.siblings(tree, measureId);
        int at = DraftRow.index(siblings, measureId);
        DraftRow measure = siblings.get(at);
        List<DraftRow> problems = DraftRow.level(tree, 1);
        int holder = DraftRow.holderIndex(problems, measureId);
        if (measure.depth() != 2 || holder < 0) {
            throw new RuleViolation("findings.edit.onlyMeasures");
        }
        List<DraftRow> behind = siblings.subList(at + 1, siblings.size());
        DraftRow problem = measure.asProblem(new ArrayList<>(behind));
        siblings.subList(at, siblings.size()).clear();
        DraftRow above = problems.get(holder);
        List<DraftRow> sisters = DraftRow.siblings(tree, above.id());
        sisters.add(DraftRow.index(sisters, above.id()) + 1, problem);
        return step(tree);
    }

    /** Makes a measure of a problem: it goes, with its measures, under the problem before it. */
    public FindingsDraft demote(int problemId) {
        List<DraftRow> tree = DraftRow.tree(draft);
        List<DraftRow> problems = DraftRow.level(tree, 1);
        int at = DraftRow.index(problems, problemId);
        if (at < 0) {
            throw new RuleViolation("findings.edit.onlyProblems");
        }
        if (at == 0) {
            throw new RuleViolation("findings.edit.noPrevious");
        }
        DraftRow problem = problems.get(at);
        DraftRow.siblings(tree, problemId).remove(problem);
        DraftRow above = problems.get(at - 1);
        above.children().add(problem.asMeasure());
        above.children().addAll(problem.children());
        above.manifestations().addAll(problem.manifestations());
        above.notes().addAll(problem.notes());
        return step(tree);
    }

    public boolean canUndo() {
        return !undo.isEmpty();
    }

    public boolean canRedo() {
        return !redo.isEmpty();
    }

    /** Takes the last step back; without one the draft stays. */
    public FindingsDraft undo() {
        if (canUndo()) {
            redo.push(draft);
            draft = undo.pop();
        }
        return draft;
    }

    /** Does the step again that was taken back last; without one the draft stays. */
    public FindingsDraft redo() {
        if (canRedo()) {
            undo.push(draft);
            draft = redo.pop();
        }
        return draft;
    }

    private interface Change {
        void apply(List<DraftRow> siblings, int at);
    }

    private FindingsDraft rows(int id, Change change) {
        List<DraftRow> tree = DraftRow.tree(draft);
        List<DraftRow> siblings = DraftRow.siblings(tree, id);
        change.apply(siblings, DraftRow.index(siblings, id));
        return step(tree);
    }

    private FindingsDraft step(List<DraftRow> tree) {
        undo.push(draft);
        if (undo.size() > MOST_STEPS) {
            undo.removeLast();
        }
        redo.clear();
        draft = DraftRow.draft(draft, tree);
        return draft;
    }
}
