package org.bihuan.rectification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.bihuan.identity.Actor;
import org.bihuan.identity.Duty;
import org.bihuan.shared.CaseNumber;

/**
 * Who may read a case, as SQL: supervisors, approvers, leaders, the clerk and the district see all;
 * anybody else the problems that they or their units answer for, work on or support.
 */
final class ReadingRights {

    private static final Set<Duty> SEE_ALL = Set.of(
            Duty.SUPERVISOR,
            Duty.APPROVER_HEAD,
            Duty.APPROVER_DEPUTY,
            Duty.LEADERSHIP_MEMBER,
            Duty.CLERK,
            Duty.DISTRICT_READER,
            Duty.AUDIT_ADMIN);

    private final boolean all;
    private final List<Long> people;
    private final List<Long> units;

    private ReadingRights(boolean all, Set<Long> people, Set<Long> units) {
        this.all = all;
        this.people = List.copyOf(people);
        this.units = List.copyOf(units);
    }

    /** The rights of the actor, with those of whom they represent. */
    static ReadingRights of(Actor actor) {
        Set<Long> people = new TreeSet<>(Set.of(actor.personId()));
        Set<Long> units = new TreeSet<>(actor.unitIds());
        boolean all = SEE_ALL.stream().anyMatch(actor::has);
        for (var absent : actor.represents()) {
            people.add(absent.personId());
            for (var post : absent.posts()) {
                units.add(post.unitId());
                all |= SEE_ALL.contains(post.duty());
            }
        }
        return new ReadingRights(all, people, units);
    }

    /** Whether every case may be read, so that no query needs a restriction. */
    boolean all() {
        return all;
    }

    /** A query and its arguments. */
    record Sql(String text, List<Object> args) {

        Sql {
            args = List.copyOf(args);
        }
    }

    /**
     * The ids of the readable problems of a round, each once: one index range for each way in which a
     * problem may concern somebody, so that neither an {@code or} nor a subquery runs for each row.
     */
    Sql problemsOf(long round) {
        Query query = new Query();
        query.branch("select p.id from rect_problem p where p.round_id = ", round)
                .in(" and (p.lead_official", people)
                .in(" or p.person_responsible", people)
                .in(" or p.responsible_unit", units)
                .in(" or p.lead_unit", units)
                .text(")");
        query.branch("select m.problem_id from rect_measure m where m.round_id = ", round)
                .in(" and m.person_responsible", people);
        query.branch("select m.problem_id from rect_measure m where m.round_id = ", round)
                .in(" and m.responsible_unit", units);
        query.branch(
                        "select p.id from rect_support s join rect_problem p on p.case_number = s.case_number"
                                + " where p.round_id = ",
                        round)
                .in(" and s.unit_id", units);
        query.branch(
                        "select m.problem_id from rect_support s join rect_measure m on m.case_number = s.case_number"
                                + " where m.round_id = ",
                        round)
                .in(" and s.unit_id", units);
        return query.sql();
    }

    /** One row where the problem may be read, none where it may not. */
    Sql problem(CaseNumber number) {
        Query query = new Query();
        query.branch("select 1 from rect_problem p where p.case_number = ", number.value())
                .in(" and (p.lead_official", people)
                .in(" or p.person_responsible", people)
                .in(" or p.responsible_unit", units)
                .in(" or p.lead_unit", units)
                .in(
                        " or exists (select 1 from rect_measure m where m.problem_id = p.id and (m.person_responsible",
                        people)
                .in(" or m.responsible_unit", units)
                .text("))")
                .text(" or exists (select 1 from rect_support s where (s.case_number = ", number.value())
                .text(" or s.case_number like ", number.value() + "-M%")
                .in(") and s.unit_id", units)
                .text("))");
        return query.sql();
    }

    private static final class Query {

        private final StringBuilder text = new StringBuilder();
        private final List<Object> args = new ArrayList<>();

        Query branch(String start, Object arg) {
            text.append(text.isEmpty() ? "" : " union ").append(start).append('?');
            args.add(arg);
            return this;
        }

        Query in(String column, List<Long> values) {
            String marks = values.isEmpty() ? "null" : String.join(", ", Collections.nCopies(values.size(), "?"));
            text.append(column).append(" in (").append(marks).append(')');
            args.addAll(values);
            return this;
        }

        Query text(String part) {
            text.append(part);
            return this;
        }

        Query text(String part, Object arg) {
            args.add(arg);
            return text(part + '?');
        }

        Sql sql() {
            return new Sql(text.toString(), args);
        }
    }
}
