package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bihuan.calendar.NoCalendarData;
import org.bihuan.calendar.RestDayRule;
import org.bihuan.calendar.WorkCalendar;
import org.bihuan.evidence.EvidenceKind;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** People, dates and cases with valid defaults; a test states only what it is about. */
final class Fixtures {

    static final long OFFICE = 100;
    static final long TASK_FORCE = 200;
    static final long GROUP = 300;

    static final Instant AT = Instant.parse("2026-11-24T02:00:00Z");
    static final LocalDate DUE = LocalDate.of(2026, 12, 31);
    static final Set<EvidenceKind> DOCUMENT = Set.of(EvidenceKind.DOCUMENT);

    static final Hands HANDLER = hands(1, OFFICE);
    static final Hands UNIT_HEAD = hands(2, OFFICE);
    static final Hands LEADER = hands(3, GROUP);
    static final Hands VERIFIER = hands(4, TASK_FORCE);
    static final Hands APPROVER = hands(5, GROUP);
    static final Hands STRANGER = hands(6, TASK_FORCE);

    private Fixtures() {}

    static Hands hands(long person, Long... units) {
        return new Hands(person, "person " + person, null, null, Set.of(units));
    }

    /** The hands of {@code by} acting as substitute of {@code absent}, with the units of both. */
    static Hands inPlaceOf(Hands by, Hands absent) {
        Set<Long> units = new java.util.HashSet<>(by.units());
        units.addAll(absent.units());
        return new Hands(by.by(), by.name(), absent.by(), absent.name(), units);
    }

    /** Whether one of the people or units stands among those whom a rule bars. */
    static boolean barred(Set<Long> barred, Hands hands) {
        return hands.touch(barred) || hands.units().stream().anyMatch(barred::contains);
    }

    static PolicyBuilder policy() {
        return new PolicyBuilder();
    }

    static Round round() {
        return policy().round();
    }

    static Problem problem() {
        Round round = round();
        return new Problem(round, new Aspect(round.id(), 1, "aspect"), 1, "problem", null);
    }

    /** A problem with everybody named and its plan approved. */
    static Problem rectifying() {
        Problem problem = planned();
        problem.approvePlan(LEADER);
        return problem;
    }

    static Problem planned() {
        Problem problem = planning();
        problem.draftPlan(HANDLER, "cause", "target", "standard");
        return problem;
    }

    static Problem planning() {
        Problem problem = assigned();
        problem.start();
        return problem;
    }

    static Problem assigned() {
        Problem problem = problem();
        problem.assign(new Responsibility(LEADER.by(), OFFICE, OFFICE, HANDLER.by(), Set.of()));
        return problem;
    }

    static MeasureBuilder measure() {
        return new MeasureBuilder(problem());
    }

    static MeasureBuilder measureOf(Problem problem) {
        return new MeasureBuilder(problem);
    }

    /** Refused, and by this rule. */
    static RuleViolation assertRefused(String key, ThrowingCallable act) {
        RuleViolation refusal = catchThrowableOfType(RuleViolation.class, act);
        assertThat(refusal).as("refused by %s", key).isNotNull();
        assertThat(refusal.key()).isEqualTo(key);
        return refusal;
    }

    static final class PolicyBuilder {
        private String code = "XH2025";
        private LocalDate today = LocalDate.of(2026, 11, 24);
        private @Nullable LocalDate feedback = LocalDate.of(2026, 7, 1);
        private LocalDate planDue = LocalDate.of(2026, 8, 1);
        private LocalDate reportDue = LocalDate.of(2027, 1, 4);
        private int months = 6;
        private RestDayRule rule = RestDayRule.KEEP;
        private String title = "round";
        private @Nullable LocalDate inspectedFrom;
        private @Nullable LocalDate inspectedTo;
        private int remind = 10;
        private int escalate = 1;
        private int knownUntil = 9999;

        PolicyBuilder title(String title) {
            this.title = title;
            return this;
        }

        PolicyBuilder inspected(LocalDate from, LocalDate to) {
            this.inspectedFrom = from;
            this.inspectedTo = to;
            return this;
        }

        PolicyBuilder remind(int workdays) {
            this.remind = workdays;
            return this;
        }

