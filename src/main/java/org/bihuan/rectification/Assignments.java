package org.bihuan.rectification;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.bihuan.identity.Directory;
import org.bihuan.identity.Duty;
import org.bihuan.identity.PostRef;
import org.bihuan.identity.Presence;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The catalogue of assignment and due rules that a user task may name (design.md section 5.5). */
@Service
public class Assignments {

    /** Assignment rules by name. */
    public static final Set<String> ASSIGN_RULES =
            Set.of("PERSON_RESPONSIBLE", "UNIT_HEAD", "LEAD_OFFICIAL", "VERIFIER", "APPROVER", "CLERK");

    /** Due rules by name; {@code WORKDAYS_n} counts working days from the day the step begins. */
    public static final Set<String> DUE_RULES =
            Set.of("PLAN_DUE", "MEASURE_DUE", "PROBLEM_DUE", "WORKDAYS_3", "WORKDAYS_5", "FOLLOW_UP");

    private final Aggregates aggregates;
    private final Directory directory;
    private final Presence presence;
    private final Deadlines deadlines;

    Assignments(Aggregates aggregates, Directory directory, Presence presence, Deadlines deadlines) {
        this.aggregates = aggregates;
        this.directory = directory;
        this.presence = presence;
        this.deadlines = deadlines;
    }

    /** Who gets a step: one person, or the posts that may claim it. */
    public record Assignment(@Nullable Long person, Set<Long> posts) {

        public Assignment {
            posts = Set.copyOf(posts);
        }
    }

    /**
     * Resolves an assignment rule for a case.
     *
     * @throws RuleViolation if nobody holds the duty: a step without anybody before it would be lost
     */
    public Assignment assign(String rule, CaseNumber number) {
        Assignment found =
                switch (rule) {
                    case "PERSON_RESPONSIBLE" -> person(personResponsible(number));
                    case "LEAD_OFFICIAL" -> person(aggregates.problem(number).leadOfficial());
                    case "UNIT_HEAD" ->
                        unitHead(number)
                                .map(post -> new Assignment(null, Set.of(post.id())))
                                .orElseGet(() -> new Assignment(null, Set.of()));
                    case "VERIFIER" -> posts(directory.posts(Duty.SUPERVISOR));
                    case "APPROVER" -> {
                        Assignment heads = posts(directory.posts(Duty.APPROVER_HEAD));
                        Set<Long> all = new java.util.HashSet<>(heads.posts());
                        all.addAll(posts(directory.posts(Duty.APPROVER_DEPUTY)).posts());
                        yield new Assignment(null, all);
                    }
                    case "CLERK" -> posts(directory.posts(Duty.CLERK));
                    default -> throw new RuleViolation("rectification.assign.unknownRule", rule);
                };
        if (found.person() == null && found.posts().isEmpty()) {
            throw new RuleViolation("rectification.assign.nobody." + rule, number.value());
        }
        return found;
    }

    /**
     * As {@link #assign}, for a step that is given to whom the rule names: a person cannot be disabled before
     * they have it.
     *
     * @throws org.bihuan.shared.LostRace if they are disabled by now
     */
    public Assignment give(String rule, CaseNumber number) {
        Assignment to = assign(rule, number);
        if (to.person() != null) {
            presence.hold(to.person());
        }
        return to;
    }

    /** The post of the head of the case's responsible unit. */
    Optional<PostRef> unitHead(CaseNumber number) {
        Long unit = responsibleUnit(number);
        return unit == null ? Optional.empty() : directory.post(unit, Duty.UNIT_HEAD);
    }

    /** Resolves a due rule for a case, as of today. */
    public LocalDate due(String rule, CaseNumber number) {
        return switch (rule) {
            case "PLAN_DUE" ->
                aggregates.round(aggregates.problem(number).roundId()).planDue();
            case "MEASURE_DUE" -> aggregates.measure(number).due();
            case "PROBLEM_DUE" -> aggregates.problem(number).due();
            case "WORKDAYS_3" -> deadlines.workdaysFromToday(3);
            case "WORKDAYS_5" -> deadlines.workdaysFromToday(5);
            case "FOLLOW_UP" -> deadlines.workdaysFromToday(10);
            default -> throw new RuleViolation("rectification.assign.unknownRule", rule);
        };
    }

    private @Nullable Long personResponsible(CaseNumber number) {
        return number.isMeasure()
                ? aggregates.measure(number).personResponsible()
                : aggregates.problem(number).personResponsible();
    }

    private @Nullable Long responsibleUnit(CaseNumber number) {
        return number.isMeasure()
                ? aggregates.measure(number).responsibleUnit()
                : aggregates.problem(number).responsibleUnit();
    }

    private static Assignment person(@Nullable Long person) {
        return new Assignment(person, Set.of());
    }

    private static Assignment posts(List<PostRef> posts) {
        return new Assignment(null, posts.stream().map(PostRef::id).collect(Collectors.toSet()));
    }
}
