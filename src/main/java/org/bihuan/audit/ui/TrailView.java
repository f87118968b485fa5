package org.bihuan.audit.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import org.bihuan.audit.AuditRecord;
import org.bihuan.audit.AuditSentences;
import org.bihuan.audit.TrailEntry;
import org.bihuan.audit.TrailPage;
import org.bihuan.audit.TrailReading;
import org.bihuan.shared.ui.Focus;
import org.bihuan.shared.ui.Refusals;
import org.bihuan.shared.ui.TitledScreen;

/** The trail, newest first and page by page, and the chosen entry beside it; on a phone it fills the screen. */
@Route("trail/:entry?")
@RolesAllowed("AUDIT_ADMIN")
@Menu(order = 90, title = "audit.trail.menu", icon = "records")
class TrailView extends Div implements BeforeEnterObserver, TitledScreen {

    private final transient TrailReading reading;
    private final transient AuditSentences sentences;
    private final transient Refusals refusals;
    private final TrailFilters filters;
    private final TrailGrid grid;
    private final Section detail = new Section();
    private final Div empty = new Div();
    private final Button newer = new Button();
    private final Button older = new Button();
    private final Span length = new Span();

    /** The last entry of each page before the shown one, the nearest first. */
    private final transient Deque<AuditRecord> pages = new ArrayDeque<>();

    private transient TrailPage page = new TrailPage(List.of(), false);
    private long selected;

    TrailView(TrailReading reading, AuditSentences sentences) {
        this.reading = reading;
        this.sentences = sentences;
        this.filters = new TrailFilters(reading, this::showFirst);
        this.refusals = new Refusals(this, filters.fields());
        this.grid = new TrailGrid(reading, sentences, this::open);
        addClassNames("work-view", "trail-view");
        empty.addClassName("empty-state");
        Section list = new Section(new H1(getTranslation("audit.trail.title")), filters, grid, empty, pager());
        list.addClassName("work-list");
        list.getElement().setAttribute("aria-label", getTranslation("audit.trail.list"));
        detail.addClassName("work-detail");
        detail.getElement().setAttribute("aria-label", getTranslation("audit.trail.entry"));
        detail.getElement().addEventListener("keydown", escape -> back()).setFilter("event.key === 'Escape'");
        add(list, detail);
        showNoDetail();
        showFirst();
    }

    private Div pager() {
        newer.setText(getTranslation("audit.trail.newer"));
        newer.addClickListener(click -> turnBack());
        older.setText(getTranslation("audit.trail.older"));
        older.addClickListener(click -> turn());
        length.addClassName("work-length");
        length.getElement().setAttribute("role", "status");
        Div pager = new Div(newer, older, length);
        pager.addClassName("trail-pager");
        return pager;
    }

    /** What is looked for has changed: the newest of it. */
    private void showFirst() {
        refusals.guard(() -> {
            page = reading.page(filters.filter(), null);
            pages.clear();
            show();
        });
    }

    private void turn() {
        AuditRecord last = page.entries().get(page.entries().size() - 1).record();
        refusals.guard(() -> {
            page = reading.page(filters.filter(), last);
            pages.push(last);
            show();
            lead(older, newer);
        });
    }

    private void turnBack() {
        refusals.guard(() -> {
            AuditRecord before = pages.stream().skip(1).findFirst().orElse(null);
            page = reading.page(filters.filter(), before);
            pages.pop();
            show();
            lead(newer, older);
        });
    }

    /** A button that has just become of no use would keep the focus from whoever has no mouse. */
    private static void lead(Button pressed, Button other) {
        if (!pressed.isEnabled()) {
            other.focus();
        }
    }

    private void show() {
        boolean some = !page.entries().isEmpty();
        grid.setVisible(some);
        empty.setVisible(!some);
        empty.setText(getTranslation(filters.filter().narrows() ? "audit.trail.empty.search" : "audit.trail.empty"));
        grid.show(page.entries());
        newer.setEnabled(!pages.isEmpty());
        older.setEnabled(page.more());
        newer.setVisible(page.more() || !pages.isEmpty());
        older.setVisible(newer.isVisible());
        length.setText(
                some
                        ? getTranslation(
                                "audit.trail.length",
                                pages.size() + 1,
                                page.entries().size())
                        : "");
        mark();
    }

    private void mark() {
        page.entries().stream()
                .map(TrailEntry::record)
                .filter(row -> row.id() == selected)
                .findFirst()
                .ifPresentOrElse(grid::select, grid::deselectAll);
    }

    private void open(long entry) {
        UI.getCurrent().navigate(TrailView.class, new RouteParameters("entry", Long.toString(entry)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<String> entry = event.getRouteParameters().get("entry");
        if (entry.isEmpty()) {
            showNoDetail();
            return;
        }
        try {
            showDetail(reading.entry(Long.parseLong(entry.get())).orElseThrow(NotFoundException::new));
        } catch (NumberFormatException nonsense) {
            throw new NotFoundException();
        }
    }

    private void showDetail(TrailEntry entry) {
        selected = entry.record().id();
        Anchor back = new Anchor("trail", getTranslation("audit.trail.back"));
        back.addClassName("work-back");
        TrailDetail shown = new TrailDetail(reading, sentences, entry, this::everything);
        detail.removeAll();
        detail.add(back, shown);
        addClassName("has-detail");
        grid.narrow(true);
        mark();
        shown.focus();
    }

    private void showNoDetail() {
        selected = 0;
        removeClassName("has-detail");
        grid.narrow(false);
        grid.deselectAll();
        detail.removeAll();
    }

    /** All that was recorded of one thing. */
    private void everything(String stream, String name) {
        filters.choose(stream, name);
        showFirst();
        back();
    }

    private void back() {
        UI.getCurrent().navigate("trail");
        Focus.onRow(grid);
    }

    @Override
    public String screenTitle() {
        return getTranslation("audit.trail.title");
    }
}
