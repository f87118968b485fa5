package org.bihuan.identity.ui;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import org.bihuan.identity.AccessAdministration;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Directory;
import org.bihuan.identity.Duty;
import org.bihuan.identity.OneTimePassword;
import org.bihuan.identity.OrganisationAdministration;
import org.bihuan.identity.PeopleOverview;
import org.bihuan.identity.PersonDetail;
import org.bihuan.identity.PostRef;
import org.bihuan.identity.UnitRef;
import org.bihuan.shared.ui.PageHeader;
import org.bihuan.shared.ui.Refusals;
import org.jspecify.annotations.Nullable;

/** Units on the left, their people beside, one person's account on the right (one below the other on a phone). */
@Route("people")
@RolesAllowed({"SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"})
@Menu(order = 80, title = "identity.menu.people", icon = "vaadin:users")
class PeopleView extends Div implements HasDynamicTitle {

    private static final int NAME_MAX = 120;
    private static final int LOGIN_MAX = 64;
    private static final int PAGE = 50;

    private final transient PersonPanel.Services services;
    private final transient Set<Duty> mine;
    private final UnitPanel units;
    private final Grid<PersonDetail> people = new Grid<>();
    private final TextField search = new TextField();
    private final Div detail = new Div();
    private final Div masterDetail = new Div();
    private @Nullable Long unitId;

    PeopleView(
            PeopleOverview overview,
            OrganisationAdministration administration,
            AccessAdministration access,
            Directory directory,
            CurrentActor currentActor) {
        this.services = new PersonPanel.Services(overview, administration, access, directory);
        this.mine = currentActor.require().posts().stream().map(PostRef::duty).collect(Collectors.toSet());
        boolean mayChange = mine.contains(Duty.SYSTEM_ADMIN);
        this.units = new UnitPanel(overview, administration, mayChange, this::choose);
        PageHeader header = new PageHeader(getTranslation("identity.people.title"));
        if (mayChange) {
            Button create = new Button(getTranslation("identity.person.create"), click -> create());
            create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            header.actions(create);
        }
        Div list = new Div(searchField(), peopleGrid());
        Div master = new Div(units, list);
        master.addClassName("master");
        detail.addClassName("detail");
        masterDetail.add(master, detail);
        masterDetail.addClassName("master-detail");
        add(header, masterDetail);
    }

    private TextField searchField() {
        search.setLabel(getTranslation("identity.people.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> people.getDataProvider().refreshAll());
        return search;
    }

    private Grid<PersonDetail> peopleGrid() {
        people.setPageSize(PAGE);
        people.addThemeVariants(
                GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        people.addColumn(line -> line.person().name())
                .setHeader(getTranslation("identity.person.name"))
                .setFlexGrow(2);
        people.addColumn(this::dutyText)
                .setHeader(getTranslation("identity.person.duties"))
                .setFlexGrow(3);
        people.addColumn(line -> getTranslation(
                        line.person().enabled() ? "identity.person.enabled" : "identity.person.disabled"))
                .setHeader(getTranslation("identity.person.state"))
                .setWidth("6em")
                .setFlexGrow(0);
        people.getElement().setAttribute("aria-label", getTranslation("identity.people.title"));
        people.setItems(
                query -> services.overview().people(filter(), query.getOffset(), query.getLimit()).stream(),
                query -> services.overview().count(filter()));
        people.addSelectionListener(selection -> selection
                .getFirstSelectedItem()
                .ifPresentOrElse(line -> open(line.person().id()), this::close));
        return people;
    }

    private String dutyText(PersonDetail line) {
        return line.posts().stream()
                .filter(post -> unitId == null || post.unitId() == unitId)
                .map(post -> getTranslation(post.duty().key()))
                .distinct()
                .collect(Collectors.joining(getTranslation("identity.comma")));
    }

    private PeopleOverview.Filter filter() {
        return new PeopleOverview.Filter(unitId, search.getValue());
    }

    private void choose(@Nullable UnitRef unit) {
        unitId = unit == null ? null : unit.id();
        people.deselectAll();
        people.getDataProvider().refreshAll();
    }

    private void open(long personId) {
        Button back = new Button(getTranslation("identity.people.back"), click -> people.deselectAll());
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        detail.removeAll();
        detail.add(back, new PersonPanel(personId, services, mine, this::refresh));
        masterDetail.addClassName("has-detail");
    }

    private void close() {
        detail.removeAll();
        masterDetail.removeClassName("has-detail");
    }

    private void refresh() {
        people.getDataProvider().refreshAll();
        units.refresh();
    }

    private void create() {
        TextField name = new TextField(getTranslation("identity.person.name"));
        name.setMaxLength(NAME_MAX);
        TextField login = new TextField(getTranslation("identity.person.login"));
        login.setMaxLength(LOGIN_MAX);
        login.setHelperText(getTranslation("identity.login.hint"));
        new FormDialog(getTranslation("identity.person.create"), name, login)
                .onSave(new Refusals(this, Map.of("name", name, "login", login)), () -> {
                    OneTimePassword once = services.administration().createPerson(login.getValue(), name.getValue());
                    people.getDataProvider().refreshAll();
                    open(once.personId());
                    PersonPanel.showOnce(once).open();
                });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("identity.people.title");
    }
}
