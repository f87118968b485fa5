package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bihuan.audit.AuditRecord;
import org.bihuan.identity.Duty;
import org.bihuan.identity.OrganisationSetup.SetupDuty;
import org.bihuan.identity.OrganisationSetup.SetupUnit;
import org.bihuan.identity.OwnAccount;
import org.bihuan.identity.UnitKind;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.FindingsDesk;
import org.bihuan.rectification.FindingsDesk.OnDesk;
import org.bihuan.rectification.MeasureKind;
import org.bihuan.rectification.NewMeasure;
import org.bihuan.rectification.Responsibility;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Forbidden;
import org.bihuan.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Who stands in for the clerk or a supervisor does their work, in their name, for as long as it lasts. */
class SubstituteIT extends ClerkBed {

    private static final String SUBSTITUTE = "substitute";

    private final List<String> absent = new ArrayList<>();

    @Autowired
    FindingsDesk desk;

    @Autowired
    OwnAccount account;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.H2.register(registry);
    }

    @BeforeEach
    void somebodyWhoMayNothingOfIt() {
        if (jdbc.queryForList("select id from identity_person where login = ?", Long.class, SUBSTITUTE)
                .isEmpty()) {
            setup.create(
                    List.of(new SetupUnit("elsewhere", null, UnitKind.OFFICE, "城建办")),
                    List.of(person(SUBSTITUTE, "城建办经办人", new SetupDuty("elsewhere", Duty.HANDLER))),
                    "Chun-feng-2026",
                    false);
        }
    }

    @AfterEach
    void everybodyIsBack() {
        List.copyOf(absent).forEach(this::back);
    }

    private void away(String login, String substitute) {
        long stand = personId(substitute);
        as.run(login, () -> account.substitute(stand, MONDAY, MONDAY.plusDays(4), "外出学习"));
        absent.add(login);
    }

    private void back(String login) {
        as.run(
                login,
                () -> account.endSubstitution(account.substitutions().get(0).id()));
        absent.remove(login);
    }

    private void forbidden(String key, ThrowingCallable act) {
        assertThat(catchThrowable(act)).isInstanceOfSatisfying(Forbidden.class, refusal -> assertThat(refusal.key())
                .isEqualTo(key));
    }

    /** The last entry of the kind is the substitute's, in the name of {@code absentName}. */
    private void standsIn(String stream, String action, String absentName) {
        List<AuditRecord> entries = trail.ofStream(stream).stream()
                .filter(entry -> entry.action().equals(action))
                .toList();
        assertThat(entries).as(action).isNotEmpty();
        AuditRecord last = entries.get(entries.size() - 1);
        assertThat(last.actorName()).isEqualTo("城建办经办人");
        assertThat(last.onBehalfOf()).as(action).isEqualTo(absentName);
    }

    private NewMeasure measure(String heading) {
        return new NewMeasure(
                heading, heading, "台账齐全。", MeasureKind.TIME_LIMITED, Set.of(), DUE, unitOf(HANDLER), personId(HANDLER));
    }

    @Test
    void the_clerks_substitute_takes_findings_in_and_deploys_them_in_the_clerks_name() {
        forbidden("rectification.duty.clerk", () -> as.run(SUBSTITUTE, () -> desk.begin(DOCUMENT)));
        away(CLERK, SUBSTITUTE);
        CaseNumber problem = CaseNumber.problem("SA2026", 1);
        CaseNumber other = CaseNumber.problem("SA2026", 2);
        Responsibility named = named();
        as.run(SUBSTITUTE, () -> {
            OnDesk document = desk.begin(DOCUMENT);
            rounds.preview(policy("SA2026"));
            desk.accept(document, policy("SA2026"));
            rounds.deploy(problem, named, List.of());
            work.addMeasure(problem, measure("建立台账。"));
            desk.paste("还没有读");
        });
        standsIn("round:SA2026", "round.accepted", "专班联络员");
        standsIn(problem.value(), "problem.assigned", "专班联络员");
        standsIn(problem.value(), "problem.started", "专班联络员");
        standsIn(problem.measure(3).value(), "measure.added", "专班联络员");

        back(CLERK);
        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> as.run(SUBSTITUTE, () -> desk.find()),
                () -> as.run(SUBSTITUTE, () -> rounds.preview(policy("SB2026"))),
                () -> as.run(SUBSTITUTE, () -> rounds.assign(other, named)),
                () -> as.run(SUBSTITUTE, () -> rounds.deploy(other, named, List.of())))) {
            forbidden("rectification.duty.clerk", act);
        }
        forbidden(
                "rectification.duty.addMeasure",
                () -> as.run(SUBSTITUTE, () -> work.addMeasure(problem, measure("公布台账。"))));
        as.run(CLERK, () -> rounds.assign(other, named));
        assertThat(trail.ofStream(other.value())).allMatch(entry -> entry.onBehalfOf() == null);
    }

    @Test
    void a_supervisors_substitute_adds_measures_and_moves_dates_in_their_name() {
        CaseNumber problem = started("SC2026");
        CaseNumber measure = problem.measure(1);
        LocalDate later = DUE.plusDays(10);
        forbidden("rectification.duty.moveDue", () -> as.run(SUBSTITUTE, () -> work.moveDue(measure, later, "会议改期")));
        submit(HANDLER, problem, plan(problem));
        away(VERIFIER, SUBSTITUTE);
        String supervisor = as.call(VERIFIER, () -> currentActor.require().name());
        submit(LEADER, problem, new Submission.Decided(Decision.approve("同意。")));
        as.run(SUBSTITUTE, () -> {
            work.addMeasure(problem, measure("建立台账。"));
            work.moveDue(measure, later, "会议改期");
        });
        standsIn(problem.measure(3).value(), "measure.added", supervisor);
        standsIn(measure.value(), "measure.dueMoved", supervisor);

        back(VERIFIER);
        forbidden(
                "rectification.duty.moveDue",
                () -> as.run(SUBSTITUTE, () -> work.moveDue(measure, later.plusDays(7), "再改期")));
        forbidden(
                "rectification.duty.addMeasure",
                () -> as.run(SUBSTITUTE, () -> work.addMeasure(problem, measure("公布台账。"))));
    }

    @Test
    void whoever_does_the_work_moves_its_date_in_nobodys_name() {
        CaseNumber measure = started("SD2026").measure(1);
        away(VERIFIER, HANDLER);
        refused(
                "rectification.duty.doerMovesDue",
                () -> as.run(HANDLER, () -> work.moveDue(measure, LATER_DUE, "会议改期")));
    }
}
