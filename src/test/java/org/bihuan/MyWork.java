package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bihuan.identity.Directory;
import org.bihuan.identity.Duty;
import org.bihuan.identity.OpenWork;
import org.bihuan.identity.OrganisationSetup.SetupDuty;
import org.bihuan.identity.OrganisationSetup.SetupPerson;
import org.bihuan.identity.OrganisationSetup.SetupUnit;
import org.bihuan.identity.OwnAccount;
import org.bihuan.identity.UnitKind;
import org.bihuan.modeling.Finding;
import org.bihuan.modeling.ModelRefused;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.FormField;
import org.bihuan.rectification.StepGuide;
import org.bihuan.rectification.StepGuides;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.bihuan.worklist.DraftMoved;
import org.bihuan.worklist.FormDrafts;
import org.bihuan.worklist.WorkFates;
import org.bihuan.worklist.WorkItemRow;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** What people find before them: what a step asks of them, their drafts, and what became of it. */
abstract class MyWork extends WorkLists {

    private static final String STRANGER = "stranger";

    @Autowired
    FormDrafts drafts;

    @Autowired
    WorkFates fates;

    @Autowired
    StepGuides guides;

    @Autowired
    OpenWork openWork;

    @Autowired
    RuntimeService processes;

    @Autowired
    OwnAccount account;

    @Autowired
    Directory directory;

    @BeforeEach
    void somebodyOfAnotherOffice() {
        if (directory.personByLogin(STRANGER).isEmpty()) {
            setup.create(
                    List.of(new SetupUnit("other", null, UnitKind.OFFICE, "平安办")),
                    List.of(new SetupPerson(STRANGER, "平安办经办人", List.of(new SetupDuty("other", Duty.HANDLER)))),
                    "Chun-feng-2026",
                    false);
        }
    }

    @Test
    void a_step_shows_its_rule_its_measure_and_what_happened_last() {
        CaseNumber problem = underWay("JB2026");
        WorkItemRow row = item(HANDLER, problem.measure(2));
        assertThat(row.assignRule()).isEqualTo("PERSON_RESPONSIBLE");
        assertThat(row.subject())
                .isEqualTo(as.call(HANDLER, () -> cases.measure(problem.measure(2)))
                        .heading());
        assertThat(row.lastEvent()).isEqualTo("measure.started");
    }

    @Test
    void who_gives_work_to_somebody_else_hands_it_over_and_whoever_takes_it_claims_it() {
        CaseNumber problem = underWay("JC2026");
        CaseNumber measure = problem.measure(1);
        submit(HANDLER, measure, new Submission.Acknowledge());
        handIn(measure, 1, "完成");
        WorkItemRow review = item(HEAD, measure);
        as.run(HEAD, () -> work.claim(review.id()));
        assertThat(item(HEAD, measure).lastEvent()).isEqualTo("task.claimed");
        as.run(HEAD, () -> work.unclaim(review.id()));
        assertThat(item(HEAD, measure).lastEvent()).isEqualTo("task.unclaimed");
        as.run(HEAD, () -> work.claim(review.id()));
        long handler = personId(HANDLER);
        long leader = personId(LEADER);
        assertThatThrownBy(() -> as.run(CLERK, () -> openWork.handOver(personId(HEAD), leader, currentActor.require())))
                .isInstanceOf(Forbidden.class);
        assertThat(handler).isNotEqualTo(leader);
        as.run(HEAD, () -> work.unclaim(review.id()));
        tasks.setAssignee(Long.toString(review.id()), Long.toString(leader));
        assertThat(item(LEADER, measure).lastEvent()).isEqualTo("task.handedOver");
        assertInboxIsWhatTheEngineSays();
    }

