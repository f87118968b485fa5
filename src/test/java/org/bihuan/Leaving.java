package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.bihuan.audit.AuditRecord;
import org.bihuan.evidence.EvidenceKind;
import org.bihuan.evidence.NewEvidence;
import org.bihuan.identity.Directory;
import org.bihuan.identity.Duty;
import org.bihuan.identity.LeftBehind;
import org.bihuan.identity.OpenWork.Own;
import org.bihuan.identity.OrganisationAdministration;
import org.bihuan.identity.OrganisationSetup.SetupDuty;
import org.bihuan.identity.OrganisationSetup.SetupPerson;
import org.bihuan.identity.OrganisationSetup.SetupUnit;
import org.bihuan.identity.UnitKind;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.MeasureKind;
import org.bihuan.rectification.MeasurePlan;
import org.bihuan.rectification.MeasureResponsibility;
import org.bihuan.rectification.Responsibility;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.bihuan.worklist.WorkItemRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody who has something to do, or to answer for, leaves without somebody in their place. */
abstract class Leaving extends ClerkBed {

    private static final Submission YES = new Submission.Decided(Decision.approve("情况属实。"));

    @Autowired
    OrganisationAdministration administration;

    @Autowired
    Directory directory;

    /** A round whose first problem an office of its own answers for: two handlers, one head, two leaders. */
    private final class Office {

        final String key;
        final CaseNumber problem;
        final CaseNumber first;
        final CaseNumber second;

        Office(String code) {
            key = code.toLowerCase(Locale.ROOT);
            problem = CaseNumber.problem(code, 1);
            first = problem.measure(1);
            second = problem.measure(2);
            setup.create(
                    List.of(
                            new SetupUnit(key, null, UnitKind.OFFICE, code + "办"),
                            new SetupUnit(key + "-top", null, UnitKind.WORKING_COMMITTEE, code + "班子")),
                    List.of(
                            with("handler", key, Duty.HANDLER),
                            with("colleague", key, Duty.HANDLER),
                            with("head", key, Duty.UNIT_HEAD),
                            with("leader", key + "-top", Duty.LEADERSHIP_MEMBER),
                            with("leader2", key + "-top", Duty.LEADERSHIP_MEMBER)),
                    "Chun-feng-2026",
                    false);
            accepted(code);
            as.run(CLERK, () -> rounds.deploy(problem, responsibility(), List.of()));
            submit(
                    handler(),
                    problem,
                    new Submission.Plan(
                            "制度不健全。", "工作规范。", "措施全部验收。", List.of(line(first, handler()), line(second, handler()))));
            submit(login("leader"), problem, YES);
        }

        private SetupPerson with(String who, String unit, Duty duty) {
            return person(login(who), login(who) + "姓名", new SetupDuty(unit, duty));
        }

        Responsibility responsibility() {
            return new Responsibility(
                    personId(login("leader")), null, unitOf(handler()), personId(handler()), Set.of());
        }

        private MeasurePlan line(CaseNumber measure, String login) {
            return new MeasurePlan(measure, "已办结。", MeasureKind.TIME_LIMITED, DUE, unitOf(login), personId(login));
        }

        String login(String who) {
            return key + "-" + who;
        }

        String handler() {
            return login("handler");
        }

        void done(CaseNumber measure, String by, int attempt) {
            submit(by, measure, new Submission.Acknowledge());
            handIn(measure, by, attempt);
        }

        void handIn(CaseNumber measure, String by, int attempt) {
            as.run(
                    by,
                    () -> evidence.add(
                            new NewEvidence(measure.value(), EvidenceKind.DOCUMENT, "材料.txt", attempt),
                            new ByteArrayInputStream((measure.value() + attempt).getBytes(StandardCharsets.UTF_8)),
                            currentActor.require()));
            submit(by, measure, new Submission.CarryOut("已完成"));
        }

        void carriedThrough(CaseNumber measure, String by) {
            done(measure, by, 1);
            submit(login("head"), measure, YES);
            submit(VERIFIER, measure, YES);
        }
    }

    private LeftBehind left(String login) {
        long person = personId(login);
        return as.call(admin(), () -> administration.leftBehind(person));
    }

    private void disable(String login, @Nullable String successor) {
        long person = personId(login);
        Long heir = successor == null ? null : personId(successor);
        as.run(admin(), () -> administration.disable(person, heir));
    }

