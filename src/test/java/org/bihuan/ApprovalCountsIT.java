package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.bihuan.identity.Duty;
import org.bihuan.identity.OpenWork;
import org.bihuan.identity.OrganisationAdministration;
import org.bihuan.rectification.Succession;
import org.bihuan.rectification.WorkForms;
import org.bihuan.shared.CaseNumber;
import org.bihuan.testing.TestDatabase;
import org.bihuan.worklist.Inbox;
import org.bihuan.worklist.Inbox.Tab;
import org.bihuan.worklist.WaitingClosure;
import org.bihuan.worklist.WorkItemRow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the badges say is what can be decided. */
class ApprovalCountsIT extends ApprovalBed {

    @Autowired
    Succession succession;

    @Autowired
    OrganisationAdministration administration;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.H2.register(registry);
    }

    @Test
    void a_closure_counts_only_for_those_who_may_decide_it_and_the_list_says_why_for_the_rest() {
        CaseNumber own = waiting("AP2026", INSPECTOR);
        CaseNumber other = waiting("AQ2026", VERIFIER);
        CaseNumber taken = waiting("AR2026", VERIFIER);
        as.run(APPROVER, () -> work.claim(row(APPROVER, taken).item()));
        for (String login : List.of(APPROVER, INSPECTOR)) {
            as.run(login, () -> {
                List<WaitingClosure> rows = approvals.page(null, 100);
                assertThat(rows).extracting(WaitingClosure::number).contains(own, other, taken);
                List<WaitingClosure> open =
                        rows.stream().filter(WaitingClosure::open).toList();
                assertThat(approvals.count()).as(login).isEqualTo(open.size());
                assertThat(inbox.page(Tab.ALL, Inbox.Filter.NONE, Inbox.Sort.DUE, null, 0, 500))
                        .filteredOn(item -> WorkForms.CLOSURE_APPROVE.equals(item.formKey()))
                        .extracting(WorkItemRow::id)
                        .containsExactlyInAnyOrderElementsOf(
                                open.stream().map(WaitingClosure::item).toList());
                assertThat(inbox.counts().get(Tab.ALL)).isEqualTo(inbox.count(Tab.ALL, Inbox.Filter.NONE));
            });
        }
        assertThat(row(INSPECTOR, own).open()).isFalse();
        assertThat(row(APPROVER, own).open()).isTrue();
        as.run(APPROVER, () -> approvals.decide(row(APPROVER, own).item(), APPROVE));
        assertThat(jdbc.queryForObject(
                        "select count(*) from work_item where barred is not null and state <> 'OPEN'", Integer.class))
                .isZero();
    }

    @Test
    void who_takes_over_a_case_that_waits_is_barred_from_it_from_then_on() {
        CaseNumber problem = waiting("AS2026", VERIFIER);
        int before = as.call(INSPECTOR, approvals::count);
        long inspector = personId(INSPECTOR);
        long office = unitOf(HANDLER);
        as.run(admin(), () -> administration.grant(inspector, office, Duty.HANDLER));
        as.run(admin(), () -> succession.takeOver(personId(HANDLER), inspector, currentActor.require()));
        assertThat(row(INSPECTOR, problem).open()).isFalse();
        assertThat(as.call(INSPECTOR, approvals::count)).isLessThan(before).isEqualTo((int)
                as.call(INSPECTOR, () -> approvals.page(null, 100)).stream()
                        .filter(WaitingClosure::open)
                        .count());
        as.run(admin(), () -> succession.takeOver(inspector, personId(HANDLER), currentActor.require()));
        as.run(admin(), () -> administration.revoke(inspector, office, Duty.HANDLER));
        assertThat(as.call(INSPECTOR, approvals::count)).isEqualTo(before);
    }

    @Test
    void who_alone_may_decide_a_closure_does_not_leave() {
        int before = waitingFor(APPROVER);
        waiting("AT2026", VERIFIER);
        assertThat(waitingFor(APPROVER)).as("the deputy may decide it").isEqualTo(before);
        CaseNumber barred = waiting("AU2026", INSPECTOR);
        assertThat(waitingFor(APPROVER)).isEqualTo(before + 1);
        long approver = personId(APPROVER);
        long deputy = personId(INSPECTOR);
        refused("identity.duty.nobodyElse", () -> as.run(admin(), () -> administration.disable(approver, deputy)));
        assertThat(waitingFor(INSPECTOR)).isZero();
        // Nor once it is claimed: the deputy holds such a post, but has verified.
        as.run(APPROVER, () -> work.claim(row(APPROVER, barred).item()));
        assertThat(waitingFor(APPROVER)).isEqualTo(before);
        refused("identity.duty.nobodyElse", () -> as.run(admin(), () -> administration.disable(approver, deputy)));
    }

    private int waitingFor(String login) {
        long person = personId(login);
        return as.call(admin(), () -> administration.leftBehind(person)).waiting().stream()
                .mapToInt(OpenWork.Waiting::steps)
                .sum();
    }
}
