package org.bihuan.rectification.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static java.util.Objects.requireNonNull;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import org.bihuan.audit.AuditSentences;
import org.bihuan.calendar.RestDayRule;
import org.bihuan.calendar.WorkCalendar;
import org.bihuan.evidence.Evidence;
import org.bihuan.findings.AspectDraft;
import org.bihuan.findings.FindingsDraft;
import org.bihuan.findings.FindingsHeader;
import org.bihuan.findings.FindingsImport;
import org.bihuan.findings.HalfDone;
import org.bihuan.findings.MeasureDraft;
import org.bihuan.findings.OrganisationDraft;
import org.bihuan.findings.ProblemDraft;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Directory;
import org.bihuan.rectification.CaseFile;
import org.bihuan.rectification.CaseWork;
import org.bihuan.rectification.EvidenceRule;
import org.bihuan.rectification.FindingsDesk;
import org.bihuan.rectification.FindingsDesk.OnDesk;
import org.bihuan.rectification.RoundPolicy;
import org.bihuan.rectification.RoundPreview;
import org.bihuan.rectification.RoundSuggestion;
import org.bihuan.rectification.RoundView;
import org.bihuan.rectification.Rounds;
import org.bihuan.shared.AsWritten;
import org.bihuan.testing.MockScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The import without a browser, its services played; texts appear as their keys. */
@ExtendWith(MockScreen.class)
abstract class ImportBed {

    static final LocalDate FEEDBACK = LocalDate.of(2026, 3, 2);
    static final int PROBLEM = 2;
    static final int FIRST = 3;
    static final int SECOND = 4;

    final FindingsImport findings = mock(FindingsImport.class);
    final FindingsDesk desk = mock(FindingsDesk.class);
    final Rounds rounds = mock(Rounds.class);
    final WorkCalendar calendar = mock(WorkCalendar.class);

    @BeforeEach
    void open() {
        when(findings.maxBytes()).thenReturn(5L * 1024 * 1024);
        when(desk.find()).thenReturn(Optional.empty());
        when(desk.begin(any())).thenReturn(onDesk());
        when(desk.paste(any()))
                .thenAnswer(call -> new OnDesk(
                        77,
                        1,
                        "",
                        new HalfDone(onDesk().half().draft(), Map.of(), call.getArgument(0)),
                        Instant.EPOCH));
        when(desk.keep(any(), any())).thenAnswer(call -> {
            OnDesk before = call.getArgument(0);
            return new OnDesk(before.id(), before.revision() + 1, "原文", call.getArgument(1), Instant.EPOCH);
        });
        when(rounds.suggest(any()))
                .thenReturn(new RoundSuggestion(
                        "XH2026", "街道党工委", null, null, null, FEEDBACK, 1, 6, RestDayRule.KEEP, 10, 1, 6));
        when(rounds.preview(any())).thenAnswer(call -> preview(call.getArgument(0)));
        when(calendar.nameOf(any())).thenReturn(Optional.empty());
        when(calendar.isWorkday(any())).thenReturn(true);
    }

    static OnDesk onDesk() {
        List<MeasureDraft> measures = List.of(measure(FIRST, "走访群众听取意见。"), measure(SECOND, "严格考勤每月通报。"));
        ProblemDraft problem = new ProblemDraft(PROBLEM, "1.", "针对服务不到位的问题。", List.of(), List.of(), measures);
        FindingsDraft draft = new FindingsDraft(
                new FindingsHeader(List.of(), null, null, FEEDBACK, null),
                new OrganisationDraft(List.of(), List.of(), List.of(), List.of()),
                List.of(new AspectDraft(1, "（一）", "作风方面", List.of(problem))),
                List.of());
        return new OnDesk(77, 1, "原文", new HalfDone(draft, Map.of(), ""), Instant.EPOCH);
    }

    static MeasureDraft measure(int id, String text) {
        return new MeasureDraft(id, null, text, List.of(), List.of(), List.of());
    }

    static RoundPreview preview(RoundPolicy policy) {
        LocalDate feedback = requireNonNull(policy.feedbackDate());
        LocalDate planDue = requireNonNull(policy.planDue());
        int months = requireNonNull(policy.periodMonths());
        return new RoundPreview(
                new RoundView(
                        1,
                        policy.code(),
                        policy.title(),
                        policy.inspectedOrg(),
                        null,
                        null,
                        null,
                        feedback,
                        planDue,
                        months,
                        feedback.plusMonths(months),
                        requireNonNull(policy.reportDue()),
                        policy.restDayRule(),
                        10,
                        1,
                        6,
                        false),
                planDue,
                planDue,
                Set.of());
    }

    ImportView show() {
        CaseServices services = new CaseServices(
                mock(CaseFile.class),
                mock(CaseWork.class),
                mock(Directory.class),
                mock(Evidence.class),
                EvidenceRule.builtIn(),
                mock(CurrentActor.class),
                mock(AuditSentences.class),
                new AsWritten(),
                calendar,
                Clock.fixed(Instant.parse("2026-03-05T02:00:00Z"), ZoneOffset.UTC));
        ImportView view = new ImportView(findings, desk, rounds, services);
        UI.getCurrent().add(view);
        return view;
    }

    static Button button(String key) {
        return _find(Button.class).stream()
                .filter(found -> found.getText().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + key));
    }

    /** To the third step. */
    void policy() {
        show();
        _click(button("findings.source.read"));
        _click(button("findings.check.next"));
    }
}
