package org.bihuan.identity.ui;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
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
import org.bihuan.shared.ui.Glyph;
import org.bihuan.shared.ui.Notifications;
import org.bihuan.shared.ui.PageHeader;
import org.bihuan.shared.ui.Refusals;
import org.bihuan.shared.ui.StatusChip;
import org.bihuan.shared.ui.TitledScreen;
import org.jspecify.annotations.Nullable;

/** Units on the left, their people beside, one person's account on the right (one below the other on a phone). */
@Route("people")
@RolesAllowed({"SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"})
@Menu(order = 80, title = "identity.menu.people", icon = "users")
class PeopleView extends Div implements TitledScreen {

    private static final int NAME_MAX = 120;
    private static final int LOGIN_MAX = 64;
    private static final int PAGE = 50;
    private static final int NARROW = 800;

    private final transient PersonPanel.Services services;
    private final transient Set<Duty> mine;
    private final UnitPanel units;
    private final Grid<PersonDetail> people = new Grid<>();
    private final TextField search = new TextField();
    private final Div detail = new Div();
    private final Div parts = new Div();
    private final Span shown = new Span();
    private final Button everywhere = new Button();
    private @Nullable PersonPanel panel;
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
        this.units = new UnitPanel(overview, administration, mayChange, this::choose, this::refreshPeople);
        PageHeader header = new PageHeader(getTranslation("identity.people.title"));
        if (mayChange) {
            Button create = new Button(getTranslation("identity.person.create"), click -> create());
            create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            header.actions(create);
        }
        everywhere.setText(getTranslation("identity.people.everywhere"));
        everywhere.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        everywhere.addClickListener(click -> {
            units.deselect();
            search.focus();
        });
        Div scope = new Div(shown, everywhere);
        scope.addClassName("people-scope");
        shown.getElement().setAttribute("role", "status");
        Div list = new Div(searchField(), scope, peopleGrid());
        list.addClassName("people-list");
        Details tree = new Details(getTranslation("identity.unit.title"), units);
        tree.setOpened(true);
        tree.addClassName("people-units");
        detail.addClassName("people-detail");
        parts.add(tree, list, detail);
        parts.addClassName("people-parts");
        add(header, parts);
        tell();
        foldOnPhones(tree);
    }

    /** Units and people do not fit below each other on a phone; the tree opens there when it is wanted. */
    private void foldOnPhones(Details tree) {
        addAttachListener(attached -> attached.getUI()
                .getPage()
                .retrieveExtendedClientDetails(details -> tree.setOpened(details.getBodyClientWidth() > NARROW)));
    }

    /** Says whose people are listed, and how many. */
    private void tell() {
        int count = services.overview().count(filter());
        shown.setText(
                unitId == null
                        ? getTranslation("identity.people.ofAll", count)
                        : getTranslation("identity.people.ofUnit", units.name(unitId), count));
        everywhere.setVisible(unitId != null);
    }

    private TextField searchField() {
        search.setLabel(getTranslation("identity.people.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setPrefixComponent(Glyph.SEARCH.create());
        search.setWidthFull();
        search.addValueChangeListener(change -> refreshPeople());
        return search;
    }

    private Grid<PersonDetail> peopleGrid() {
        people.setPageSize(PAGE);
        people.addThemeVariants(
                GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        people.addComponentColumn(this::name)
                .setHeader(getTranslation("identity.person.name"))
                .setFlexGrow(2);
        people.addColumn(this::dutyText)
                .setHeader(getTranslation("identity.person.duties"))
                .setFlexGrow(3);
        people.addComponentColumn(this::state)
                .setHeader(getTranslation("identity.person.state"))
                .setWidth("6.5em")
                .setFlexGrow(0);
        people.getElement().setAttribute("aria-label", getTranslation("identity.people.title"));
        // The chosen line stays chosen when something about the person has changed.
        people.setItems(new CallbackDataProvider<PersonDetail, Void>(
                query -> services.overview().people(filter(), query.getOffset(), query.getLimit()).stream(),
                query -> services.overview().count(filter()),
                line -> line.person().id()));
        people.addSelectionListener(selection -> selection
                .getFirstSelectedItem()
                .ifPresentOrElse(line -> open(line.person().id()), this::close));
        return people;
    }

    private Div name(PersonDetail line) {
        Div login = new Div(line.person().login());
        login.addClassName("people-login");
        return new Div(new Span(line.person().name()), login);
    }

    private StatusChip state(PersonDetail line) {
        if (line.lockedUntil() != null) {
            return new StatusChip(getTranslation("identity.person.locked"), StatusChip.Tone.RETURNED);
        }
        return line.person().enabled()
                ? new StatusChip(getTranslation("identity.person.enabled"), StatusChip.Tone.DONE)
                : new StatusChip(getTranslation("identity.person.disabled"), StatusChip.Tone.NEUTRAL);
    }

    /** Duties in the chosen unit; with their units where people of all units are listed. */
    private String dutyText(PersonDetail line) {
        return line.posts().stream()
                .filter(post -> unitId == null || post.unitId() == unitId)
                .map(post -> {
                    String duty = getTranslation(post.duty().key());
                    return unitId == null
                            ? getTranslation("identity.dutyInUnit", units.name(post.unitId()), duty)
                            : duty;
                })
                .distinct()
                .collect(Collectors.joining(getTranslation("identity.comma")));
    }

    private PeopleOverview.Filter filter() {
        return new PeopleOverview.Filter(unitId, search.getValue());
    }

    private void choose(@Nullable UnitRef unit) {
        Notifications.forgetRefusals();
        unitId = unit == null ? null : unit.id();
        people.deselectAll();
        refreshPeople();
    }

    private void open(long personId) {
        Button back = new Button(getTranslation("identity.people.back"), click -> back());
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Notifications.forgetRefusals();
        panel = new PersonPanel(personId, services, mine, this::refresh);
        detail.removeAll();
        detail.add(back, panel);
        parts.addClassName("has-detail");
        detail.getElement().executeJs("if (this.getBoundingClientRect().top < 0) this.scrollIntoView()");
    }

    private void back() {
        people.deselectAll();
        close();
    }

    private void close() {
        detail.removeAll();
        parts.removeClassName("has-detail");
    }

    private void refresh() {
        units.refresh();
        refreshPeople();
    }

    private void refreshPeople() {
        people.getDataProvider().refreshAll();
        tell();
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
                    refresh();
                    people.select(services.overview().person(once.personId()));
                    PersonPanel.showOnce(once, this::lead).open();
                });
    }

    private void lead() {
        if (panel != null) {
            panel.lead();
        }
    }

    @Override
    public String screenTitle() {
        return getTranslation("identity.people.title");
    }
}