    @Test
    void a_guide_says_why_it_is_mine_who_comes_next_and_what_a_rule_would_refuse() {
        CaseNumber problem = underWay("JD2026");
        CaseNumber measure = problem.measure(1);
        submit(HANDLER, measure, new Submission.Acknowledge());
        StepGuide work = guide(HANDLER, measure);
        assertThat(work.why().ground()).isEqualTo(StepGuide.Ground.NAMED);
        assertThat(work.why().rule()).isEqualTo("PERSON_RESPONSIBLE");
        assertThat(work.documentation().text()).contains("完成标准");
        assertThat(work.next()).singleElement().satisfies(next -> {
            assertThat(next.step().text()).isEqualTo("审核整改情况");
            assertThat(next.people()).containsExactly("党建办主任");
        });
        assertThat(work.obstacle()).isNotNull();
        assertThat(work.obstacle().key()).isEqualTo("rectification.measure.evidenceMissing");
        assertThat(as.call(HANDLER, () -> cases.measure(measure)).state().name())
                .isEqualTo("IN_PROGRESS");
        handIn(measure, 1, "完成");
        assertThat(guide(HEAD, measure).why().ground()).isEqualTo(StepGuide.Ground.CLAIMABLE);
        as.run(HEAD, () -> this.work.claim(item(HEAD, measure).id()));
        StepGuide review = guide(HEAD, measure);
        assertThat(review.why().ground()).isEqualTo(StepGuide.Ground.CLAIMED);
        assertThat(review.why().unit()).isEqualTo("党建办");
        assertThat(review.mayGiveBack()).isTrue();
        assertThat(review.obstacle()).isNull();
        submit(HEAD, measure, YES);
        StepGuide verification = guide(VERIFIER, measure);
        assertThat(verification.next()).anySatisfy(next -> {
            assertThat(next.condition().text()).isEqualTo("通过");
            assertThat(next.after().text()).isEqualTo("措施均已验收");
            assertThat(next.step().text()).isEqualTo("申请问题销号");
            assertThat(next.people()).containsExactly("党建办主任");
        });
        assertThat(verification.next()).anySatisfy(next -> {
            assertThat(next.condition().text()).isEqualTo("退回");
            assertThat(next.people()).containsExactly("党建办经办人");
        });
        assertThat(guide(LEADER, measure).why().ground()).isEqualTo(StepGuide.Ground.OVERSEEN);
    }

    private StepGuide guide(String login, CaseNumber number) {
        String id = tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .list()
                .get(0)
                .getId();
        return as.call(login, () -> guides.of(Long.parseLong(id)));
    }

    @Test
    void the_reviewer_of_a_plan_sees_to_whom_its_measures_will_go() {
        CaseNumber problem = started("JE2026");
        submit(HANDLER, problem, plan(problem));
        assertThat(guide(LEADER, problem).next()).anySatisfy(next -> {
            assertThat(next.step().text()).isEqualTo("签收整改措施");
            assertThat(next.people()).containsExactly("党建办经办人");
        });
        assertThat(guide(LEADER, problem).why().rule()).isEqualTo("LEAD_OFFICIAL");
    }

    @Test
    void what_became_of_a_step_is_told_to_readers_of_its_case_alone() {
        CaseNumber problem = underWay("JF2026");
        CaseNumber measure = problem.measure(1);
        WorkItemRow receipt = item(HANDLER, measure);
        submit(HANDLER, measure, new Submission.Acknowledge());
        handIn(measure, 1, "完成");
        WorkItemRow review = item(HEAD, measure);
        as.run(HEAD, () -> work.claim(review.id()));
        assertThat(fate(HANDLER, review)).satisfies(fate -> {
            assertThat(fate.state()).isEqualTo(WorkFates.State.TAKEN);
            assertThat(fate.by()).isEqualTo("党建办主任");
            assertThat(fate.own()).isFalse();
        });
        submit(HEAD, measure, new Submission.Decided(Decision.approve("同意。")));
        assertThat(fate(HANDLER, review)).satisfies(fate -> {
            assertThat(fate.state()).isEqualTo(WorkFates.State.DONE);
            assertThat(fate.by()).isEqualTo("党建办主任");
            assertThat(fate.what()).isNotNull();
            assertThat(fate.what().action()).isEqualTo("measure.reviewed");
            assertThat(fate.what().facts()).containsEntry("opinion", "同意。");
        });
        assertThat(fate(HANDLER, receipt).own()).isTrue();
        as.run(LEADER, () -> assertThat(inbox.find(receipt.id())).isEmpty());
        assertThat(as.call(INSPECTOR, () -> fates.latest(measure)).orElseThrow().action())
                .isEqualTo("measure.reviewed");
        stranger(() -> assertThat(fates.of(receipt.id())).isEmpty());
        stranger(() -> assertThat(fates.latest(measure)).isEmpty());
        long open = item(VERIFIER, measure).id();
        stranger(() -> assertThatThrownBy(() -> guides.of(open)).isInstanceOf(NotFound.class));
        stranger(() ->
                assertThatThrownBy(() -> cases.timeline(problem, null, 10)).isInstanceOf(NotFound.class));
        assertThat(as.call(HANDLER, () -> fates.of(1L))).isEmpty();
    }

