package org.bihuan.rectification.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import org.bihuan.findings.FindingsDraft;
import org.bihuan.findings.ImportWarning;
import org.jspecify.annotations.Nullable;

/** The rows of a draft one below the other; one of them may be open for correction. */
@Tag("bihuan-outline")
@JsModule("./import/outline.js")
final class ImportOutline extends Component implements HasComponents, HasStyle {

    private final Map<Integer, ImportRow> rows = new HashMap<>();
    private final Acts acts;
    private List<ImportNode> nodes = List.of();
    private @Nullable Integer open;

    /** What a row's verbs do. */
    interface Acts {

        /**
         * Does one verb.
         *
         * @param text what stands in the open text, or null where none is open
         * @param caret where the caret stands in it, or -1
         */
        void act(String verb, int row, @Nullable String text, int caret);

        /** Puts a row under another parent. */
        void move(int row, int parent);
    }

    /** A verb on a row, by key or button. */
    @DomEvent("outline-act")
    public static final class Act extends ComponentEvent<ImportOutline> {

        private final String verb;
        private final int row;
        private final @Nullable String text;
        private final int caret;

        public Act(
                ImportOutline source,
                boolean fromClient,
                @EventData("event.detail.act") String verb,
                @EventData("event.detail.row") int row,
                @EventData("event.detail.text") @Nullable String text,
                @EventData("event.detail.caret") int caret) {
            super(source, fromClient);
            this.verb = verb;
            this.row = row;
            this.text = text;
            this.caret = caret;
        }
    }

    ImportOutline(Acts acts) {
        this.acts = acts;
        addClassName("import-outline");
        getElement()
                .setAttribute("role", "tree")
                .setAttribute("aria-label", getTranslation("findings.check.outline"))
                .setAttribute("aria-describedby", "import-keys");
        addListener(Act.class, act -> acts.act(act.verb, act.row, act.text, act.caret));
    }

    /** Shows a draft; rows that have not changed are left alone. */
    void show(FindingsDraft draft) {
        nodes = ImportNode.of(draft);
        Map<Integer, List<ImportWarning>> warnings = draft.warnings().stream()
                .filter(warning -> warning.row() != null)
                .collect(Collectors.groupingBy(warning -> Objects.requireNonNull(warning.row())));
        Set<Integer> gone = new HashSet<>(rows.keySet());
        int at = 0;
        for (ImportNode node : nodes) {
            gone.remove(node.id());
            ImportRow row = rows.computeIfAbsent(node.id(), id -> new ImportRow());
            row.show(node);
            row.warn(warnings.getOrDefault(node.id(), List.of()));
            if (at >= getElement().getChildCount()
                    || !row.getElement().equals(getElement().getChild(at))) {
                addComponentAtIndex(at, row);
            }
            at++;
        }
        for (Integer id : gone) {
            ImportRow row = rows.remove(id);
            if (row != null) {
                remove(row);
            }
            if (id.equals(open)) {
                open = null;
            }
        }
        if (open != null) {
            row(open).offer(parents(row(open).node()));
        }
    }

    private ImportRow row(int id) {
        ImportRow row = rows.get(id);
        if (row == null) {
            throw new IllegalArgumentException("row " + id);
        }
        return row;
    }

    boolean has(int id) {
        return rows.containsKey(id);
    }

    @Nullable
    Integer opened() {
        return open;
    }

    /** Opens a row for correction and leads there; the caret goes to {@code caret}, or stays for -1. */
    void open(int id, int caret) {
        if (!Integer.valueOf(id).equals(open)) {
            close();
            open = id;
            row(id).open(acts, parents(row(id).node()));
        }
        lead(id, caret);
    }

    /** Closes the row that is open, if any. */
    void close() {
        if (open != null) {
            row(open).close();
            open = null;
        }
    }

    /** Leads eye and keyboard to a row. */
    void lead(int id, int caret) {
        getElement().callJsFunction("lead", id, caret);
    }

    /** Says beside the open text, or not at all where none is open, why a step was refused. */
    boolean refuse(String sentence) {
        if (open == null) {
            return false;
        }
        row(open).refuse(sentence);
        return true;
    }

    /** The row that stands where row {@code id} stands, once this one is gone. */
    @Nullable
    Integer neighbour(int id) {
        List<Integer> ids = nodes.stream().map(ImportNode::id).toList();
        int at = ids.indexOf(id);
        int depth = nodes.get(at).depth();
        for (int i = at + 1; i < nodes.size(); i++) {
            if (nodes.get(i).depth() <= depth) {
                return nodes.get(i).id();
            }
        }
        return at == 0 ? null : ids.get(at - 1);
    }

    /** Rows under which a row may be put. */
    private List<ImportNode> parents(ImportNode node) {
        List<ImportNode> parents = new ArrayList<>();
        for (ImportNode candidate : nodes) {
            if (candidate.depth() == node.depth() - 1 && candidate.id() != node.parent()) {
                parents.add(candidate);
            }
        }
        return parents;
    }
}
