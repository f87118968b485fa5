package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import org.bihuan.rectification.ClosureFile;
import org.bihuan.rectification.ClosureOpinion;
import org.bihuan.rectification.ClosureOpinion.Kind;
import org.bihuan.rectification.ClosureRequest;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.ProblemState;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.NotFound;
import org.bihuan.worklist.Approvals;
import org.bihuan.worklist.DecidedClosure;
import org.bihuan.worklist.WaitingClosure;
import org.bihuan.worklist.WorkItemRow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** What waits for the leading group, and its decisions: one at a time, several at once, at the same moment. */
abstract class ApprovalLoop extends ApprovalBed {

    private static final LocalDate REDO_DUE = LocalDate.of(2026, 4, 30);
    private static final Decision RETURN = Decision.sendBack("成效不足。", null);

    @Autowired
    ClosureFile closures;

    private ProblemState state(CaseNumber problem) {
        return as.call(CLERK, () -> cases.problem(problem)).state();
    }

    @Test
    void a_closure_is_decided_without_a_claim_and_its_file_says_who_said_what() {
        CaseNumber problem = waiting("AA2026", INSPECTOR);
        int before = as.call(APPROVER, approvals::count);
        WaitingClosure row = row(APPROVER, problem);
        assertThat(row.open()).isTrue();
        assertThat(row.unitName()).isEqualTo("党建办");
        as.run(APPROVER, () -> approvals.decide(row.item(), APPROVE));

        assertThat(state(problem)).isEqualTo(ProblemState.CLOSED);
        assertThat(timeline(problem)).endsWith("P01 closure.verified", "P01 closure.approved", "P01 problem.closed");
        assertThat(as.call(APPROVER, approvals::count)).isEqualTo(before - 1);
        assertThat(as.call(APPROVER, () -> approvals.find(row.item()))).isEmpty();
        assertThat(as.call(INSPECTOR, () -> approvals.decided(row.item())))
                .hasValueSatisfying(decided -> assertThat(decided.by()).isEqualTo("党工委书记"));
        List<ClosureRequest> requests = as.call(APPROVER, () -> closures.requests(problem));
        assertThat(requests)
                .extracting(ClosureRequest::by, ClosureRequest::summary)
                .containsExactly(tuple("党建办主任", "第一次申请"));
        assertThat(requests.get(0).opinions())
                .extracting(ClosureOpinion::kind, ClosureOpinion::by, ClosureOpinion::text)
                .containsExactly(
                        tuple(Kind.REVIEWED, "分管领导", "情况属实。"),
                        tuple(Kind.VERIFIED, "纪工委书记", "情况属实。"),
                        tuple(Kind.APPROVED, "党工委书记", "同意销号。"));
        assertInboxIsWhatTheEngineSays();
    }

    @Test
    void who_verified_it_is_told_beforehand_and_refused_either_way() {
        CaseNumber problem = waiting("AB2026", INSPECTOR);
        WaitingClosure row = row(INSPECTOR, problem);
        assertThat(row.open()).isFalse();
        assertThat(Objects.requireNonNull(row.objection()).key()).isEqualTo("rectification.duty.verifierCloses");
        assertThat(row(APPROVER, problem).objection()).isNull();
        for (Decision decision : List.of(APPROVE, RETURN)) {
            refused(
                    "rectification.duty.verifierCloses",
                    () -> as.run(INSPECTOR, () -> approvals.decide(row.item(), decision)));
        }
        assertThat(state(problem)).isEqualTo(ProblemState.VERIFIED);
        assertThat(row(APPROVER, problem).open()).isTrue();
    }