    /** Refused beside the successor, said of the case, by the rule {@code key}; nothing has changed. */
    private void refusedOf(CaseNumber number, String key, String login, String successor) {
        Own before = left(login).own();
        assertThatThrownBy(() -> disable(login, successor)).isInstanceOfSatisfying(RuleViolation.class, refusal -> {
            assertThat(refusal.field()).isEqualTo("successor");
            assertThat(refusal.all()).anySatisfy(one -> {
                assertThat(one.args()[0]).asString().contains(number.value());
                assertThat(((RuleViolation) one.args()[1]).key()).isEqualTo(key);
            });
        });
        assertThat(left(login).own()).isEqualTo(before);
        assertInboxIsWhatTheEngineSays();
    }

    private List<String> names(CaseNumber number, String action) {
        return trail.ofStream(number.value()).stream()
                .filter(entry -> entry.action().equals(action))
                .map(AuditRecord::facts)
                .map(facts -> facts.get("from") + ">" + facts.get("to"))
                .toList();
    }

    @Test
    void who_has_handed_everything_in_still_answers_for_it() {
        Office office = new Office("LA2026");
        String handler = office.handler();
        String colleague = office.login("colleague");
        office.done(office.first, handler, 1);
        office.done(office.second, handler, 1);
        assertThat(left(handler).own()).isEqualTo(new Own(0, 1, 2));
        refused("identity.person.openWork", () -> disable(handler, null));
        refusedOf(office.problem, "findings.assign.notInUnit", handler, OTHER_HANDLER);
        refusedOf(office.problem, "findings.assign.onlyHead", handler, office.login("head"));
        String name = directory.person(personId(handler)).name();
        String heir = directory.person(personId(colleague)).name();

        disable(handler, colleague);

        for (CaseNumber measure : List.of(office.first, office.second)) {
            assertThat(names(measure, "measure.takenOver")).containsExactly(name + ">" + heir);
        }
        assertThat(names(office.problem, "problem.takenOver")).containsExactly(name + ">" + heir);
        submit(office.login("head"), office.first, new Submission.Decided(Decision.sendBack("材料不全。", null)));
        assertThat(item(colleague, office.first).stepName()).isEqualTo("落实整改措施");
        office.handIn(office.first, colleague, 2);
        assertThat(left(colleague).own()).isEqualTo(new Own(0, 1, 2));
    }

    @Test
    void open_steps_go_over_with_what_they_are_about() {
        Office office = new Office("LB2026");
        String colleague = office.login("colleague");
        assertThat(left(office.handler()).own()).isEqualTo(new Own(2, 1, 2));
        disable(office.handler(), colleague);
        assertThat(item(colleague, office.first).kind()).isEqualTo(WorkItemRow.Kind.MINE);
        assertThat(names(office.first, "task.handedOver")).hasSize(1);
        assertInboxIsWhatTheEngineSays();
        office.done(office.first, colleague, 1);
    }

    @Test
    void a_post_with_work_before_it_is_not_left_empty() {
        Office office = new Office("LC2026");
        String head = office.login("head");
        String colleague = office.login("colleague");
        office.done(office.first, office.handler(), 1);
        assertThat(left(head)).satisfies(left -> {
            assertThat(left.own()).isEqualTo(Own.NOTHING);
            assertThat(left.waiting()).singleElement().satisfies(waiting -> {
                assertThat(waiting.post().duty()).isEqualTo(Duty.UNIT_HEAD);
                assertThat(waiting.steps()).isEqualTo(1);
            });
        });
        long unit = unitOf(head);
        long headId = personId(head);
        refused("identity.duty.nobodyElse", () -> disable(head, null));
        refused("identity.duty.nobodyElse", () -> disable(head, colleague));
        refused(
                "identity.duty.nobodyElse",
                () -> as.run(admin(), () -> administration.revoke(headId, unit, Duty.UNIT_HEAD)));

        WorkItemRow review = item(head, office.first);
        as.run(head, () -> work.claim(review.id()));
        refused("identity.person.openWork", () -> disable(head, null));
        refused("identity.duty.nobodyElse", () -> disable(head, colleague));
        assertThat(item(head, office.first).kind()).isEqualTo(WorkItemRow.Kind.MINE);

        long next = personId(colleague);
        as.run(admin(), () -> administration.grant(next, unit, Duty.UNIT_HEAD));
        assertThat(left(head).waiting()).isEmpty();
        disable(head, office.handler());
        // Only who holds the post may judge for it: the claimed step stands before the post again.
        assertThat(item(colleague, office.first).kind()).isEqualTo(WorkItemRow.Kind.CLAIM);
        assertThat(trail.ofStream(office.first.value()))
                .extracting(AuditRecord::action)
                .endsWith("task.claimed", "task.unclaimed");
        assertInboxIsWhatTheEngineSays();
        submit(colleague, office.first, YES);
    }

