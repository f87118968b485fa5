package org.bihuan.worklist.ui;

import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.ui.EmptyState;
import org.bihuan.shared.ui.Focus;
import org.bihuan.shared.ui.PageHeader;
import org.bihuan.shared.ui.TitledScreen;
import org.jspecify.annotations.Nullable;

/** Closures that wait for the leading group, and the chosen one beside them; on a phone it fills the screen. */
@Route("approvals/:item?")
@RolesAllowed({"APPROVER_HEAD", "APPROVER_DEPUTY"})
@Menu(order = 12, title = "worklist.approval.menu", icon = "approval")
class ApprovalsView extends Div implements BeforeEnterObserver, TitledScreen {

    private final transient ApprovalServices services;
    private final ApprovalQueue queue;
    private final Paragraph figures = new Paragraph();
    private final Div detail = new Div();
    private @Nullable ApprovalPage page;

    ApprovalsView(ApprovalServices services) {
        this.services = services;
        this.queue = new ApprovalQueue(services, this::decided);
        PageHeader header = new PageHeader(getTranslation("worklist.approval.title"));
        Div list = new Div(figures, queue);
        list.addClassNames("master", "approval-list");
        detail.addClassNames("detail", "approval-detail");
        Div both = new Div(list, detail);
        both.addClassNames("approval-columns");
        add(header, both);
        addClassName("approval-view");
        showFigures();
        Following.changes(this, services.changes(), problem -> false, this::follow);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<String> item = event.getRouteParameters().get("item");
        queue.reload();
        showFigures();
        detail.removeAll();
        page = null;
        setClassName("has-detail", item.isPresent());
        if (item.isEmpty()) {
            queue.mark(0);
            detail.add(new EmptyState(
                    getTranslation("worklist.approval.choose"), getTranslation("worklist.approval.chooseHint")));
            return;
        }
        show(number(item.get()));
    }

    private static long number(String item) {
        try {
            return Long.parseLong(item);
        } catch (NumberFormatException nonsense) {
            NotFound unknown = new NotFound(item);
            unknown.addSuppressed(nonsense);
            throw unknown;
        }
    }

    private void show(long item) {
        queue.mark(item);
        ApprovalPage shown = new ApprovalPage(services, item, this::decided);
        page = shown;
        RouterLink back = new RouterLink(getTranslation("worklist.approval.back"), ApprovalsView.class);
        back.addClassName("approval-back");
        detail.add(back, shown);
        shown.focusTitle();
    }

    private void decided() {
        UI.getCurrent().navigate(ApprovalsView.class);
        Focus.on(figures.isVisible() ? figures : detail);
    }

    private void showFigures() {
        int count = services.approvals().count();
        figures.setVisible(count > 0);
        figures.setText(getTranslation("worklist.approval.waiting", ApprovalBadge.shown(count)));
    }

    /** Somebody acted: the list follows, and the page says so where it concerns its case. */
    private void follow() {
        queue.reload();
        showFigures();
        if (page != null) {
            page.follow();
        }
    }

    @Override
    public String screenTitle() {
        return getTranslation("worklist.approval.title");
    }
}
