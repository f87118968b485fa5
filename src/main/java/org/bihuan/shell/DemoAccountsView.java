package org.bihuan.shell;

import java.util.List;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.bihuan.shared.ui.PageHeader;
import org.bihuan.shared.ui.TitledScreen;

/** Every account of the demo with its password; outside the demo this address does not exist. */
@Route(value = "demo-accounts", autoLayout = false)
@AnonymousAllowed
class DemoAccountsView extends Main implements BeforeEnterObserver, TitledScreen {

    private static final List<String> COLUMNS =
            List.of("shell.demo.name", "shell.demo.duty", "shell.demo.login", "shell.demo.password");

    private final Demo demo;

    DemoAccountsView(Demo demo) {
        this.demo = demo;
        addClassName("demo-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!demo.enabled()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        removeAll();
        NativeTable table = new NativeTable();
        table.addClassNames("plain-table", "as-cards");
        NativeTableRow head = table.getHead().addRow();
        for (String key : COLUMNS) {
            NativeTableHeaderCell cell = head.addHeaderCell();
            cell.setText(getTranslation(key));
        }
        demo.accounts().forEach(account -> {
            NativeTableRow row = table.getBody().addRow();
            row.addDataCell().add(SignInForm.of(account));
            cell(row, COLUMNS.get(1), account.dutyText());
            cell(row, COLUMNS.get(2), account.login());
            cell(row, COLUMNS.get(3), account.password());
        });
        Div scroller = new Div(table);
        scroller.addClassName("table-scroller");
        add(new PageHeader(getTranslation("shell.demo.title"))
                .says(getTranslation("shell.demo.explanation"))
                .actions(new Anchor("login", getTranslation("shell.login.title")), new LanguageSwitch()));
        add(scroller);
    }

    /** On a phone the rows become cards, and each cell is told by its own label. */
    private void cell(NativeTableRow row, String labelKey, String text) {
        NativeTableCell cell = row.addDataCell();
        cell.setText(text);
        cell.getElement().setAttribute("data-label", getTranslation(labelKey));
    }

    @Override
    public String screenTitle() {
        return getTranslation("shell.demo.title");
    }
}
