package org.bihuan.worklist.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import org.bihuan.shared.ui.Focus;
import org.bihuan.shared.ui.TitledScreen;
import org.bihuan.worklist.Inbox;
import org.bihuan.worklist.WorkChanges;
import org.jspecify.annotations.Nullable;

/** My work: one list out of the read model, and the chosen task beside it; on a phone the task fills the screen. */
@Route("work/:item?")
@RouteAlias("")
@Menu(order = 10, title = "worklist.menu.work", icon = "tasks")
@PermitAll
class MyWorkView extends Div implements BeforeEnterObserver, TitledScreen {

    private final transient Inbox inbox;
    private final transient TaskPanelFactory panels;
    private final WorkRows rows;
    private final WorkGrid grid;
    private final WorkFilters filters;
    private final Section detail = new Section();
    private final Tabs tabs = new Tabs();
    private final Map<Inbox.Tab, Span> counts = new EnumMap<>(Inbox.Tab.class);
    private final Div empty = new Div();
    private final Span length = new Span();
    private @Nullable TaskPanel panel;
    private long selected;

    /** Number of the problem of the open task, or blank; read on the thread that tells of changes. */
    private volatile String openProblem = "";

    MyWorkView(Inbox inbox, WorkChanges changes, TaskPanelFactory panels, DueText dueText) {
        this.inbox = inbox;
        this.panels = panels;
        this.rows = new WorkRows(inbox);
        this.grid = new WorkGrid(dueText, panels.models(), this::open);
        this.filters = new WorkFilters(panels.models(), this::show);
        grid.setDataProvider(rows);
        addClassName("work-view");
        empty.addClassName("empty-state");
        length.addClassName("work-length");
        length.getElement().setAttribute("role", "status");
        Section list = new Section(header(), filters, grid, empty, length);
        list.addClassName("work-list");
        list.getElement().setAttribute("aria-label", getTranslation("worklist.list"));
        detail.addClassName("work-detail");
        detail.getElement().setAttribute("aria-label", getTranslation("worklist.detail"));
        detail.getElement()
                .addEventListener("keydown", escape -> back())
                .setFilter("event.key === 'Escape' && !event.defaultPrevented"
                        + " && !event.composedPath().some(part => part.opened)");
        add(list, detail);
        showEmptyDetail();
        showList();
        Following.changes(
                this, changes, problem -> rows.shows(problem) || problem.equals(openProblem), this::changedElsewhere);
    }

    private Div header() {
        for (Inbox.Tab value : Inbox.Tab.values()) {
            Span count = new Span();
            count.addClassName("tab-count");
            counts.put(value, count);
            Span label = value == Inbox.Tab.CLAIM ? claimLabel() : new Span(getTranslation("worklist.tab." + value));
            Tab tab = new Tab(label, count);
            tab.setId("tab-" + value);
            tabs.add(tab);
        }
        tabs.addSelectedChangeListener(change -> showList());
        tabs.getElement().setAttribute("aria-label", getTranslation("worklist.lists"));
        Div header = new Div(new H1(getTranslation("worklist.title")), tabs);
        header.addClassName("work-header");
        return header;
    }

    /** The longest name has a short form for where the list is narrow. */
    private Span claimLabel() {
        Span full = new Span(getTranslation("worklist.tab.CLAIM"));
        full.addClassName("tab-long");
        Span brief = new Span(getTranslation("worklist.tab.CLAIM.brief"));
        brief.addClassName("tab-brief");
        return new Span(full, brief);
    }

    private Inbox.Tab tab() {
        return Inbox.Tab.values()[Math.max(0, tabs.getSelectedIndex())];
    }

    /** Another list was chosen. */
    private void showList() {
        filters.fit(tab(), inbox.facets(tab()));
        grid.headers(tab());
        show();
    }

    /** The list is shown anew, from its beginning. */
    private void show() {
        rows.show(tab(), filters.filter(), filters.sort());
        grid.scrollToStart();
        refreshCounts();
    }

    private void refreshCounts() {
        Map<Inbox.Tab, Integer> now = inbox.counts();
        counts.forEach((tab, label) -> {
            Integer count = now.get(tab);
            label.setVisible(count != null);
            label.setText(count == null ? "" : WorkBadge.text(count, Inbox.BADGE_BOUND));
            label.setClassName("alarming", tab == Inbox.Tab.OVERDUE && count != null && count > 0);
        });
        int count = rows.count();
        grid.length(count);
        empty.setVisible(count == 0);
        grid.setVisible(count > 0);
        empty.setText(
                getTranslation(rows.filter().narrows() ? "worklist.empty.search" : "worklist.empty." + rows.tab()));
        length.setText(getTranslation("worklist.length", WorkBadge.text(count, Inbox.COUNT_BOUND)));
        length.setVisible(count > 0);
    }

    private void open(long item) {
        if (item != selected) {
            UI.getCurrent().navigate(MyWorkView.class, new RouteParameters("item", Long.toString(item)));
        } else if (panel != null) {
            panel.focus();
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<String> item = event.getRouteParameters().get("item");
        if (item.isEmpty()) {
            showEmptyDetail();
            return;
        }
        try {
            showDetail(Long.parseLong(item.get())).focus();
        } catch (NumberFormatException nonsense) {
            throw new NotFoundException();
        }
    }

    private TaskPanel showDetail(long item) {
        selected = item;
        TaskPanel shown = panels.create(item, this::done, this::again);
        panel = shown;
        openProblem = shown.number().problem().value();
        detail.removeAll();
        Anchor back = new Anchor("work", getTranslation("worklist.back"));
        back.addClassName("work-back");
        detail.add(back, shown);
        addClassName("has-detail");
        grid.narrow(true);
        shown.row().ifPresent(grid::select);
        return shown;
    }

    private void showEmptyDetail() {
        selected = 0;
        panel = null;
        openProblem = "";
        removeClassName("has-detail");
        grid.narrow(false);
        grid.deselectAll();
        detail.removeAll();
    }

    private void back() {
        UI.getCurrent().navigate("work");
        Focus.onRow(grid);
    }

    /** The task was done or given away: the list again, one line shorter. */
    private void done() {
        refresh();
        back();
    }

    /** The same task in its new state, after it was claimed or given back. */
    private void again() {
        refresh();
        showDetail(selected).resume();
    }

    /** Keeps what is chosen, scrolled to and typed: only rows and counts are read again. */
    private void refresh() {
        rows.reload();
        refreshCounts();
    }

    private void changedElsewhere() {
        refresh();
        if (panel != null) {
            panel.changedElsewhere();
        }
    }

    @Override
    public String screenTitle() {
        return getTranslation("worklist.title");
    }
}
