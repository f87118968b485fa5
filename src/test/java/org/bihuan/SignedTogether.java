package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;

import org.bihuan.audit.AuditRecord;
import org.bihuan.evidence.EvidenceKind;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.MeasureKind;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.NewMeasure;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.worklist.Receipts;
import org.bihuan.worklist.WorkItemRow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several receipts of one problem, signed together and each for itself. */
abstract class SignedTogether extends LoopBed {

    private static final Submission YES = new Submission.Decided(Decision.approve("情况属实。"));

    @Autowired
    Receipts receipts;

    /** A problem under way with four measures: three before the first office's handler, the last before another's. */
    private CaseNumber received(String code) {
        CaseNumber problem = started(code);
        submit(HANDLER, problem, plan(problem));
        submit(LEADER, problem, YES);
        as.run(CLERK, () -> {
            work.addMeasure(problem, addition("建立台账"));
            work.addMeasure(
                    problem,
                    new NewMeasure(
                            "走访群众",
                            "走访群众。",
                            "记录可查。",
                            MeasureKind.IMMEDIATE,
                            Set.of(EvidenceKind.DOCUMENT),
                            LATER_DUE,
                            unitOf(OTHER_HANDLER),
                            personId(OTHER_HANDLER)));
        });
        runJobs();
        return problem;
    }

    private List<Long> items(CaseNumber problem, int... measures) {
        return Arrays.stream(measures)
                .mapToObj(measure -> item(HANDLER, problem.measure(measure)).id())
                .toList();
    }

    private List<WorkItemRow> standing(String login, CaseNumber problem) {
        return as.call(login, () -> receipts.of(problem));
    }

    private MeasureState state(CaseNumber measure) {
        return as.call(CLERK, () -> cases.measure(measure)).state();
    }

    private List<AuditRecord> entries(CaseNumber measure, String action) {
        return trail.ofStream(measure.value()).stream()
                .filter(entry -> entry.action().equals(action))
                .toList();
    }

    private static String said(Receipts.Outcome outcome) {
        return outcome.refusal() == null ? "signed" : outcome.refusal().key();
    }

    @Test
    void those_of_one_person_are_listed_by_number_and_signed_each_with_its_own_entry() {
        CaseNumber problem = received("RA2026");
        CaseNumber elsewhere = received("RB2026");
        assertThat(standing(HANDLER, problem))
                .extracting(WorkItemRow::caseNumber)
                .containsExactly("RA2026-P01-M01", "RA2026-P01-M02", "RA2026-P01-M03");
        assertThat(standing(OTHER_HANDLER, problem))
                .extracting(WorkItemRow::caseNumber)
                .containsExactly("RA2026-P01-M04");
        assertThat(standing(HEAD, problem)).isEmpty();
        assertThat(standing(CLERK, problem)).isEmpty();

        List<Receipts.Outcome> outcomes = as.call(HANDLER, () -> receipts.signAll(items(problem, 3, 1, 2)));

        assertThat(outcomes)
                .extracting(SignedTogether::said)
                .containsOnly("signed")
                .hasSize(3);
        for (int measure = 1; measure <= 3; measure++) {
            assertThat(state(problem.measure(measure))).isEqualTo(MeasureState.IN_PROGRESS);
            assertThat(entries(problem.measure(measure), "measure.acknowledged"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.actorName()).isEqualTo("党建办经办人"));
        }
        assertThat(standing(HANDLER, problem)).isEmpty();
        assertThat(standing(OTHER_HANDLER, problem)).hasSize(1);
        assertThat(standing(HANDLER, elsewhere)).hasSize(3);
        assertInboxIsWhatTheEngineSays();
    }

