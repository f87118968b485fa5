package org.bihuan.rectification.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.RouteParameters;
import elemental.json.Json;
import elemental.json.JsonObject;
import org.bihuan.audit.AuditSentences;
import org.bihuan.calendar.RestDayRule;
import org.bihuan.calendar.WorkCalendar;
import org.bihuan.evidence.Evidence;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Directory;
import org.bihuan.identity.PersonRef;
import org.bihuan.identity.UnitKind;
import org.bihuan.identity.UnitRef;
import org.bihuan.rectification.CaseFile;
import org.bihuan.rectification.CaseWork;
import org.bihuan.rectification.EvidenceRule;
import org.bihuan.rectification.Ledger;
import org.bihuan.rectification.LedgerRow;
import org.bihuan.rectification.MeasureResponsibility;
import org.bihuan.rectification.MeasureSample;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.ProblemSample;
import org.bihuan.rectification.ProblemState;
import org.bihuan.rectification.ProblemView;
import org.bihuan.rectification.Responsibility;
import org.bihuan.rectification.RoundView;
import org.bihuan.rectification.Rounds;
import org.bihuan.shared.AsWritten;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Level;
import org.bihuan.shared.RuleViolation;
import org.bihuan.testing.MockScreen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deployment without a browser: several problems at once, and the dialog for one; texts appear as their keys. */
@ExtendWith(MockScreen.class)
class AssignViewTest {

    private static final LocalDate DUE = LocalDate.of(2026, 9, 1);
    private static final UnitRef OFFICE = new UnitRef(10, null, UnitKind.OFFICE, "党建办");
    private static final UnitRef OTHER = new UnitRef(20, null, UnitKind.OFFICE, "社会工作办");
    private static final PersonRef LEADER = new PersonRef(1, "分管领导", "leader", true);
    private static final PersonRef HANDLER = new PersonRef(2, "经办人", "handler", true);
    private static final CaseNumber FIRST = new CaseNumber("XH2026-P01");
    private static final CaseNumber SECOND = new CaseNumber("XH2026-P02");

    private final Directory directory = mock(Directory.class);
    private final CaseFile cases = mock(CaseFile.class);
    private final Ledger ledger = mock(Ledger.class);
    private final Rounds rounds = mock(Rounds.class);

    @BeforeEach
    void open() {
        when(directory.units()).thenReturn(List.of(OFFICE, OTHER));
        when(directory.posts(any())).thenReturn(List.of());
        when(directory.searchPersons(anyString(), anyInt())).thenReturn(List.of(LEADER, HANDLER));
        when(directory.members(OFFICE.id())).thenReturn(List.of(HANDLER));
        when(directory.person(LEADER.id())).thenReturn(LEADER);
        when(rounds.round("XH2026"))
                .thenReturn(new RoundView(
                        1,
                        "XH2026",
                        "巡察整改",
                        "党工委",
                        null,
                        null,
                        null,
                        DUE,
                        DUE,
                        6,
                        DUE,
                        DUE,
                        RestDayRule.KEEP,
                        10,
                        1,
                        6,
                        false));
        when(ledger.rows("XH2026"))
                .thenReturn(List.of(
                        row(FIRST, ProblemState.IMPORTED),
                        row(SECOND, ProblemState.IMPORTED),
                        row(new CaseNumber("XH2026-P03"), ProblemState.RECTIFYING)));
        when(cases.problem(FIRST)).thenReturn(problem(ProblemState.IMPORTED, null));
        when(cases.measures(FIRST)).thenReturn(List.of(measure()));
    }

    private static LedgerRow row(CaseNumber number, ProblemState state) {
        return new LedgerRow(
                number.value(),
                false,
                1,
                "针对服务不到位的问题。",
                state.name(),
                state.key(),
                Level.NORMAL,
                DUE,
                DUE,
                null,
                null,
                null,
                1,
                0,
                1);
    }

    private static ProblemView problem(ProblemState state, @Nullable Long unit) {
        ProblemSample problem = ProblemSample.of(FIRST).state(state).due(DUE);
        return unit == null
                ? problem.view()
                : problem.by(LEADER.id(), unit, HANDLER.id()).view();
    }

    private static MeasureView measure() {
        return MeasureSample.of(FIRST, 1)
                .withDocument()
                .state(MeasureState.PLANNED)
                .view();
    }

    private CaseServices services() {
        return new CaseServices(
                cases,
                mock(CaseWork.class),
                directory,
                mock(Evidence.class),
                EvidenceRule.builtIn(),
                mock(CurrentActor.class),
                mock(AuditSentences.class),
                new AsWritten(),
                mock(WorkCalendar.class),
                Clock.systemUTC());
    }

