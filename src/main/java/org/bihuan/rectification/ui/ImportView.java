package org.bihuan.rectification.ui;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import org.bihuan.findings.FindingsDraft;
import org.bihuan.findings.FindingsImport;
import org.bihuan.rectification.FindingsDesk;
import org.bihuan.rectification.RoundView;
import org.bihuan.rectification.Rounds;
import org.bihuan.shared.Dates;
import org.bihuan.shared.ui.Focus;
import org.bihuan.shared.ui.Notifications;
import org.bihuan.shared.ui.PageHeader;
import org.bihuan.shared.ui.TitledScreen;

/** A new round in three steps: the document, the check of what was found in it, the round's policy. */
@Route("rounds/new")
@RolesAllowed("CLERK")
@Menu(order = 25, title = "rectification.menu.import", icon = "upload")
class ImportView extends Div implements TitledScreen {

    private final transient FindingsImport findings;
    private final transient Rounds rounds;
    private final transient CaseServices services;
    private final transient ImportWork work;
    private final Div step = new Div();
    private final OrderedList steps = new OrderedList();

    ImportView(FindingsImport findings, FindingsDesk desk, Rounds rounds, CaseServices services) {
        this.findings = findings;
        this.rounds = rounds;
        this.services = services;
        this.work = new ImportWork(desk);
        addClassName("import-view");
        steps.addClassName("import-steps");
        for (String key : List.of("findings.step.source", "findings.step.check", "findings.step.round")) {
            steps.add(new ListItem(getTranslation(key)));
        }
        add(new PageHeader(getTranslation("rectification.menu.import")), steps, step);
        if (!work.unread().isBlank()) {
            source();
            resumed("findings.desk.unread");
        } else if (work.begun()) {
            check();
            resumed("findings.desk.resumed");
        } else {
            source();
        }
    }

    private void resumed(String key) {
        Instant kept = work.onDesk().updatedAt();
        step.addComponentAsFirst(ImportNotes.info(getTranslation(key, Dates.time(kept))));
    }

    private void show(int number, Component content) {
        List<Component> items = steps.getChildren().toList();
        for (int i = 0; i < items.size(); i++) {
            items.get(i).getElement().setAttribute("aria-current", i == number ? "step" : "false");
        }
        step.removeAll();
        step.add(content);
        if (isAttached()) {
            // The button that led here is gone.
            Focus.on(step);
        }
    }

    private void source() {
        show(0, new ImportSource(findings, work, this::check));
    }

    private void check() {
        show(1, new ImportFindings(work, this::source, this::policy));
    }

    private void policy() {
        show(2, new ImportPolicy(rounds, services, work, this::check, this::accepted));
    }

    private void accepted(RoundView round, FindingsDraft draft) {
        Notifications.done(getTranslation(
                "findings.accept.done",
                round.code(),
                draft.problems().size(),
                draft.measures().size()));
        UI.getCurrent().navigate(LedgerView.class, new RouteParameters("round", round.code()));
    }

    @Override
    public String screenTitle() {
        return getTranslation("rectification.menu.import");
    }
}