    @Test
    void of_several_those_refused_say_why_and_the_others_stand() {
        CaseNumber problem = received("RC2026");
        List<Long> items = items(problem, 1, 2, 3);
        submit(HANDLER, problem.measure(1), new Submission.Acknowledge());
        tasks.setAssignee(Long.toString(items.get(1)), Long.toString(personId(OTHER_HANDLER)));

        List<Receipts.Outcome> outcomes = as.call(HANDLER, () -> receipts.signAll(items));

        assertThat(outcomes)
                .extracting(Receipts.Outcome::item, SignedTogether::said)
                .containsExactly(
                        tuple(items.get(0), "rectification.step.doneByYou"),
                        tuple(items.get(1), "worklist.receipts.takenBy"),
                        tuple(items.get(2), "signed"));
        assertThat(Objects.requireNonNull(outcomes.get(1).refusal()).args()).containsExactly("社会办经办人");
        assertThat(state(problem.measure(2))).isNotEqualTo(MeasureState.IN_PROGRESS);
        assertThat(state(problem.measure(3))).isEqualTo(MeasureState.IN_PROGRESS);
        assertThat(entries(problem.measure(1), "measure.acknowledged")).hasSize(1);
        assertThat(entries(problem.measure(2), "measure.acknowledged")).isEmpty();
        assertInboxIsWhatTheEngineSays();
    }

    @Test
    void what_is_somebody_elses_or_no_receipt_is_refused_and_not_touched() {
        CaseNumber problem = received("RD2026");
        CaseNumber measure = problem.measure(1);
        long others = item(OTHER_HANDLER, problem.measure(4)).id();
        assertThat(as.call(HANDLER, () -> receipts.signAll(List.of(others))))
                .extracting(SignedTogether::said)
                .containsExactly("worklist.receipts.takenBy");
        assertThat(standing(OTHER_HANDLER, problem)).hasSize(1);
        submit(HANDLER, measure, new Submission.Acknowledge());
        handIn(measure, 1, "完成");
        WorkItemRow review = item(HEAD, measure);
        assertThat(review.kind()).isEqualTo(WorkItemRow.Kind.CLAIM);
        assertThat(as.call(HEAD, () -> receipts.signAll(List.of(review.id()))))
                .extracting(SignedTogether::said)
                .containsExactly("rectification.step.wrongForm");
        assertThat(item(HEAD, measure).kind()).isEqualTo(WorkItemRow.Kind.CLAIM);
        assertInboxIsWhatTheEngineSays();
    }

    @Test
    void one_before_a_post_is_claimed_first_as_by_hand() {
        CaseNumber problem = received("RE2026");
        CaseNumber measure = problem.measure(2);
        String task = Long.toString(items(problem, 2).get(0));
        long post = as.call(HANDLER, () -> currentActor.require().posts().get(0).id());
        tasks.addCandidateGroup(task, Long.toString(post));
        tasks.setAssignee(task, null);
        assertThat(standing(HANDLER, problem))
                .extracting(WorkItemRow::kind)
                .containsExactly(WorkItemRow.Kind.MINE, WorkItemRow.Kind.CLAIM, WorkItemRow.Kind.MINE);

        assertThat(as.call(HANDLER, () -> receipts.signAll(items(problem, 1, 2))))
                .extracting(SignedTogether::said)
                .containsOnly("signed");

        assertThat(entries(measure, "task.claimed")).hasSize(1);
        assertThat(entries(measure, "measure.acknowledged")).hasSize(1);
        assertThat(entries(problem.measure(1), "task.claimed")).isEmpty();
        assertThat(standing(HANDLER, problem)).hasSize(1);
        assertInboxIsWhatTheEngineSays();
    }

    @Test
    void nothing_or_too_much_is_refused_before_anything_is_signed() {
        refused("worklist.receipts.nothingChosen", () -> as.run(HANDLER, () -> receipts.signAll(List.of())));
        List<Long> many =
                LongStream.rangeClosed(1, Receipts.BATCH_LIMIT + 1).boxed().toList();
        refused("worklist.receipts.tooMany", () -> as.run(HANDLER, () -> receipts.signAll(many)));
    }
}
