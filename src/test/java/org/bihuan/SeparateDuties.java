package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.bihuan.identity.Duty;
import org.bihuan.identity.OrganisationAdministration;
import org.bihuan.identity.OrganisationSetup.SetupDuty;
import org.bihuan.identity.OrganisationSetup.SetupPerson;
import org.bihuan.identity.OwnAccount;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.MeasureKind;
import org.bihuan.rectification.MeasurePlan;
import org.bihuan.rectification.MeasureResponsibility;
import org.bihuan.rectification.NewMeasure;
import org.bihuan.rectification.ProblemState;
import org.bihuan.rectification.Responsibility;
import org.bihuan.rectification.StepGuides;
import org.bihuan.rectification.Submission;
import org.bihuan.rectification.Succession;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.bihuan.worklist.Inbox;
import org.bihuan.worklist.WaitingClosure;
import org.bihuan.worklist.WorkItemRow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever did, reviewed or verified some of the work is refused later steps, and is told so beforehand. */
abstract class SeparateDuties extends ApprovalBed {

    /** Head of the other office, supervisor and deputy head of the leading group at once. */
    private static final String BUSY = "busy";

    /** Handler of the other office and supervisor at once. */
    private static final String HELPER = "helper";

    private static final Submission YES = new Submission.Decided(Decision.approve("情况属实。"));

    @Autowired
    StepGuides guides;

    @Autowired
    Succession succession;

    @Autowired
    OrganisationAdministration administration;

    @Autowired
    OwnAccount account;

    @Override
    List<SetupPerson> people() {
        List<SetupPerson> people = new ArrayList<>(super.people());
        people.add(person(
                BUSY,
                "社会办兼纪工委",
                new SetupDuty("office2", Duty.UNIT_HEAD),
                new SetupDuty("discipline", Duty.SUPERVISOR),
                new SetupDuty("group", Duty.APPROVER_DEPUTY)));
        people.add(person(
                HELPER, "社会办兼督查", new SetupDuty("office2", Duty.HANDLER), new SetupDuty("force", Duty.SUPERVISOR)));
        return people;
    }

    /** A problem of one office whose second measure the plan gives to another, to {@code doer}. */
    private CaseNumber planned(String code, String doer) {
        CaseNumber problem = started(code);
        act(HANDLER, problem, shared(problem, doer));
        return problem;
    }

    private Submission.Plan shared(CaseNumber problem, String doer) {
        List<MeasurePlan> lines = new ArrayList<>(plan(problem).measures());
        lines.set(
                1,
                new MeasurePlan(
                        problem.measure(2),
                        "制度已印发。",
                        MeasureKind.TIME_LIMITED,
                        LATER_DUE,
                        unitOf(OTHER_HANDLER),
                        personId(doer)));
        return new Submission.Plan("制度不健全。", "工作规范。", "措施全部验收。", lines);
    }

    /** The same, with the plan approved and both measures handed in, the first one verified. */
    private CaseNumber shared(String code, String doer) {
        CaseNumber problem = planned(code, doer);
        act(LEADER, problem, YES);
        carryThrough(problem.measure(1), 1);
        act(doer, problem.measure(2), new Submission.Acknowledge());
        handIn(doer, problem.measure(2), 1, "第一次");
        return problem;
    }

    private void proposed(CaseNumber problem) {
        runJobs();
        act(HEAD, problem, new Submission.Closure("全部完成。"));
        act(LEADER, problem, YES);
    }

