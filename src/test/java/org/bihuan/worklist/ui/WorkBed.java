package org.bihuan.worklist.ui;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import org.bihuan.audit.AuditSentences;
import org.bihuan.calendar.WorkCalendar;
import org.bihuan.evidence.Evidence;
import org.bihuan.evidence.EvidenceKind;
import org.bihuan.evidence.EvidenceLimits;
import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Directory;
import org.bihuan.identity.PersonRef;
import org.bihuan.rectification.AttemptView;
import org.bihuan.rectification.CaseFile;
import org.bihuan.rectification.CaseWork;
import org.bihuan.rectification.MeasureSample;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.ProblemSample;
import org.bihuan.rectification.ProblemView;
import org.bihuan.rectification.ReturnView;
import org.bihuan.rectification.StepGuide;
import org.bihuan.rectification.StepGuides;
import org.bihuan.rectification.Submission;
import org.bihuan.rectification.WorkForms;
import org.bihuan.rectification.ui.CaseParts;
import org.bihuan.rectification.ui.StepForm;
import org.bihuan.rectification.ui.StepForms;
import org.bihuan.shared.AsWritten;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Dates;
import org.bihuan.shared.Level;
import org.bihuan.shared.ModelText;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.Texts;
import org.bihuan.testing.MockScreen;
import org.bihuan.worklist.FormDrafts;
import org.bihuan.worklist.Inbox;
import org.bihuan.worklist.Receipts;
import org.bihuan.worklist.WorkFates;
import org.bihuan.worklist.WorkItemRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** One measure that came back once, before its handler; the services answer as a test says. */
@ExtendWith(MockScreen.class)
abstract class WorkBed {