    @Test
    void of_several_each_is_decided_for_itself_and_each_refusal_says_why() {
        CaseNumber first = waiting("AC2026", VERIFIER);
        CaseNumber own = waiting("AD2026", INSPECTOR);
        CaseNumber done = waiting("AE2026", VERIFIER);
        CaseNumber taken = waiting("AF2026", VERIFIER);
        CaseNumber last = waiting("AG2026", VERIFIER);
        List<Long> items = new ArrayList<>();
        List.of(first, own, done, taken, last)
                .forEach(problem -> items.add(row(INSPECTOR, problem).item()));
        as.run(APPROVER, () -> {
            approvals.decide(items.get(2), RETURN);
            work.claim(items.get(3));
        });
        assertThat(row(INSPECTOR, taken).takenBy()).isEqualTo("党工委书记");
        items.add(items.get(0));

        List<Approvals.Outcome> outcomes = as.call(INSPECTOR, () -> approvals.approveAll(items, "一并同意。"));

        assertThat(outcomes)
                .extracting(
                        Approvals.Outcome::number,
                        outcome -> outcome.refusal() == null
                                ? "approved"
                                : outcome.refusal().key())
                .containsExactly(
                        tuple(first, "approved"),
                        tuple(own, "rectification.duty.verifierCloses"),
                        tuple(done, "worklist.approval.decidedBy"),
                        tuple(taken, "worklist.approval.takenBy"),
                        tuple(last, "approved"));
        assertThat(Objects.requireNonNull(outcomes.get(2).refusal()).args()).contains("党工委书记");
        assertThat(Objects.requireNonNull(outcomes.get(3).refusal()).args()).containsExactly("党工委书记");
        assertThat(List.of(state(first), state(own), state(done), state(taken), state(last)))
                .containsExactly(
                        ProblemState.CLOSED,
                        ProblemState.VERIFIED,
                        ProblemState.RECTIFYING,
                        ProblemState.VERIFIED,
                        ProblemState.CLOSED);
        assertThat(as.call(CLERK, () -> closures.requests(last)).get(0).opinions())
                .extracting(ClosureOpinion::text)
                .endsWith("一并同意。");
        assertThat(timeline(own)).doesNotContain("P01 closure.approved");
        assertInboxIsWhatTheEngineSays();
    }

    @Test
    void without_an_opinion_or_with_nothing_or_too_much_nothing_is_decided() {
        CaseNumber problem = waiting("AH2026", VERIFIER);
        long item = row(APPROVER, problem).item();
        refused("rectification.decision.noOpinion", () -> approveAll(List.of(item), "  "));
        refused("worklist.approval.nothingChosen", () -> approveAll(List.of(), "同意。"));
        List<Long> many = new ArrayList<>(List.of(item));
        LongStream.rangeClosed(1, Approvals.BATCH_LIMIT).forEach(many::add);
        refused("worklist.approval.tooMany", () -> approveAll(many, "同意。"));
        assertThatThrownBy(() -> approveAll(List.of(item, 1L), "同意。")).isInstanceOf(NotFound.class);
        assertThat(state(problem)).isEqualTo(ProblemState.VERIFIED);
    }

    private List<Approvals.Outcome> approveAll(List<Long> items, String opinion) {
        return as.call(APPROVER, () -> approvals.approveAll(items, opinion));
    }

    @Test
    void is_refused_to_everybody_outside_the_leading_group() {
        CaseNumber problem = waiting("AI2026", INSPECTOR);
        long item = row(APPROVER, problem).item();
        for (String login : List.of(VERIFIER, LEADER, HEAD, CLERK)) {
            refused("worklist.approval.notApprover", () -> as.run(login, approvals::count));
            refused("worklist.approval.notApprover", () -> as.run(login, () -> approvals.page(null, 10)));
            refused("worklist.approval.notApprover", () -> as.run(login, () -> approvals.find(item)));
            refused("worklist.approval.notApprover", () -> as.run(login, () -> approvals.decided(item)));
            refused("worklist.approval.notApprover", () -> as.run(login, () -> approvals.decide(item, APPROVE)));
            refused(
                    "worklist.approval.notApprover",
                    () -> as.run(login, () -> approvals.approveAll(List.of(item), "同意。")));
        }
        assertThat(state(problem)).isEqualTo(ProblemState.VERIFIED);
    }