    /** The open step of a case, whoever asks. */
    private long step(CaseNumber number) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select id from work_item where case_number = ? and state = 'OPEN'", Long.class, number.value()));
    }

    /** Whether a step is listed for somebody to claim, as their counts and every list say alike. */
    private boolean listed(String login, long item) {
        return as.call(login, () -> {
            List<Long> claims = ids(Inbox.Tab.CLAIM);
            assertThat(inbox.count(Inbox.Tab.CLAIM, Inbox.Filter.NONE)).isEqualTo(claims.size());
            assertThat(inbox.counts())
                    .containsEntry(Inbox.Tab.CLAIM, claims.size())
                    .containsEntry(Inbox.Tab.ALL, ids(Inbox.Tab.ALL).size());
            assertThat(ids(Inbox.Tab.ALL).contains(item))
                    .isEqualTo(claims.contains(item) || ids(Inbox.Tab.MINE).contains(item));
            return claims.contains(item);
        });
    }

    private List<Long> ids(Inbox.Tab tab) {
        return inbox.page(tab, "", null, 0, 100).stream().map(WorkItemRow::id).toList();
    }

    /** Not listed, told before the click, refused at it, whichever way they would decide, and kept from nobody by a claim. */
    private void refusedBeforehandToo(String key, String login, CaseNumber number) {
        long item = step(number);
        assertThat(listed(login, item)).as("%s is offered %s", login, number).isFalse();
        refused(key, () -> as.run(login, () -> work.claim(item)));
        assertThat(as.call(login, () -> inbox.find(item)))
                .map(WorkItemRow::kind)
                .contains(WorkItemRow.Kind.CLAIM);
        assertThat(as.call(login, () -> guides.of(item)).obstacle())
                .as(login)
                .extracting(RuleViolation::key)
                .isEqualTo(key);
        Submission no = new Submission.Decided(Decision.sendBack("不行。", LATER_DUE));
        for (Submission decision : List.of(YES, no)) {
            refused(key, () -> as.run(login, () -> work.submit(item, decision)));
        }
    }

    private void permitted(String login, CaseNumber number) {
        long item = step(number);
        assertThat(listed(login, item)).as("%s is offered %s", login, number).isTrue();
        assertThat(as.call(login, () -> guides.of(item)).obstacle()).as(login).isNull();
        as.run(login, () -> work.submit(item, YES));
    }

    @Test
    void a_unit_that_did_a_measure_and_who_reviewed_it_do_not_verify_or_approve_the_whole() {
        CaseNumber problem = shared("SA2026", OTHER_HANDLER);
        act(BUSY, problem.measure(2), YES);
        refusedBeforehandToo("rectification.duty.reviewerVerifies", BUSY, problem.measure(2));
        refusedBeforehandToo("rectification.duty.sameUnitVerifies", HELPER, problem.measure(2));
        act(VERIFIER, problem.measure(2), YES);
        proposed(problem);
        refusedBeforehandToo("rectification.duty.reviewerVerifies", BUSY, problem);
        refusedBeforehandToo("rectification.duty.sameUnitVerifies", HELPER, problem);
        permitted(VERIFIER, problem);
        assertApprovalRefused("rectification.duty.reviewerCloses", BUSY, problem);
        as.run(APPROVER, () -> approvals.decide(row(APPROVER, problem).item(), APPROVE));
        assertThat(as.call(CLERK, () -> cases.problem(problem)).state()).isEqualTo(ProblemState.CLOSED);
    }

    @Test
    void what_somebody_was_barred_from_comes_before_them_once_others_answer_for_it() {
        CaseNumber problem = shared("SE2026", OTHER_HANDLER);
        CaseNumber measure = problem.measure(2);
        act(OTHER_HEAD, measure, YES);
        long helper = personId(HELPER);
        long office = unitOf(OTHER_HANDLER);
        assertThat(listed(HELPER, step(measure))).as("of the unit").isFalse();
        as.run(admin(), () -> succession.takeOver(personId(OTHER_HANDLER), helper, currentActor.require()));
        as.run(admin(), () -> administration.revoke(helper, office, Duty.HANDLER));
        try {
            assertThat(listed(HELPER, step(measure))).as("answers for it").isFalse();
            as.run(admin(), () -> succession.takeOver(helper, personId(OTHER_HANDLER), currentActor.require()));
            permitted(HELPER, measure);
        } finally {
            as.run(admin(), () -> administration.grant(helper, office, Duty.HANDLER));
        }
    }

    @Test
    void a_step_given_back_is_offered_again_to_others_alone() {
        CaseNumber measure = shared("SF2026", OTHER_HANDLER).measure(2);
        act(OTHER_HEAD, measure, YES);
        long item = step(measure);
        as.run(VERIFIER, () -> work.claim(item));
        assertThat(listed(VERIFIER, item)).isFalse();
        as.run(VERIFIER, () -> work.unclaim(item));
        assertThat(listed(VERIFIER, item)).isTrue();
        assertThat(listed(HELPER, item)).isFalse();
    }

    @Test
    void a_supervisor_merely_named_a_substitute_verifies_and_one_who_acted_as_such_does_not() {
        long supervisor = personId(VERIFIER);
        CaseNumber untouched = shared("SG2026", OTHER_HANDLER).measure(2);
        CaseNumber problem = planned("SH2026", OTHER_HANDLER);
        CaseNumber done = problem.measure(2);
        act(LEADER, problem, YES);
        as.run(OTHER_HANDLER, () -> account.substitute(supervisor, MONDAY, MONDAY.plusDays(4), "外出学习"));
        try {
            act(OTHER_HEAD, untouched, YES);
            permitted(VERIFIER, untouched);
            act(VERIFIER, done, new Submission.Acknowledge());
            handIn(VERIFIER, done, 1, "代为办理");
            act(OTHER_HEAD, done, YES);
            refusedBeforehandToo("rectification.duty.doerVerifies", VERIFIER, done);
        } finally {
            as.run(
                    OTHER_HANDLER,
                    () -> account.endSubstitution(account.substitutions().get(0).id()));
        }
        refusedBeforehandToo("rectification.duty.doerVerifies", VERIFIER, done);
        permitted(INSPECTOR, done);
    }

    private void assertApprovalRefused(String key, String login, CaseNumber problem) {
        WaitingClosure row = row(login, problem);
        assertThat(row.open()).isFalse();
        assertThat(Objects.requireNonNull(row.objection()).key()).isEqualTo(key);
        refused(key, () -> as.run(login, () -> approvals.decide(row.item(), APPROVE)));
        as.run(login, () -> {
            assertThat(approvals.count()).isEqualTo((int) approvals.page(null, 100).stream()
                    .filter(WaitingClosure::open)
                    .count());
            assertThat(inbox.page(Inbox.Tab.ALL, problem.value(), null, 0, 50))
                    .extracting(WorkItemRow::id)
                    .doesNotContain(row.item());
        });
    }

    @Test
    void who_had_a_part_in_an_attempt_that_was_returned_judges_neither_the_next_nor_the_whole() {
        CaseNumber problem = shared("SB2026", HELPER);
        CaseNumber measure = problem.measure(2);
        act(BUSY, measure, YES);
        act(INSPECTOR, measure, new Submission.Decided(Decision.sendBack("重做。", LATER_DUE.plusDays(1))));
        handOver(problem, measure);
        handIn(HANDLER, measure, 2, "第二次");
        act(HEAD, measure, YES);
        refusedBeforehandToo("rectification.duty.doerVerifies", HELPER, measure);
        refusedBeforehandToo("rectification.duty.reviewerVerifies", BUSY, measure);
        permitted(VERIFIER, measure);
        proposed(problem);
        refusedBeforehandToo("rectification.duty.doerVerifies", HELPER, problem);
        refusedBeforehandToo("rectification.duty.reviewerVerifies", BUSY, problem);
        permitted(VERIFIER, problem);
        assertApprovalRefused("rectification.duty.reviewerCloses", BUSY, problem);
        assertApprovalRefused("rectification.duty.verifierCloses", INSPECTOR, problem);
        assertThat(row(APPROVER, problem).open()).isTrue();
        assertThat(jdbc.queryForMap(
                        "select submitted_by, reviewed_by, verified_by, responsible_unit from rect_attempt"
                                + " where case_number = ? and attempt = 1",
                        measure.value()))
                .containsEntry("submitted_by", personId(HELPER))
                .containsEntry("reviewed_by", personId(BUSY))
                .containsEntry("verified_by", personId(INSPECTOR))
                .containsEntry("responsible_unit", unitOf(OTHER_HANDLER));
    }

    /** The measure becomes the first office's. */
    private void handOver(CaseNumber problem, CaseNumber measure) {
        Responsibility same =
                new Responsibility(personId(LEADER), unitOf(LEADER), unitOf(HANDLER), personId(HANDLER), Set.of());
        as.run(
                CLERK,
                () -> rounds.assign(
                        problem,
                        same,
                        List.of(new MeasureResponsibility(measure, unitOf(HANDLER), personId(HANDLER), Set.of()))));
    }

    @Test
    void who_verified_a_request_for_close_out_that_was_returned_does_not_approve_the_next() {
        CaseNumber problem = waiting("SC2026", INSPECTOR);
        as.run(APPROVER, () -> approvals.decide(row(APPROVER, problem).item(), Decision.sendBack("成效不足。", null)));
        runJobs();
        propose(problem, "第二次申请", VERIFIER);
        assertApprovalRefused("rectification.duty.verifierCloses", INSPECTOR, problem);
        assertThat(row(APPROVER, problem).open()).isTrue();
    }

    @Test
    void a_plan_or_a_measure_that_would_leave_nobody_to_verify_the_whole_is_refused() {
        CaseNumber problem = planned("SD2026", OTHER_HANDLER);
        supervisorsOfOtherUnits(false);
        try {
            refused("findings.assign.noVerifier", () -> act(LEADER, problem, YES));
            act(LEADER, problem, new Submission.Decided(Decision.sendBack("再议。", null)));
            refused("findings.assign.noVerifier", () -> act(HANDLER, problem, shared(problem, OTHER_HANDLER)));
            supervisorsOfOtherUnits(true);
            act(HANDLER, problem, shared(problem, OTHER_HANDLER));
            supervisorsOfOtherUnits(false);
            refused("findings.assign.noVerifier", () -> act(LEADER, problem, YES));
            supervisorsOfOtherUnits(true);
            act(LEADER, problem, YES);
            supervisorsOfOtherUnits(false);
            NewMeasure another = addition("建立台账");
            refused("findings.assign.noVerifier", () -> as.run(CLERK, () -> work.addMeasure(problem, another)));
            supervisorsOfOtherUnits(true);
            as.run(CLERK, () -> work.addMeasure(problem, another));
        } finally {
            supervisorsOfOtherUnits(true);
        }
    }

    /** Without them only people of the other office are supervisors. */
    private void supervisorsOfOtherUnits(boolean there) {
        jdbc.update("update identity_person set enabled = ? where login in (?, ?)", there, VERIFIER, INSPECTOR);
    }
}