    static final long ITEM = 41;
    static final long HANDLER = 7;
    static final Instant NOW = Instant.parse("2026-11-26T01:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    static final ModelText STEP = new ModelText("userTask_carryOut", "落实整改措施");
    static final ModelText DOCUMENTATION = new ModelText("userTask_carryOut", "写明进展。完成标准：材料齐全。");
    static final ModelText PASSED = new ModelText("flow_passed", "通过");
    static final ModelText HANDED_IN = new ModelText("event_handedIn", "材料已交");
    static final ModelText REVIEW = new ModelText("userTask_reviewMeasure", "审核整改情况");
    static final CaseNumber MEASURE = new CaseNumber("XH2025-P02-M03");

    final Inbox inbox = mock(Inbox.class);
    final WorkFates fates = mock(WorkFates.class);
    final FormDrafts drafts = mock(FormDrafts.class);
    final CaseWork work = mock(CaseWork.class);
    final Receipts receipts = mock(Receipts.class);
    final CaseFile cases = mock(CaseFile.class);
    final StepGuides guides = mock(StepGuides.class);
    final StepForms forms = mock(StepForms.class);
    final CaseParts parts = mock(CaseParts.class);
    final Directory directory = mock(Directory.class);
    final Evidence evidence = mock(Evidence.class);
    final CurrentActor currentActor = mock(CurrentActor.class);
    final WorkCalendar calendar = mock(WorkCalendar.class);
    final Texts texts = mock(Texts.class);
    final DueText dueText = new DueText(calendar, Clock.fixed(NOW, Dates.ZONE), texts);
    final AsWritten models = new AsWritten();
    final TaskPanelFactory panels = new TaskPanelFactory(
            inbox,
            fates,
            drafts,
            work,
            receipts,
            cases,
            guides,
            forms,
            parts,
            directory,
            evidence,
            new AuditSentences(),
            models,
            currentActor,
            dueText,
            new ObjectMapper());

    @BeforeEach
    void open() {
        when(texts.get(any(String.class), any(Object[].class))).thenAnswer(call -> call.getArgument(0));
        when(inbox.counts())
                .thenReturn(Map.of(Inbox.Tab.ALL, 2, Inbox.Tab.MINE, 1, Inbox.Tab.CLAIM, 1, Inbox.Tab.OVERDUE, 0));
        when(inbox.facets(any())).thenReturn(new Inbox.Facets(Map.of(5L, "党建办"), Map.of("userTask_carryOut", "落实")));
        when(inbox.count(any(), any(Inbox.Filter.class))).thenReturn(2);
        when(inbox.page(any(), any(), any(), any(), anyInt(), anyInt()))
                .thenAnswer(call -> Stream.of(row(WorkItemRow.Kind.MINE), other())
                        .skip(call.<Integer>getArgument(4))
                        .limit(call.<Integer>getArgument(5))
                        .toList());
        when(inbox.find(ITEM)).thenReturn(Optional.of(row(WorkItemRow.Kind.MINE)));
        when(parts.source(MEASURE)).thenAnswer(call -> new Span("文中文件"));
        when(cases.problem(MEASURE.problem())).thenReturn(problem());
        when(cases.measure(MEASURE)).thenReturn(measure());
        when(cases.attempts(MEASURE))
                .thenReturn(List.of(new AttemptView(1, "第一版", HANDLER, NOW, NOW, "RETURNED", "缺签到表。")));
        when(directory.person(anyLong())).thenReturn(new PersonRef(HANDLER, "经办人", "handler", true));
        when(currentActor.require()).thenReturn(new Actor(HANDLER, "经办人", List.of(), List.of(), "system"));
        when(evidence.limits()).thenReturn(new EvidenceLimits(1024 * 1024, 1024 * 1024, 200, List.of(".pdf")));
        when(evidence.of(any())).thenReturn(List.of());
        when(evidence.kindsPresent(any(), anyInt())).thenReturn(EnumSet.noneOf(EvidenceKind.class));
        when(guides.of(ITEM)).thenReturn(guide(null, false));
        when(forms.create(any(), any(), any())).thenAnswer(call -> new OneText());
        when(drafts.find(ITEM)).thenReturn(Optional.empty());
        when(drafts.keep(anyLong(), any(), anyInt())).thenReturn(1);
    }

    /** A form of one required text. */
    static final class OneText extends StepForm {
        OneText() {
            TextArea report = text("report", "report", "");
            action(
                    "hand in",
                    ButtonVariant.LUMO_PRIMARY,
                    () -> submit(() -> new Submission.CarryOut(report.getValue())));
        }
    }

    static WorkItemRow row(WorkItemRow.Kind kind) {
        return row(kind, TODAY.minusDays(2), Level.WARNING);
    }

    static WorkItemRow due(LocalDate day, Level level) {
        return row(WorkItemRow.Kind.MINE, day, level);
    }

    private static WorkItemRow row(WorkItemRow.Kind kind, LocalDate due, Level level) {
        return new WorkItemRow(
                ITEM,
                kind,
                MEASURE.value(),
                "userTask_carryOut",
                "落实整改措施",
                WorkForms.MEASURE_CARRY_OUT,
                "PERSON_RESPONSIBLE",
                "针对问题".repeat(30),
                "党建办",
                kind == WorkItemRow.Kind.CLAIM ? null : HANDLER,
                due,
                level,
                "measure.reminded",
                NOW,
                kind == WorkItemRow.Kind.DONE ? NOW : null,
                "健全制度");
    }

    static WorkItemRow done(String formKey) {
        return new WorkItemRow(
                ITEM,
                WorkItemRow.Kind.DONE,
                MEASURE.value(),
                "userTask",
                "落实整改措施",
                formKey,
                null,
                "针对问题",
                "党建办",
                HANDLER,
                TODAY,
                Level.NORMAL,
                null,
                null,
                NOW);
    }

    static WorkItemRow other() {
        return new WorkItemRow(
                42,
                WorkItemRow.Kind.CLAIM,
                "XH2025-P02-M04",
                "userTask_reviewMeasure",
                "审核整改情况",
                WorkForms.MEASURE_REVIEW,
                "UNIT_HEAD",
                "另一个问题",
                null,
                null,
                TODAY.plusDays(3),
                Level.NORMAL,
                null,
                null,
                null);
    }

    static StepGuide guide(@Nullable RuleViolation obstacle, boolean mayGiveBack) {
        return new StepGuide(
                DOCUMENTATION,
                List.of(),
                mayGiveBack,
                new StepGuide.Why(StepGuide.Ground.NAMED, "PERSON_RESPONSIBLE", null, null, null, "经办人"),
                List.of(new StepGuide.Next(PASSED, HANDED_IN, REVIEW, "UNIT_HEAD", List.of("党建办主任"))),
                obstacle);
    }

    private static ProblemView problem() {
        return ProblemSample.of(MEASURE.problem())
                .ordinal(2)
                .title("针对问题".repeat(30))
                .manifestation("制度不健全。")
                .due(TODAY)
                .view();
    }

    private static MeasureView measure() {
        return MeasureSample.of(MEASURE.problem(), 3)
                .saying("健全制度", "健全制度并印发。", "制度已印发。")
                .withDocument()
                .level(Level.WARNING)
                .due(TODAY.minusDays(2), TODAY.minusDays(9))
                .by(1, HANDLER)
                .report("第一版")
                .returned(new ReturnView("缺签到表。", "党建办主任", NOW))
                .view();
    }
}