    @Test
    void a_claimed_step_goes_to_a_successor_who_holds_the_post() {
        Office office = new Office("LD2026");
        String head = office.login("head");
        String colleague = office.login("colleague");
        office.done(office.first, office.handler(), 1);
        as.run(head, () -> work.claim(item(head, office.first).id()));
        long next = personId(colleague);
        long unit = unitOf(head);
        as.run(admin(), () -> administration.grant(next, unit, Duty.UNIT_HEAD));
        disable(head, colleague);
        assertThat(item(colleague, office.first).kind()).isEqualTo(WorkItemRow.Kind.MINE);
        assertInboxIsWhatTheEngineSays();
        submit(colleague, office.first, YES);
    }

    @Test
    void a_post_whose_work_others_can_do_as_well_may_be_left() {
        Office office = new Office("LE2026");
        String extra = office.login("extra");
        setup.create(
                List.of(new SetupUnit("le-force", null, UnitKind.TASK_FORCE, "LE专班")),
                List.of(person(extra, "LE督查员", new SetupDuty("le-force", Duty.SUPERVISOR))),
                "Chun-feng-2026",
                false);
        office.done(office.first, office.handler(), 1);
        submit(office.login("head"), office.first, YES);
        assertThat(item(extra, office.first).kind()).isEqualTo(WorkItemRow.Kind.CLAIM);
        assertThat(left(extra).waiting()).isEmpty();
        disable(extra, null);
        submit(VERIFIER, office.first, YES);
    }

    @Test
    void a_lead_official_answers_for_the_problem_between_two_steps_too() {
        Office office = new Office("LF2026");
        String leader = office.login("leader");
        String second = office.login("leader2");
        assertThat(left(leader).own()).isEqualTo(new Own(0, 1, 0));
        refused("identity.person.openWork", () -> disable(leader, null));
        refusedOf(office.problem, "findings.assign.leadIsDoer", leader, office.handler());
        refusedOf(office.problem, "findings.assign.leadIsOnlyHead", leader, office.login("head"));

        disable(leader, second);

        assertThat(names(office.problem, "problem.takenOver")).hasSize(1);
        assertThat(names(office.first, "measure.takenOver")).isEmpty();
        office.carriedThrough(office.first, office.handler());
        office.carriedThrough(office.second, office.handler());
        runJobs();
        submit(office.login("head"), office.problem, new Submission.Closure("小结。"));
        assertThat(item(second, office.problem).kind()).isEqualTo(WorkItemRow.Kind.MINE);
        submit(second, office.problem, YES);
    }

    @Test
    void an_accepted_measure_has_somebody_who_does_it_again_until_its_problem_is_closed() {
        Office office = new Office("LG2026");
        String handler = office.handler();
        String colleague = office.login("colleague");
        long unit = unitOf(handler);
        long own = personId(colleague);
        String third = office.login("third");
        as.run(
                CLERK,
                () -> rounds.assign(
                        office.problem,
                        office.responsibility(),
                        List.of(new MeasureResponsibility(office.second, unit, own, Set.of()))));
        office.carriedThrough(office.first, handler);
        office.carriedThrough(office.second, colleague);
        runJobs();
        assertThat(left(colleague).own()).isEqualTo(new Own(0, 0, 1));
        refused("identity.person.openWork", () -> disable(colleague, null));
        refusedOf(office.second, "findings.assign.leadIsDoer", colleague, office.login("leader"));
        long heir = as.call(admin(), () -> administration.createPerson(third, "第三人"))
                .personId();
        as.run(admin(), () -> administration.grant(heir, unit, Duty.HANDLER));
        jdbc.update("update identity_person set must_change_password = false where id = ?", heir);
        disable(colleague, third);
        submit(office.login("head"), office.problem, new Submission.Closure("小结。"));
        submit(
                office.login("leader"),
                office.problem,
                new Submission.Decided(new Decision(false, "成效不明显。", LATER_DUE, Set.of(office.second))));
        assertThat(item(third, office.second).stepName()).isEqualTo("签收整改措施");
    }
}
