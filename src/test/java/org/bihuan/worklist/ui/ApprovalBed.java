package org.bihuan.worklist.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.bihuan.worklist.ui.ClosureSamples.AT;
import static org.bihuan.worklist.ui.ClosureSamples.DUE;
import static org.bihuan.worklist.ui.ClosureSamples.LONG_TITLE;
import static org.bihuan.worklist.ui.ClosureSamples.NUMBER;
import static org.bihuan.worklist.ui.ClosureSamples.measure;
import static org.bihuan.worklist.ui.ClosureSamples.problem;
import static org.bihuan.worklist.ui.ClosureSamples.request;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteConfiguration;
import org.bihuan.evidence.Evidence;
import org.bihuan.identity.Directory;
import org.bihuan.rectification.CaseFile;
import org.bihuan.rectification.ClosureFile;
import org.bihuan.rectification.ClosureOpinion;
import org.bihuan.rectification.ui.CaseParts;
import org.bihuan.shared.Level;
import org.bihuan.shared.RuleViolation;
import org.bihuan.testing.MockScreen;
import org.bihuan.worklist.Approvals;
import org.bihuan.worklist.FormDrafts;
import org.bihuan.worklist.WaitingClosure;
import org.bihuan.worklist.WorkChanges;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Closures that wait, and the services around them; texts appear as their keys. */
@ExtendWith(MockScreen.class)
abstract class ApprovalBed {

    final Approvals approvals = mock(Approvals.class);
    final CaseFile cases = mock(CaseFile.class);
    final ClosureFile closures = mock(ClosureFile.class);
    final Evidence evidence = mock(Evidence.class);
    final Directory directory = mock(Directory.class);
    final FormDrafts drafts = mock(FormDrafts.class);
    final CaseParts parts = mock(CaseParts.class);
    final WorkChanges changes = mock(WorkChanges.class);
    final AtomicInteger decided = new AtomicInteger();
    final ApprovalServices services = new ApprovalServices(
            approvals, cases, closures, evidence, directory, drafts, parts, changes, new ObjectMapper());

    @BeforeEach
    void open() {
        RouteConfiguration.forSessionScope().setRoute("approvals/:item?", ApprovalsView.class);
        when(changes.subscribe(any(), any())).thenReturn(() -> {});
        when(parts.due(any(), any())).thenAnswer(call -> new Span("due"));
        when(parts.timeline(any())).thenAnswer(call -> new Div("timeline"));
        when(parts.futureDate(anyString())).thenAnswer(call -> new DatePicker());
        when(cases.problem(NUMBER)).thenReturn(problem());
        when(cases.measures(any())).thenReturn(List.of(measure(1), measure(2)));
        when(closures.requests(any()))
                .thenReturn(List.of(
                        request(2, "第二次申请", new ClosureOpinion(ClosureOpinion.Kind.VERIFIED, "督查员", "另一位", AT, "验收属实")),
                        request(1, "第一次申请", new ClosureOpinion(ClosureOpinion.Kind.RETURNED, "书记", null, AT, "缺记录"))));
    }

    static WaitingClosure row(long item, @Nullable String takenBy, @Nullable String objection) {
        return new WaitingClosure(
                item,
                NUMBER,
                LONG_TITLE,
                "党建办",
                DUE,
                Level.NORMAL,
                AT,
                takenBy,
                objection == null ? null : new RuleViolation(objection, NUMBER));
    }

    static List<String> texts(Class<? extends Component> type) {
        return _find(type).stream().map(found -> found.getElement().getText()).toList();
    }

    static void press(String key) {
        _click(_get(Button.class, spec -> spec.withText(key)));
    }
}
