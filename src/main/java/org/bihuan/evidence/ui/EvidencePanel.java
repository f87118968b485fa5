package org.bihuan.evidence.ui;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import org.bihuan.evidence.Evidence;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.evidence.EvidenceKind;
import org.bihuan.identity.CurrentActor;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of one case: what is required and still missing, the upload where it may be changed,
 * and the list with preview, download and withdrawal. The service checks every act again.
 */
public class EvidencePanel extends Composite<VerticalLayout> {

    private final transient Evidence evidence;
    private final transient CurrentActor currentActor;
    private final String caseNumber;
    private final int attempt;
    private final Set<EvidenceKind> required;
    private final Paragraph checklist = new Paragraph();
    private final UnorderedList list = new UnorderedList();
    private final @Nullable EvidenceUpload upload;
    private boolean editable;
    private Runnable changed = () -> {};

    /**
     * @param attempt the attempt new files belong to, from 1
     * @param required kinds that must stand for this attempt, uploaded in it or earlier; may be empty
     * @param editable whether upload and withdrawal are offered
     */
    public EvidencePanel(
            Evidence evidence,
            CurrentActor currentActor,
            String caseNumber,
            int attempt,
            Set<EvidenceKind> required,
            boolean editable) {
        this.evidence = evidence;
        this.currentActor = currentActor;
        this.caseNumber = caseNumber;
        this.attempt = attempt;
        this.required = Set.copyOf(required);
        this.editable = editable;
        checklist.addClassName("evidence-missing");
        checklist.getElement().setAttribute("role", "status");
        list.addClassName("evidence-list");
        list.getElement().setAttribute("aria-label", getTranslation("evidence.panel.list"));
        VerticalLayout content = getContent();
        content.setPadding(false);
        content.setSpacing(false);
        content.addClassName("evidence-panel");
        content.add(checklist);
        upload = editable ? new EvidenceUpload(evidence, currentActor, caseNumber, attempt, this::changed) : null;
        if (upload != null) {
            content.add(upload);
        }
        content.add(list);
        refresh();
    }

    /** Called in the UI after a file was added or withdrawn, so that a checklist around the panel follows. */
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /** Whether upload and withdrawal are offered. */
    public boolean isEditable() {
        return editable;
    }

    /** The step is not the caller's any more: files stay to be read, nothing is uploaded or withdrawn. */
    public void close() {
        editable = false;
        if (upload != null) {
            upload.close();
        }
        list.getChildren()
                .filter(EvidenceLine.class::isInstance)
                .map(EvidenceLine.class::cast)
                .forEach(EvidenceLine::close);
        refresh();
    }

    /** Puts the focus on the upload with this kind chosen, or with none for null. */
    public void ask(@Nullable EvidenceKind kind) {
        if (upload != null && editable) {
            upload.ask(kind);
        }
    }

    /** Reads the list again. */
    public void refresh() {
        list.removeAll();
        List<EvidenceItem> items = evidence.of(caseNumber);
        for (EvidenceItem item : items) {
            list.add(new EvidenceLine(evidence, currentActor, item, editable && !item.withdrawn(), this::changed));
        }
        if (items.isEmpty()) {
            list.add(new ListItem(getTranslation("evidence.panel.empty")));
        }
        showMissing(items);
    }

    private void changed() {
        refresh();
        changed.run();
    }

    private void showMissing(List<EvidenceItem> items) {
        Set<EvidenceKind> missing = EnumSet.noneOf(EvidenceKind.class);
        missing.addAll(required);
        items.stream()
                .filter(i -> i.attempt() <= attempt && !i.withdrawn())
                .map(EvidenceItem::kind)
                .forEach(missing::remove);
        checklist.setVisible(!required.isEmpty());
        checklist.setText(
                missing.isEmpty()
                        ? getTranslation("evidence.panel.complete")
                        : getTranslation(
                                "evidence.panel.missing",
                                missing.stream()
                                        .map(k -> getTranslation(k.key()))
                                        .collect(Collectors.joining(getTranslation("shared.listed")))));
    }
}