    @Test
    void a_step_of_another_kind_is_not_decided_here() {
        CaseNumber problem = started("AJ2026");
        act(HANDLER, problem, plan(problem));
        WorkItemRow review = item(LEADER, problem);
        assertThatThrownBy(() -> as.run(APPROVER, () -> approvals.decide(review.id(), APPROVE)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as.run(APPROVER, () -> approvals.decide(1, APPROVE)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_return_names_what_is_done_again_and_the_earlier_request_stays_on_file() {
        CaseNumber problem = waiting("AK2026", VERIFIER);
        CaseNumber again = problem.measure(2);
        long item = row(APPROVER, problem).item();
        refused(
                "rectification.decision.noNewDue",
                () -> as.run(APPROVER, () -> approvals.decide(item, new Decision(false, "补材料。", null, Set.of(again)))));
        as.run(APPROVER, () -> approvals.decide(item, new Decision(false, "补材料。", REDO_DUE, Set.of(again))));
        assertThat(as.call(CLERK, () -> cases.measure(again)).due()).isEqualTo(REDO_DUE);
        carryThrough(again, 2);
        runJobs();
        propose(problem, "第二次申请", VERIFIER);

        List<ClosureRequest> requests = as.call(APPROVER, () -> closures.requests(problem));
        assertThat(requests)
                .extracting(ClosureRequest::ordinal, ClosureRequest::summary)
                .containsExactly(tuple(2, "第二次申请"), tuple(1, "第一次申请"));
        assertThat(requests.get(1).opinions())
                .last()
                .extracting(ClosureOpinion::kind, ClosureOpinion::text)
                .containsExactly(Kind.RETURNED, "补材料。");
        assertThat(row(APPROVER, problem).item()).isNotEqualTo(item);
    }

    @Test
    void the_most_urgent_comes_first_page_by_page() {
        waiting("AL2026", VERIFIER);
        today(MONDAY.plusDays(7));
        CaseNumber later = waiting("AM2026", VERIFIER);
        List<WaitingClosure> all = as.call(APPROVER, () -> approvals.page(null, 100));
        List<WaitingClosure> paged = new ArrayList<>();
        as.run(APPROVER, () -> {
            List<WaitingClosure> page = approvals.page(null, 1);
            while (!page.isEmpty()) {
                paged.addAll(page);
                page = approvals.page(page.get(0), 1);
            }
        });
        assertThat(paged)
                .extracting(WaitingClosure::item)
                .containsExactlyElementsOf(
                        all.stream().map(WaitingClosure::item).toList());
        assertThat(all).extracting(WaitingClosure::due).isSorted();
        assertThat(all).last().extracting(WaitingClosure::number).isEqualTo(later);
    }

    @Test
    void of_two_at_the_same_moment_one_decides_and_the_other_is_told_who_was_first() throws Exception {
        CaseNumber problem = waiting("AN2026", VERIFIER);
        long item = row(APPROVER, problem).item();
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Throwable> lost = new ArrayList<>();
        try {
            for (Future<Throwable> answer : two.invokeAll(
                    List.of(attempt(APPROVER, item, APPROVE, start), attempt(INSPECTOR, item, RETURN, start)))) {
                Throwable refusal = answer.get(1, TimeUnit.MINUTES);
                if (refusal != null) {
                    lost.add(refusal);
                }
            }
        } finally {
            two.shutdownNow();
        }
        DecidedClosure decided =
                as.call(APPROVER, () -> approvals.decided(item)).orElseThrow();
        assertThat(lost).singleElement().isInstanceOfSatisfying(AlreadyDone.class, refusal -> {
            assertThat(refusal.key()).isEqualTo("worklist.approval.decidedBy");
            assertThat(refusal.args()).containsExactly(decided.by(), decided.time());
        });
        assertThat(timeline(problem))
                .filteredOn(action ->
                        action.startsWith("P01 closure.approved") || action.startsWith("P01 closure.returned"))
                .hasSize(1);
        assertThat(trail.verify(problem.value()).faults()).isEmpty();
        assertInboxIsWhatTheEngineSays();
    }

    private Callable<Throwable> attempt(String login, long item, Decision decision, CyclicBarrier start) {
        return () -> catchThrowable(() -> {
            start.await(30, TimeUnit.SECONDS);
            as.run(login, () -> approvals.decide(item, decision));
        });
    }

    @Test
    void what_somebody_else_has_claimed_names_them_until_it_is_given_back() {
        CaseNumber problem = waiting("AO2026", VERIFIER);
        long item = row(APPROVER, problem).item();
        as.run(INSPECTOR, () -> work.claim(item));
        assertThat(row(APPROVER, problem).takenBy()).isEqualTo("纪工委书记");
        assertThat(row(INSPECTOR, problem).open()).isTrue();
        assertThatThrownBy(() -> as.run(APPROVER, () -> approvals.decide(item, APPROVE)))
                .isInstanceOfSatisfying(Forbidden.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("worklist.approval.takenBy");
                    assertThat(refusal.args()).containsExactly("纪工委书记");
                });
        as.run(INSPECTOR, () -> work.unclaim(item));
        as.run(APPROVER, () -> approvals.decide(item, APPROVE));
        assertThat(state(problem)).isEqualTo(ProblemState.CLOSED);
    }

    @Test
    void a_screen_that_follows_on_another_thread_acts_as_who_looks_at_it() throws Exception {
        WrappedSession looking = mock(WrappedSession.class);
        VaadinSession screen = mock(VaadinSession.class);
        when(screen.getSession()).thenReturn(looking);
        when(looking.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
                .thenReturn(as.call(APPROVER, SecurityContextHolder::getContext));
        ExecutorService another = Executors.newSingleThreadExecutor();
        try {
            Future<String> who = another.submit(() -> {
                VaadinSession.setCurrent(screen);
                return currentActor.require().name();
            });
            assertThat(who.get(1, TimeUnit.MINUTES)).isEqualTo("党工委书记");
        } finally {
            another.shutdownNow();
        }
    }
}