        PolicyBuilder escalate(int workdays) {
            this.escalate = workdays;
            return this;
        }

        /** The last year with calendar data. */
        PolicyBuilder knownUntil(int year) {
            this.knownUntil = year;
            return this;
        }

        PolicyBuilder code(String code) {
            this.code = code;
            return this;
        }

        PolicyBuilder planDue(LocalDate day) {
            this.planDue = day;
            return this;
        }

        PolicyBuilder reportDue(LocalDate day) {
            this.reportDue = day;
            return this;
        }

        PolicyBuilder feedback(@Nullable LocalDate day) {
            this.feedback = day;
            return this;
        }

        PolicyBuilder today(LocalDate day) {
            this.today = day;
            return this;
        }

        PolicyBuilder months(int months) {
            this.months = months;
            return this;
        }

        PolicyBuilder rule(RestDayRule rule) {
            this.rule = rule;
            return this;
        }

        Round round() {
            return new Round(
                    new RoundPolicy(
                            code,
                            title,
                            "street",
                            null,
                            inspectedFrom,
                            inspectedTo,
                            feedback,
                            planDue,
                            months,
                            reportDue,
                            rule,
                            remind,
                            escalate,
                            6),
                    today,
                    new NextDay(knownUntil),
                    false);
        }
    }

    static final class MeasureBuilder {
        private final Problem problem;
        private int ordinal = 1;
        private Set<EvidenceKind> evidence = DOCUMENT;
        private @Nullable Long unit = OFFICE;
        private @Nullable Long person = HANDLER.by();

        private MeasureBuilder(Problem problem) {
            this.problem = problem;
        }

        MeasureBuilder ordinal(int ordinal) {
            this.ordinal = ordinal;
            return this;
        }

        MeasureBuilder evidence(EvidenceKind... kinds) {
            this.evidence = Set.of(kinds);
            return this;
        }

        MeasureBuilder unit(@Nullable Long unit) {
            this.unit = unit;
            return this;
        }

        MeasureBuilder person(@Nullable Long person) {
            this.person = person;
            return this;
        }

        Measure planned() {
            return new Measure(
                    problem,
                    ordinal,
                    new NewMeasure("heading", "content", null, MeasureKind.TIME_LIMITED, evidence, DUE, unit, person));
        }

        Measure open() {
            Measure measure = planned();
            measure.open();
            return measure;
        }

        Measure inProgress() {
            Measure measure = open();
            measure.acknowledge();
            return measure;
        }

        Measure submitted() {
            Measure measure = inProgress();
            measure.submit(HANDLER, "done", DOCUMENT);
            return measure;
        }

        Measure reviewed() {
            Measure measure = submitted();
            measure.review(UNIT_HEAD, Earlier.NOBODY);
            return measure;
        }

        Measure verified() {
            Measure measure = reviewed();
            measure.verify(VERIFIER, Earlier.NOBODY, DOCUMENT);
            return measure;
        }

        Measure accepted() {
            Measure measure = verified();
            measure.accept(DOCUMENT, AT);
            return measure;
        }
    }

    /** A calendar that moves a deadline by one day wherever it is not kept. */
    private record NextDay(int knownUntil) implements WorkCalendar {

        private LocalDate known(LocalDate day) {
            if (!covers(day.getYear())) {
                throw new NoCalendarData(day.getYear());
            }
            return day;
        }

        @Override
        public boolean isWorkday(LocalDate day) {
            return true;
        }

        @Override
        public LocalDate plusWorkdays(LocalDate from, int n) {
            return known(from.plusDays(n));
        }

        @Override
        public int workdaysBetween(LocalDate from, LocalDate to) {
            return (int) (to.toEpochDay() - from.toEpochDay());
        }

        @Override
        public LocalDate settle(LocalDate due, RestDayRule rule) {
            return switch (rule) {
                case KEEP -> due;
                case NEXT_WORKDAY -> due.plusDays(1);
                case PREVIOUS_WORKDAY -> due.minusDays(1);
            };
        }

        @Override
        public Optional<String> nameOf(LocalDate day) {
            return Optional.empty();
        }

        @Override
        public boolean covers(int year) {
            return year <= knownUntil;
        }

        @Override
        public boolean provisional(int year) {
            return false;
        }
    }
}
