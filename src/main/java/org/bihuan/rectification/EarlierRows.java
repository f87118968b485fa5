package org.bihuan.rectification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.bihuan.shared.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who had a part in earlier attempts and requests for close-out, out of {@link History}'s rows. */
@Component
class EarlierRows {

    private static final String ATTEMPTS =
            "select case_number, reviewed_by, reviewed_for, verified_by, verified_for, submitted_by, submitted_for,"
                    + " person_responsible, responsible_unit from rect_attempt where case_number in (";

    private static final String RETURNS =
            ") union all select case_number, reviewed_by, reviewed_for, verified_by, verified_for, proposed_by,"
                    + " proposed_for, 0, 0 from rect_closure_return where case_number in (";

    private final JdbcClient jdbc;

    EarlierRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(CaseNumber problem, Earlier part) {}

    /** Nothing is read at the first attempt: there is none before it. */
    Earlier of(Measure measure) {
        return measure.attempt() == 1
                ? Earlier.NOBODY
                : read(ATTEMPTS + "?)", List.of(measure.caseNumber().value())).stream()
                        .map(Row::part)
                        .reduce(Earlier.NOBODY, Earlier::and);
    }

    Earlier of(Problem problem, List<Measure> measures) {
        return of(Map.of(problem, measures)).getOrDefault(problem.caseNumber(), Earlier.NOBODY);
    }

    /**
     * By the problems' numbers, read by one statement however many; a problem without any is left out. Nothing
     * is read where no measure is beyond its first attempt and no request for close-out was returned.
     */
    Map<CaseNumber, Earlier> of(Map<Problem, List<Measure>> cases) {
        List<String> measures = cases.values().stream()
                .flatMap(Collection::stream)
                .filter(measure -> measure.attempt() > 1)
                .map(measure -> measure.caseNumber().value())
                .toList();
        List<String> problems = cases.keySet().stream()
                .filter(Problem::closureReturned)
                .map(problem -> problem.caseNumber().value())
                .toList();
        Map<CaseNumber, Earlier> earlier = new HashMap<>();
        if (!measures.isEmpty() || !problems.isEmpty()) {
            read(
                            ATTEMPTS + marks(measures) + RETURNS + marks(problems) + ")",
                            Stream.concat(measures.stream(), problems.stream()).toList())
                    .forEach(row -> earlier.merge(row.problem(), row.part(), Earlier::and));
        }
        return earlier;
    }

    private static String marks(List<String> numbers) {
        return numbers.isEmpty() ? "null" : String.join(", ", Collections.nCopies(numbers.size(), "?"));
    }

    private List<Row> read(String sql, List<String> numbers) {
        return jdbc.sql(sql).params(numbers).query((rs, row) -> row(rs)).list();
    }

    private static Row row(ResultSet rs) throws SQLException {
        CaseNumber number = new CaseNumber(rs.getString(1));
        Set<Long> reviewers = ids(rs, 2, 3);
        Set<Long> verifiers = ids(rs, 4, 5);
        return new Row(
                number.problem(),
                number.isMeasure()
                        ? new Earlier(ids(rs, 6, 7, 8), Set.of(), reviewers, verifiers, ids(rs, 9))
                        : new Earlier(Set.of(), ids(rs, 6, 7), reviewers, verifiers, Set.of()));
    }

    /** Ids are never 0, which is what a null reads as. */
    private static Set<Long> ids(ResultSet rs, int... columns) throws SQLException {
        Set<Long> ids = new HashSet<>();
        for (int column : columns) {
            ids.add(rs.getLong(column));
        }
        ids.remove(0L);
        return ids;
    }
}
