package org.bihuan.rectification.ui;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import org.bihuan.audit.AuditSentences;
import org.bihuan.calendar.WorkCalendar;
import org.bihuan.evidence.Evidence;
import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Directory;
import org.bihuan.identity.Duty;
import org.bihuan.identity.PersonRef;
import org.bihuan.identity.PostRef;
import org.bihuan.identity.Represented;
import org.bihuan.identity.UnitKind;
import org.bihuan.identity.UnitRef;
import org.bihuan.rectification.AspectView;
import org.bihuan.rectification.CaseDiagram;
import org.bihuan.rectification.CaseFile;
import org.bihuan.rectification.CaseWork;
import org.bihuan.rectification.EvidenceRule;
import org.bihuan.rectification.Ledger;
import org.bihuan.rectification.LedgerExport;
import org.bihuan.rectification.LedgerRow;
import org.bihuan.rectification.MeasureSample;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.OpenSteps.Step;
import org.bihuan.rectification.ProblemSample;
import org.bihuan.rectification.ProblemState;
import org.bihuan.rectification.ProblemView;
import org.bihuan.rectification.ReturnView;
import org.bihuan.rectification.Rounds;
import org.bihuan.shared.AsWritten;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Level;
import org.bihuan.shared.ModelText;

/** A problem with two measures, of which the first was returned and is late, and the services around it. */
final class CaseSamples {

    static final List<AspectView> ASPECTS = List.of(new AspectView(1, 1, "关于学习贯彻方面"), new AspectView(2, 2, "关于从严治党方面"));
    static final CaseNumber PROBLEM = new CaseNumber("XH2025-P01");
    static final ModelText STEP = new ModelText("b", "落实整改措施");
    static final CaseNumber LATE = new CaseNumber("XH2025-P01-M01");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final LocalDate NEXT_YEAR = LocalDate.of(2027, 4, 12);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 24);
    static final PersonRef HANDLER = new PersonRef(7, "党建办经办人", "handler", true);
    static final UnitRef OFFICE = new UnitRef(10, null, UnitKind.OFFICE, "党建办");

    final CaseFile cases = mock(CaseFile.class);
    final CaseWork work = mock(CaseWork.class);
    final Directory directory = mock(Directory.class);
    final CurrentActor currentActor = mock(CurrentActor.class);
    final AsWritten models = new AsWritten();
    final CaseServices services;

    CaseSamples(Duty duty) {
        Evidence evidence = mock(Evidence.class);
        WorkCalendar calendar = mock(WorkCalendar.class);
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
        services = new CaseServices(
                cases,
                work,
                directory,
                evidence,
                EvidenceRule.builtIn(),
                currentActor,
                new AuditSentences(),
                models,
                calendar,
                clock);
        when(currentActor.require())
                .thenReturn(new Actor(1, "某人", List.of(new PostRef(1, 2, duty)), List.of(), "127.0.0.1"));
        when(directory.persons(anyCollection())).thenReturn(Map.of(HANDLER.id(), HANDLER));
        when(directory.units()).thenReturn(List.of(OFFICE));
        when(directory.members(OFFICE.id())).thenReturn(List.of(HANDLER));
        when(calendar.workdaysBetween(any(), any())).thenReturn(3);
        when(evidence.of(anyString())).thenReturn(List.of());
        when(evidence.ofProblem(anyString())).thenReturn(List.of());
        when(cases.timeline(any(), any(), anyInt())).thenReturn(List.of());
        when(cases.problem(PROBLEM)).thenReturn(problem());
        when(cases.measures(PROBLEM))
                .thenReturn(List.of(returned(), measure(2, LAST_DAY).view()));
        when(cases.openSteps(PROBLEM))
                .thenReturn(List.of(new Step(LATE, STEP, List.of(HANDLER.name()), true, LocalDate.of(2026, 11, 20))));
        when(cases.diagram(any())).thenReturn(new CaseDiagram(MODEL, Set.of("b"), Set.of("a"), List.of()));
    }

    /** The person at the screen holds no duty of their own and stands in for somebody who holds this one. */
    CaseSamples asSubstituteOf(Duty duty) {
        Represented absent = new Represented(2, "某领导", List.of(new PostRef(1, 2, duty)), LocalDate.of(2026, 12, 31));
        when(currentActor.require()).thenReturn(new Actor(1, "某人", List.of(), List.of(absent), "127.0.0.1"));
        return this;
    }

    static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">
              <userTask id="a" name="签收整改措施"/><userTask id="b" name="落实整改措施"/>
              <exclusiveGateway id="g" name="通过？"/><userTask id="c" name="审核整改情况"/>
            </process></definitions>""";

    private static ProblemView problem() {
        return ProblemSample.of(PROBLEM)
                .title("针对问题一".repeat(24))
                .manifestation("表现")
                .plan("原因", "目标", "标准")
                .due(NEXT_YEAR)
                .by(HANDLER.id(), OFFICE.id(), HANDLER.id())
                .view();
    }

    private static MeasureView returned() {
        return measure(1, LocalDate.of(2026, 11, 20))
                .returned(new ReturnView("请补充项目台账", "党建办主任", null))
                .view();
    }

    private static MeasureSample measure(int ordinal, LocalDate due) {
        return MeasureSample.of(PROBLEM, ordinal)
                .saying("措施" + ordinal, "内容", "标准")
                .withDocument()
                .due(due, LAST_DAY)
                .by(OFFICE.id(), HANDLER.id());
    }

    static LedgerRow problemRow(String number, long unit, Level level) {
        return row(number, false, unit, level, ProblemState.RECTIFYING.name());
    }

    static LedgerRow undeployedRow(String number, long unit) {
        return row(number, false, unit, Level.NORMAL, ProblemState.IMPORTED.name());
    }

    static LedgerRow measureRow(String number, long unit, Level level, MeasureState state) {
        return row(number, true, unit, level, state.name());
    }

    private static LedgerRow row(String number, boolean measure, long unit, Level level, String state) {
        return new LedgerRow(
                number,
                measure,
                1,
                "标题" + number,
                state,
                state,
                level,
                NEXT_YEAR,
                NEXT_YEAR,
                null,
                unit,
                7L,
                measure ? 0 : 3,
                0,
                1);
    }

    /** Opens the ledger of round XH2025 at an address with {@code query}. */
    void showLedger(Ledger ledger, String query) {
        showLedger(ledger, mock(LedgerExport.class), query);
    }

    void showLedger(Ledger ledger, LedgerExport export, String query) {
        LedgerView view = new LedgerView(services, ledger, export, mock(Rounds.class));
        BeforeEnterEvent event = mock(BeforeEnterEvent.class);
        when(event.getRouteParameters()).thenReturn(new RouteParameters("round", "XH2025"));
        when(event.getLocation()).thenReturn(new Location("ledger/XH2025?" + query));
        view.beforeEnter(event);
        UI.getCurrent().add(view);
    }
}
