package org.bihuan.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.bihuan.calendar.RestDayRule;
import org.bihuan.demo.DemoOrganisation.Office;
import org.bihuan.findings.FindingsDraft;
import org.bihuan.findings.FindingsImport;
import org.bihuan.identity.ActingAs;
import org.bihuan.identity.OrganisationSetup;
import org.bihuan.rectification.CaseFile;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.MeasureKind;
import org.bihuan.rectification.MeasurePlan;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.Responsibility;
import org.bihuan.rectification.RoundPolicy;
import org.bihuan.rectification.Rounds;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.OffsetClock;
import org.springframework.stereotype.Component;

/**
 * Tells the demo round as it went until today: the clock is moved back and every step goes through
 * the commands that people use, so that guards, trail and processes are the real ones.
 */
@Component
class DemoRound {

    private static final String CODE = "XH2025";
    private static final int DAYS_BACK = 42;
    private static final int STARTED = 11;
    private static final List<Integer> UNDER_WAY = List.of(2, 3);

    private final OrganisationSetup setup;
    private final ActingAs as;
    private final FindingsImport findings;
    private final Rounds rounds;
    private final CaseFile cases;
    private final DemoHands hands;
    private final DemoClosures closures;
    private final OffsetClock clock;

    DemoRound(
            OrganisationSetup setup,
            ActingAs as,
            FindingsImport findings,
            Rounds rounds,
            CaseFile cases,
            DemoHands hands,
            DemoClosures closures,
            OffsetClock clock) {
        this.setup = setup;
        this.as = as;
        this.findings = findings;
        this.rounds = rounds;
        this.cases = cases;
        this.hands = hands;
        this.closures = closures;
        this.clock = clock;
    }

    /** Sets up organisation and round; {@code password} is every demo account's. */
    void tell(String password) {
        OrganisationSetup.Made made =
                setup.create(DemoOrganisation.units(), DemoOrganisation.persons(), password, false);
        LocalDate today = LocalDate.now(clock);
        try {
            back(DAYS_BACK);
            accept(today, made);
            back(DAYS_BACK - 2);
            for (int problem = 1; problem <= STARTED; problem++) {
                plan(problem, today, made);
            }
            closures.measuresDone(this::back);
            back(20);
            workOn(today);
            closures.decided(this::back, today);
        } finally {
            back(0);
        }
    }

    private void back(int days) {
        clock.offset(Duration.ofDays(-days));
    }

    static Office office(int problem) {
        return DemoOrganisation.OFFICES.get(Map.of(1, 0, 2, 3, 3, 4, 4, 2, 5, 1, 6, 5, 7, 7, 8, 0, 9, 1, 10, 1)
                .getOrDefault(problem, problem == 11 ? 1 : 2));
    }

    /** The lead official; one problem is the secretary's own, so that another has to approve its closure. */
    static String leader(int problem) {
        return problem == 6 ? DemoOrganisation.SECRETARY : office(problem).leader();
    }

    static CaseNumber number(int problem) {
        return CaseNumber.problem(CODE, problem);
    }

    private void accept(LocalDate today, OrganisationSetup.Made made) {
        FindingsDraft draft = findings.parseText(notice());
        RoundPolicy policy = new RoundPolicy(
                CODE,
                "新虹街道党工委巡察整改",
                "新虹街道党工委",
                "区委第一巡察组",
                LocalDate.of(2025, 3, 21),
                LocalDate.of(2025, 6, 16),
                today.minusDays(DAYS_BACK + 3L),
                today.minusDays(DAYS_BACK + 3L).plusMonths(1),
                6,
                today.minusDays(DAYS_BACK + 3L).plusMonths(6),
                RestDayRule.KEEP,
                10,
                1,
                6);
        as.run(DemoOrganisation.CLERK, () -> {
            rounds.accept(policy, draft, true);
            for (int problem = 1; problem <= draft.problems().size(); problem++) {
                Office office = office(problem);
                rounds.assign(
                        number(problem),
                        new Responsibility(
                                made.persons().get(leader(problem)),
                                made.units().get(office.key()),
                                made.units().get(office.key()),
                                made.persons().get(office.handler()),
                                Set.of(made.units().get("dangzhengban"))));
            }
            for (int problem = 1; problem <= STARTED; problem++) {
                rounds.start(number(problem));
            }
        });
    }

    /** Problems 9 and 10 stop before their plan is drafted or reviewed; the others go on. */
    private void plan(int problem, LocalDate today, OrganisationSetup.Made made) {
        Office office = office(problem);
        if (problem == 10) {
            return;
        }
        List<MeasureView> measures = as.call(office.handler(), () -> cases.measures(number(problem)));
        List<MeasurePlan> lines = measures.stream()
                .map(measure -> new MeasurePlan(
                        measure.caseNumber(),
                        "有制度、有记录、可核查，现场核实与材料一致。",
                        MeasureKind.TIME_LIMITED,
                        due(problem, measure.ordinal(), today),
                        id(made.units(), office.key()),
                        id(made.persons(), office.handler())))
                .toList();
        hands.submit(
                office.handler(),
                number(problem),
                new Submission.Plan(
                        "责任传导不够到位，制度执行缺少经常性检查（演示）。", "问题整改到位，形成长效机制（演示）。", "各项措施全部完成并经验收，制度已印发执行（演示）。", lines));
        if (problem == 9) {
            return;
        }
        hands.approve(leader(problem), number(problem), "同意方案，按时推进。");
    }

    /** Red, yellow and green in turn, whatever day it is. */
    private static LocalDate due(int problem, int measure, LocalDate today) {
        return switch ((problem + measure) % 4) {
            case 0 -> today.minusDays(4);
            case 1 -> today.plusDays(6);
            default -> today.plusDays(28);
        };
    }

    private void workOn(LocalDate today) {
        UNDER_WAY.forEach(problem -> hands.acknowledge(office(problem), number(problem)));
        hands.acknowledge(office(5), number(5), 2);
        hands.handIn(office(5), number(5).measure(1), 1, DemoTexts.REPORT);
        hands.handIn(office(2), number(2).measure(1), 1, DemoTexts.REPORT);
        hands.submit(
                office(2).head(),
                number(2).measure(1),
                new Submission.Decided(Decision.sendBack("对接项目只有数量，请补充项目台账。", today.plusDays(5))));
        hands.handIn(office(3), number(3).measure(1), 1, DemoTexts.REPORT);
        hands.approve(office(3).head(), number(3).measure(1), "情况属实，材料齐全。");
    }

    private static long id(Map<String, Long> ids, String key) {
        return Objects.requireNonNull(ids.get(key), key);
    }

    private static String notice() {
        try (InputStream stream = DemoRound.class.getResourceAsStream("/demo/notice-xinhong.txt")) {
            if (stream == null) {
                throw new IllegalStateException("demo notice is missing from the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