    @SuppressWarnings("unchecked")
    private Grid<LedgerRow> show() {
        AssignView view = new AssignView(services(), ledger, rounds);
        BeforeEnterEvent event = mock(BeforeEnterEvent.class);
        when(event.getRouteParameters()).thenReturn(new RouteParameters("round", "XH2026"));
        view.beforeEnter(event);
        UI.getCurrent().add(view);
        return _get(Grid.class);
    }

    private void dialog(ProblemState state, @Nullable Long unit) {
        new AssignDialog(services(), rounds, problem(state, unit), () -> {}).open();
    }

    private static Button button(String key) {
        return _find(Button.class).stream()
                .filter(found -> found.getText().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + key));
    }

    @SuppressWarnings("unchecked")
    private static <T> ComboBox<T> box(String key, int nth) {
        return (ComboBox<T>) _find(ComboBox.class).stream()
                .filter(found -> key.equals(found.getLabel()))
                .skip(nth)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + key));
    }

    private static Checkbox boxOfAll(Grid<LedgerRow> grid) {
        return (Checkbox) grid.getColumnByKey("tick").getHeaderComponent();
    }

    private static Checkbox box(Grid<LedgerRow> grid, int row) {
        return (Checkbox) GridKt._getCellComponent(grid, row, "tick");
    }

    private static void name(int nth) {
        AssignViewTest.<UnitRef>box("rectification.form.plan.unit", nth).setValue(OFFICE);
        AssignViewTest.<PersonRef>box("rectification.form.plan.person", nth).setValue(HANDLER);
    }

    @Test
    void only_problems_that_wait_are_listed_and_nothing_can_be_done_before_one_is_ticked() {
        Grid<LedgerRow> grid = show();
        assertThat(grid.getListDataView().getItems())
                .extracting(LedgerRow::caseNumber)
                .containsExactly(FIRST.value(), SECOND.value());
        assertThat(button("findings.assign.startAll").isEnabled()).isFalse();
        assertThat(button("findings.assign.saveAll").isEnabled()).isFalse();
    }

    @Test
    void ticking_all_ticks_every_row_and_every_box_says_what_it_ticks() {
        Grid<LedgerRow> grid = show();
        box(grid, 0).setValue(true);
        assertThat(boxOfAll(grid).isIndeterminate()).isTrue();
        box(grid, 1).setValue(true);
        assertThat(boxOfAll(grid).getValue()).isTrue();
        assertThat(boxOfAll(grid).isIndeterminate()).isFalse();
        boxOfAll(grid).setValue(false);
        assertThat(box(grid, 1).getValue()).isFalse();
        assertThat(button("findings.assign.startAll").isEnabled()).isFalse();
        assertThat(box(grid, 1).getAriaLabel()).hasValue("findings.assign.tick");
    }

    @Test
    void a_short_list_takes_the_height_it_needs_and_a_long_one_scrolls() {
        assertThat(show().isAllRowsVisible()).isTrue();
        when(ledger.rows("XH2026"))
                .thenReturn(IntStream.rangeClosed(1, 43)
                        .mapToObj(n -> row(new CaseNumber("XH2026-P%02d".formatted(n)), ProblemState.IMPORTED))
                        .toList());
        UI.getCurrent().removeAll();
        assertThat(show().isAllRowsVisible()).isFalse();
    }

    @Test
    void the_space_bar_turns_the_tick_of_the_row_that_has_the_focus() {
        Grid<LedgerRow> grid = show();
        box(grid, 0);
        box(grid, 1);
        space(grid, 1);
        assertThat(box(grid, 0).getValue()).isFalse();
        assertThat(box(grid, 1).getValue()).isTrue();
        assertThat(button("findings.assign.saveAll").isEnabled()).isTrue();
        space(grid, 1);
        assertThat(button("findings.assign.saveAll").isEnabled()).isFalse();
    }

    @Test
    void the_space_bar_on_the_head_ticks_them_all() {
        Grid<LedgerRow> grid = show();
        press(grid, "", true);
        assertThat(box(grid, 0).getValue()).isTrue();
        assertThat(box(grid, 1).getValue()).isTrue();
        press(grid, "", true);
        assertThat(box(grid, 1).getValue()).isFalse();
    }

    private static void space(Grid<LedgerRow> grid, int row) {
        press(grid, grid.getDataCommunicator().getKeyMapper().key(GridKt._get(grid, row)), false);
    }

    private static void press(Grid<LedgerRow> grid, String key, boolean head) {
        JsonObject data = Json.createObject();
        data.put("element.getEventContext(event).item?.key", key);
        data.put("event.key === ' ' && !element.interacting && !!element.getEventContext(event).item", !head);
        data.put(Ticks.HEAD_PRESSED, head);
        BasicUtilsKt._fireDomEvent(grid, "keydown", data);
    }

    @Test
    void ticked_problems_are_named_and_started_together() {
        when(rounds.assignAll(any(), any(), anyBoolean())).thenReturn(2);
        Grid<LedgerRow> grid = show();
        boxOfAll(grid).setValue(true);
        AssignViewTest.<PersonRef>box("rectification.case.leadOfficial", 0).setValue(LEADER);
        name(0);
        _click(button("findings.assign.startAll"));
        verify(rounds)
                .assignAll(
                        List.of(FIRST, SECOND),
                        new Responsibility(LEADER.id(), null, OFFICE.id(), HANDLER.id(), Set.of()),
                        true);
        assertThat(boxOfAll(grid).getValue()).isFalse();
        assertThat(box(grid, 0).getValue()).isFalse();
    }

    @Test
    void a_refusal_stands_beside_its_field_and_the_selection_stays() {
        doThrow(RuleViolation.at("personResponsible", "findings.assign.onlyHead", "a", "b"))
                .when(rounds)
                .assignAll(any(), any(), anyBoolean());
        Grid<LedgerRow> grid = show();
        box(grid, 0).setValue(true);
        _click(button("findings.assign.saveAll"));
        assertThat(box("rectification.case.leadOfficial", 0).getErrorMessage())
                .isEqualTo("findings.assign.nothingChosen");
        name(0);
        _click(button("findings.assign.saveAll"));
        assertThat(box("rectification.form.plan.person", 0).getErrorMessage()).isEqualTo("findings.assign.onlyHead");
        assertThat(box(grid, 0).getValue()).isTrue();
        assertThat(boxOfAll(grid).isIndeterminate()).isTrue();
        assertThat(button("findings.assign.saveAll").isEnabled()).isTrue();
    }

    @Test
    void one_problem_and_a_measure_with_its_own_people_are_named_and_started_in_one_call() {
        dialog(ProblemState.IMPORTED, null);
        _click(button("rectification.assignDialog.start"));
        assertThat(box("rectification.case.leadOfficial", 0).getErrorMessage())
                .isEqualTo("rectification.plan.textMissing");
        assertThat(box("rectification.form.plan.unit", 0).getErrorMessage())
                .isEqualTo("rectification.plan.textMissing");
        assertThat(box("rectification.form.plan.person", 0).getErrorMessage())
                .isEqualTo("rectification.plan.textMissing");
        AssignViewTest.<PersonRef>box("rectification.case.leadOfficial", 0).setValue(LEADER);
        AssignViewTest.<UnitRef>box("rectification.case.leadUnit", 0).setValue(OTHER);
        name(0);
        _click(button("findings.assign.own"));
        _click(button("rectification.assignDialog.start"));
        verify(rounds, never()).deploy(any(), any(), any());
        assertThat(box("rectification.form.plan.unit", 1).getErrorMessage())
                .isEqualTo("findings.assign.measureIncomplete");
        assertThat(_get(Details.class).isOpened()).isTrue();
        doThrow(RuleViolation.at(FIRST.measure(1).value() + ".person", "findings.assign.notInUnit", "a", "b"))
                .doNothing()
                .when(rounds)
                .deploy(any(), any(), any());
        name(1);
        _click(button("rectification.assignDialog.start"));
        assertThat(box("rectification.form.plan.person", 1).getErrorMessage()).isEqualTo("findings.assign.notInUnit");
        assertThat(box("rectification.form.plan.person", 0).isInvalid()).isFalse();
        _click(button("rectification.assignDialog.start"));
        verify(rounds, times(2))
                .deploy(
                        FIRST,
                        new Responsibility(LEADER.id(), OTHER.id(), OFFICE.id(), HANDLER.id(), Set.of()),
                        List.of(new MeasureResponsibility(FIRST.measure(1), OFFICE.id(), HANDLER.id(), Set.of())));
        verify(rounds, never()).start(any());
    }

    @Test
    void a_running_problem_changes_hands_and_the_responsible_unit_goes_on_leading() {
        when(directory.members(OTHER.id())).thenReturn(List.of(HANDLER));
        dialog(ProblemState.RECTIFYING, OFFICE.id());
        assertThat(Optional.ofNullable(box("rectification.case.leadUnit", 0).getValue()))
                .isEmpty();
        AssignViewTest.<UnitRef>box("rectification.form.plan.unit", 0).setValue(OTHER);
        AssignViewTest.<PersonRef>box("rectification.form.plan.person", 0).setValue(HANDLER);
        _click(button("findings.assign.change"));
        verify(rounds)
                .assign(
                        FIRST,
                        new Responsibility(LEADER.id(), OTHER.id(), OTHER.id(), HANDLER.id(), Set.of()),
                        List.of());
    }
}
