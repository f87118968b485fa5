package org.bihuan.worklist.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import org.bihuan.shared.ui.LevelBadge;
import org.bihuan.worklist.Inbox;
import org.bihuan.worklist.WorkChanges;
import org.bihuan.worklist.WorkItemRow;
import org.jspecify.annotations.Nullable;

/** My work: one list out of the read model, and the chosen task beside it; on a phone the task fills the screen. */
@Route(value = "work/:item?")
@com.vaadin.flow.router.RouteAlias("")
@Menu(order = 10, title = "worklist.menu.work", icon = "vaadin:tasks")
@PermitAll
class MyWorkView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Inbox inbox;
    private final transient WorkChanges changes;
    private final transient TaskPanelFactory panels;
    private final transient DueText dueText;
    private final WorkRows rows;
    private final Grid<WorkItemRow> grid = new Grid<>();
    private final Div detail = new Div();
    private final Tabs tabs = new Tabs();
    private final Map<Inbox.Tab, Span> counts = new EnumMap<>(Inbox.Tab.class);
    private final TextField search = new TextField();
    private final Div empty = new Div();
    private WorkChanges.@Nullable Subscription subscription;
    private long selected;

    MyWorkView(Inbox inbox, WorkChanges changes, TaskPanelFactory panels, DueText dueText) {
        this.inbox = inbox;
        this.changes = changes;
        this.panels = panels;
        this.dueText = dueText;
        this.rows = new WorkRows(inbox);
        addClassNames("work-view");
        Div list = new Div(header(), grid(), empty);
        list.addClassName("work-list");
        detail.addClassName("work-detail");
        add(list, detail);
        empty.addClassName("empty-state");
        showEmptyDetail();
        refreshCounts();
    }

    private Div header() {
        H1 title = new H1(getTranslation("worklist.title"));
        for (Inbox.Tab value : Inbox.Tab.values()) {
            Span count = new Span();
            count.addClassName("tab-count");
            counts.put(value, count);
            Tab tab = new Tab(new Span(getTranslation("worklist.tab." + value)), count);
            tab.setId("tab-" + value);
            tabs.add(tab);
        }
        tabs.addSelectedChangeListener(change -> show());
        search.setLabel(getTranslation("worklist.search"));
        search.setPlaceholder(getTranslation("worklist.searchHint"));
        search.setClearButtonVisible(true);
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show());
        Div header = new Div(title, tabs, search);
        header.addClassName("work-header");
        return header;
    }

    private Grid<WorkItemRow> grid() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.setPageSize(50);
        grid.addColumn(new ComponentRenderer<>(this::levelCell))
                .setHeader(getTranslation("worklist.column.due"))
                .setAutoWidth(true)
                .setFlexGrow(0)
                .setKey("due");
        grid.addColumn(new ComponentRenderer<>(this::whatCell))
                .setHeader(getTranslation("worklist.column.what"))
                .setFlexGrow(1)
                .setKey("what");
        grid.addColumn(row -> row.unitName() == null ? "" : row.unitName())
                .setHeader(getTranslation("worklist.column.unit"))
                .setWidth("9em")
                .setFlexGrow(0)
                .setKey("unit");
        grid.addColumn(row -> row.lastEvent() == null ? "" : getTranslation("worklist.event." + row.lastEvent()))
                .setHeader(getTranslation("worklist.column.lastEvent"))
                .setWidth("8em")
                .setFlexGrow(0)
                .setKey("event");
        grid.setDataProvider(rows);
        grid.addSelectionListener(selection -> selection.getFirstSelectedItem().ifPresent(row -> open(row.id())));
        grid.getElement().setAttribute("aria-label", getTranslation("worklist.title"));
        grid.addItemDoubleClickListener(click -> open(click.getItem().id()));
        com.vaadin.flow.component.Shortcuts.addShortcutListener(grid, this::openFocused, Key.ENTER)
                .listenOn(grid);
        return grid;
    }

    private void openFocused() {
        grid.getSelectedItems().stream().findFirst().ifPresent(row -> open(row.id()));
    }

    private Div levelCell(WorkItemRow row) {
        Div cell = new Div(new LevelBadge(dueText.level(row)), new Span(dueText.of(row)));
        cell.addClassName("due-cell");
        return cell;
    }

    private Div whatCell(WorkItemRow row) {
        Span number = new Span(row.caseNumber());
        number.addClassName("case-number");
        Span step = new Span(row.stepName());
        step.addClassName("step-name");
        Div head = new Div(number, step);
        if (row.kind() == WorkItemRow.Kind.ESCALATED) {
            Span escalated = new Span(getTranslation("worklist.escalated"));
            escalated.addClassName("status-chip");
            head.add(escalated);
        }
        head.addClassName("what-head");
        Div title = new Div();
        title.setText(row.title());
        title.addClassName("what-title");
        title.setTitle(row.title());
        return new Div(head, title);
    }

    private void show() {
        Inbox.Tab tab = Inbox.Tab.values()[Math.max(0, tabs.getSelectedIndex())];
        rows.show(tab, search.getValue());
        refreshCounts();
    }

    private void refreshCounts() {
        Map<Inbox.Tab, Integer> now = inbox.counts();
        counts.forEach((tab, label) -> {
            Integer count = now.get(tab);
            label.setVisible(count != null);
            if (count != null) {
                label.setText(count >= Inbox.COUNT_BOUND ? "999+" : count.toString());
            }
        });
        boolean nothing = inbox.count(rows.tab(), search.getValue()) == 0;
        empty.setVisible(nothing);
        grid.setVisible(!nothing);
        empty.setText(
                getTranslation(search.getValue().isBlank() ? "worklist.empty." + rows.tab() : "worklist.empty.search"));
    }

    private void open(long item) {
        if (item != selected) {
            UI.getCurrent().navigate(MyWorkView.class, new RouteParameters("item", Long.toString(item)));
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
            showDetail(Long.parseLong(item.get()));
        } catch (NumberFormatException nonsense) {
            throw new com.vaadin.flow.router.NotFoundException();
        }
    }

    private void showDetail(long item) {
        selected = item;
        detail.removeAll();
        TaskPanel panel = panels.create(item, this::done);
        Anchor back = new Anchor("work", getTranslation("worklist.back"));
        back.addClassName("work-back");
        detail.add(back, panel);
        addClassName("has-detail");
    }

    private void showEmptyDetail() {
        selected = 0;
        removeClassName("has-detail");
        detail.removeAll();
        Div hint = new Div(getTranslation("worklist.choose"));
        hint.addClassName("empty-state");
        detail.add(hint);
    }

    private void done() {
        rows.reload();
        refreshCounts();
        UI.getCurrent().navigate("work");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        subscription = changes.subscribe(() -> ui.access(() -> {
            rows.reload();
            refreshCounts();
        }));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.remove();
            subscription = null;
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("worklist.title") + " – " + getTranslation("shell.product");
    }
}
