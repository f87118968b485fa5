package org.bihuan.worklist.ui;

import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import org.bihuan.shared.Dates;
import org.bihuan.shared.ModelTexts;
import org.bihuan.shared.ui.OpeningGrid;
import org.bihuan.worklist.Inbox;
import org.bihuan.worklist.WorkItemRow;

/**
 * The list of work. Beside an open task and on a narrow screen one column tells everything; otherwise
 * each fact has its own. Up and down move, Enter or a click opens.
 */
final class WorkGrid extends OpeningGrid<WorkItemRow> {

    private static final List<String> WIDE = List.of("number", "title", "unit", "due", "event");

    private static final String DUE = """
            <span class="due">
              ${item.level ? html`<span class="level level-${item.levelClass}">${item.level}</span>` : ''}
              <span class="due-date">${item.due}</span>
              <span class="due-left">${item.left}</span>
            </span>""";

    private static final String WHAT = """
            <div class="row-what">
              <div class="row-head">
                <span class="number row-number">${item.number}</span>
                <span class="row-step">${item.step}</span>
                ${item.flag ? html`<span class="chip chip-returned">${item.flag}</span>` : ''}
                ${item.claim ? html`<span class="chip chip-active">${item.claim}</span>` : ''}
              </div>
              ${item.subject ? html`<div class="row-subject" title="${item.subject}">${item.subject}</div>` : ''}
              <div class="row-title" title="${item.title}">${item.title}</div>
              <div class="row-due">""" + DUE + "</div></div>";

    private final transient DueText dueText;
    private final transient ModelTexts models;
    private boolean endless;

    WorkGrid(DueText dueText, ModelTexts models, LongConsumer open) {
        super(WorkItemRow::id, open);
        this.dueText = dueText;
        this.models = models;
        setPageSize(50);
        column(
                "number",
                "10.8em",
                0,
                LitRenderer.<WorkItemRow>of("<span class=\"number\">${item.number}</span>")
                        .withProperty("number", WorkItemRow::caseNumber));
        column("what", "13em", 4, what());
        column(
                "title",
                "12em",
                5,
                LitRenderer.<WorkItemRow>of("<div class=\"clamped\" title=\"${item.title}\">${item.title}</div>")
                        .withProperty("title", WorkItemRow::title));
        column(
                "unit",
                "7.5em",
                1,
                LitRenderer.<WorkItemRow>of("<div class=\"clamped\" title=\"${item.unit}\">${item.unit}</div>")
                        .withProperty("unit", row -> row.unitName() == null ? "" : row.unitName()));
        column("due", "10.5em", 0, withDue(LitRenderer.of(DUE)));
        column("event", "8.8em", 0, event());
        addAttachListener(attached -> rememberOpened());
        getElement().setAttribute("aria-label", getTranslation("worklist.title"));
    }

    private void column(String key, String width, int grow, Renderer<WorkItemRow> renderer) {
        column(key, getTranslation("worklist.column." + key), width, grow, renderer);
    }

    private LitRenderer<WorkItemRow> what() {
        return withDue(LitRenderer.<WorkItemRow>of(WHAT)
                .withProperty("number", WorkItemRow::caseNumber)
                .withProperty("step", row -> models.name(row.step(), getLocale()))
                .withProperty("subject", row -> row.subject() == null ? "" : row.subject())
                .withProperty("title", WorkItemRow::title)
                .withProperty(
                        "flag",
                        row -> row.kind() == WorkItemRow.Kind.ESCALATED ? getTranslation("worklist.escalated") : "")
                .withProperty(
                        "claim",
                        row -> row.kind() == WorkItemRow.Kind.CLAIM ? getTranslation("worklist.toClaim") : ""));
    }

    private LitRenderer<WorkItemRow> withDue(LitRenderer<WorkItemRow> renderer) {
        return renderer.withProperty("levelClass", row -> dueText.level(row)
                        .map(level -> level.name().toLowerCase(Locale.ROOT))
                        .orElse(""))
                .withProperty("level", row -> dueText.level(row)
                        .map(level -> getTranslation(level.key()))
                        .orElse(""))
                .withProperty("due", dueText::date)
                .withProperty("left", dueText::left);
    }

    private LitRenderer<WorkItemRow> event() {
        return LitRenderer.<WorkItemRow>of(
                        "<div class=\"row-event\">${item.what}</div><div class=\"row-when\">${item.when}</div>")
                .withProperty("what", this::lastEvent)
                .withProperty("when", WorkGrid::when);
    }

    private String lastEvent(WorkItemRow row) {
        if (row.doneAt() != null) {
            return getTranslation("worklist.event.done");
        }
        return row.lastEvent() == null ? "" : getTranslation("worklist.event." + row.lastEvent());
    }

    private static String when(WorkItemRow row) {
        if (row.doneAt() != null) {
            return Dates.time(row.doneAt());
        }
        return row.lastEventAt() == null ? "" : Dates.time(row.lastEventAt());
    }

    /** One column beside an open task, all of them otherwise. */
    void narrow(boolean narrow) {
        if (narrow == getColumnByKey("number").isVisible()) {
            WIDE.forEach(key -> getColumnByKey(key).setVisible(!narrow));
            keepOpenedInSight();
        }
    }

    /** Takes a bounded count: beyond the bound the list goes on as one scrolls, without being counted. */
    void length(int count) {
        boolean bounded = count >= Inbox.COUNT_BOUND;
        if (bounded != endless) {
            endless = bounded;
            if (bounded) {
                getLazyDataView().setItemCountEstimate(2 * Inbox.COUNT_BOUND);
            } else {
                getLazyDataView().setItemCountFromDataProvider();
            }
        }
    }

    /** Done work is told by when it was done. */
    void headers(Inbox.Tab tab) {
        getColumnByKey("event")
                .setHeader(getTranslation(tab == Inbox.Tab.DONE ? "worklist.column.doneAt" : "worklist.column.event"));
    }

    /**
     * Rows are of other heights in one column than in six, so the row that was opened would slip out of
     * sight; the browser remembers which it was.
     */
    private void rememberOpened() {
        getElement().executeJs("""
                const remember = event => {
                  const index = this.getEventContext(event).index;
                  if (index !== undefined) this.openedIndex = index;
                };
                this.addEventListener('click', remember);
                this.addEventListener('keydown', event => event.key === 'Enter' && remember(event));""");
    }

    private void keepOpenedInSight() {
        getElement().executeJs("""
                setTimeout(() => {
                  const at = this.openedIndex;
                  if (at !== undefined && (at <= this._firstVisibleIndex || at >= this._lastVisibleIndex)) {
                    this.scrollToIndex(Math.max(0, at - 1));
                  }
                }, 150)""");
    }
}