    private WorkFates.Fate fate(String login, WorkItemRow row) {
        return as.call(login, () -> fates.of(row.id())).orElseThrow();
    }

    /** Runs as a person without any duty on the case. */
    private void stranger(Runnable act) {
        as.run(STRANGER, act);
    }

    @Test
    void a_draft_is_replaced_only_by_the_window_that_has_seen_it() {
        CaseNumber problem = underWay("JG2026");
        long item = item(HANDLER, problem.measure(1)).id();
        as.run(HANDLER, () -> {
            assertThat(drafts.find(item)).isEmpty();
            assertThat(drafts.keep(item, "第一版", 0)).isEqualTo(1);
            assertThat(drafts.keep(item, "第二版", 1)).isEqualTo(2);
            assertThatThrownBy(() -> drafts.keep(item, "另一个窗口", 0)).isInstanceOf(DraftMoved.class);
            assertThatThrownBy(() -> drafts.keep(item, "另一个窗口", 1)).isInstanceOf(DraftMoved.class);
            assertThat(drafts.find(item).orElseThrow().content()).isEqualTo("第二版");
            refused("worklist.draft.tooLong", () -> drafts.keep(item, "长".repeat(200_001), 2));
        });
        as.run(HEAD, () -> assertThat(drafts.find(item)).isEmpty());
        as.run(HANDLER, () -> {
            drafts.drop(item);
            assertThat(drafts.find(item)).isEmpty();
            work.submit(item, new Submission.Acknowledge());
            assertThatThrownBy(() -> drafts.keep(item, "另一个窗口", 0))
                    .isInstanceOf(AlreadyDone.class)
                    .hasMessageContaining("worklist.draft.over");
            assertThat(drafts.find(item)).isEmpty();
        });
        assertThatThrownBy(() -> drafts.find(item)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_draft_is_kept_only_for_whom_the_step_stands_before() {
        CaseNumber measure = underWay("JZ2026").measure(1);
        long receipt = item(HANDLER, measure).id();
        assertThat(as.<Integer>call(HANDLER, () -> drafts.keep(receipt, "签收时的想法", 0)))
                .isOne();
        for (String other : List.of(HEAD, LEADER, STRANGER)) {
            as.run(other, () -> assertThatThrownBy(() -> drafts.keep(receipt, "别人的", 0))
                    .isInstanceOf(Forbidden.class)
                    .hasMessage("rectification.step.notYours"));
            as.run(other, () -> assertThat(drafts.find(receipt)).isEmpty());
        }
        submit(HANDLER, measure, new Submission.Acknowledge());
        as.run(HANDLER, () -> assertThatThrownBy(() -> drafts.keep(receipt, "事后的", 1))
                .isInstanceOf(AlreadyDone.class)
                .hasMessage("worklist.draft.over"));
        handIn(measure, 1, "完成");
        long review = item(HEAD, measure).id();
        as.run(HANDLER, () -> assertThatThrownBy(() -> drafts.keep(review, "自己审核", 0))
                .isInstanceOf(Forbidden.class));
        assertThat(as.<Integer>call(HEAD, () -> drafts.keep(review, "认领之前", 0))).isOne();
    }

    @Test
    void a_form_drawn_by_an_admin_is_checked_field_by_field_and_moves_the_process_on() {
        String own = deploy("measure-with-drawn-form.bpmn");
        try {
            CaseNumber measure = underWay("JH2026").measure(1);
            WorkItemRow survey = item(HEAD, measure);
            List<FormField> fields = guide(HEAD, measure).fields();
            assertThat(fields)
                    .extracting(FormField::id)
                    .containsExactly("findings", "households", "onSite", "surveyed", "grade", "outcome");
            assertThat(fields.get(5).isOutcome()).isTrue();
            assertThat(fields.get(4).options()).containsEntry("grave", "较重");
            refused("rectification.step.notYours", HANDLER, survey, Map.of());
            as.run(HEAD, () -> work.claim(survey.id()));
            refused("rectification.drawn.required", HEAD, survey, with("findings", " "));
            refused("rectification.drawn.tooLong", HEAD, survey, with("findings", "长".repeat(21)));
            refused("rectification.drawn.noNumber", HEAD, survey, with("households", "十二"));
            refused("rectification.drawn.tooSmall", HEAD, survey, with("households", "0"));
            refused("rectification.drawn.tooLarge", HEAD, survey, with("households", "501"));
            refused("rectification.drawn.noChoice", HEAD, survey, with("onSite", "maybe"));
            refused("rectification.drawn.noDate", HEAD, survey, with("surveyed", "明天"));
            refused("rectification.drawn.noChoice", HEAD, survey, with("grade", "unheard"));
            refused("rectification.drawn.required", HEAD, survey, with("outcome", ""));
            refused("rectification.step.wrongForm", HEAD, survey, with("escalateAt", "2030-01-01"));
            assertThatThrownBy(() -> as.run(HEAD, () -> work.submit(survey.id(), YES)))
                    .isInstanceOf(RuleViolation.class);
            assertThat(item(HEAD, measure).id()).isEqualTo(survey.id());

            as.run(HEAD, () -> work.submit(survey.id(), new Submission.Drawn(with("outcome", "again"))));
            WorkItemRow second = item(HEAD, measure);
            assertThat(second.id()).isNotEqualTo(survey.id());
            assertThat(guide(HEAD, measure).fields().get(1).value()).isEqualTo("12");
            as.run(HEAD, () -> work.submit(second.id(), new Submission.Drawn(with("outcome", "approved"))));
            assertThat(item(HANDLER, measure).stepName()).isEqualTo("签收整改措施");
            assertTyped(measure);
            assertThat(trail.ofStream(measure.value())).anySatisfy(entry -> {
                assertThat(entry.action()).isEqualTo("step.done");
                assertThat(entry.facts()).containsEntry("outcome", "可以整改").containsEntry("step", "开展摸底调查");
                assertThat(entry.facts().get("entries")).contains("走访户数：12").contains("严重程度：较重");
            });
            WorkItemRow receipt = item(HANDLER, measure);
            refused("rectification.step.wrongForm", HANDLER, receipt, Map.of());
        } finally {
            models.deleteDeployment(own, true);
        }
    }

    private void assertTyped(CaseNumber measure) {
        String instance = processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(measure.value())
                .singleResult()
                .getId();
        Map<String, Object> variables = processes.getVariables(instance);
        assertThat(variables)
                .containsEntry("findings", "缺少台账")
                .containsEntry("households", 12L)
                .containsEntry("onSite", true)
                .containsEntry("grade", "grave")
                .containsEntry("outcome", "approved");
        assertThat(variables.get("surveyed")).isInstanceOf(java.util.Date.class);
    }

    @Test
    void a_drawn_form_that_would_write_what_timers_read_is_not_deployed() {
        assertThatThrownBy(() -> deploy("measure-with-reserved-name.bpmn"))
                .isInstanceOfSatisfying(ModelRefused.class, refused -> assertThat(refused.findings())
                        .extracting(Finding::key)
                        .containsExactly("modeling.check.formFieldReserved"));
    }

    private static Map<String, String> with(String field, String value) {
        Map<String, String> entered = new HashMap<>(Map.of(
                "findings", "缺少台账",
                "households", "12",
                "onSite", "true",
                "surveyed", "2026-01-06",
                "grade", "grave",
                "outcome", "approved"));
        entered.put(field, value);
        return entered;
    }

    private void refused(String key, String login, WorkItemRow row, Map<String, String> entered) {
        refused(key, () -> as.run(login, () -> work.submit(row.id(), new Submission.Drawn(entered))));
    }

    @Test
    void work_of_an_absent_colleague_names_whom_one_stands_in_for() {
        CaseNumber problem = underWay("JL2026");
        CaseNumber measure = problem.measure(1);
        submit(HANDLER, measure, new Submission.Acknowledge());
        handIn(measure, 1, "完成");
        as.run(HEAD, () -> account.substitute(personId(STRANGER), MONDAY, MONDAY.plusDays(4), "外出学习"));
        try {
            StepGuide open = guide(STRANGER, measure);
            assertThat(open.why().ground()).isEqualTo(StepGuide.Ground.CLAIMABLE);
            assertThat(open.why().absent()).isEqualTo("党建办主任");
            assertThat(open.why().until()).isEqualTo(MONDAY.plusDays(4));
            as.run(STRANGER, () -> work.claim(item(STRANGER, measure).id()));
            StepGuide claimed = guide(STRANGER, measure);
            assertThat(claimed.why().ground()).isEqualTo(StepGuide.Ground.CLAIMED);
            assertThat(claimed.why().absent()).isEqualTo("党建办主任");
            as.run(STRANGER, () -> work.unclaim(item(STRANGER, measure).id()));
        } finally {
            as.run(
                    HEAD,
                    () -> account.endSubstitution(account.substitutions().get(0).id()));
        }
    }
}
