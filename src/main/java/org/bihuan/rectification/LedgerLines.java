package org.bihuan.rectification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The columns of the ledger, read in sets by index; sorted here, so that the database sorts nothing. */
@Component
class LedgerLines {

    private static final String PROBLEM = "select p.id, p.ordinal, p.case_number, p.aspect_id, p.title, p.state,"
            + " p.level, p.due, p.original_due, p.lead_official, p.responsible_unit, p.person_responsible, p.cycle_no"
            + " from ";
    private static final String MEASURE = "select m.problem_id, m.ordinal, m.case_number, p.aspect_id, m.heading,"
            + " m.state, m.level, m.due, m.original_due, p.lead_official, m.responsible_unit, m.person_responsible,"
            + " m.attempt from ";

    private final JdbcClient jdbc;

    LedgerLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The readable problems of a round in their order. */
    List<Line> problems(long round, ReadingRights rights) {
        return rights.all()
                ? read(PROBLEM + "rect_problem p where p.round_id = ?", List.of(round), false)
                : read(rights.problemsOf(round), PROBLEM, " join rect_problem p on p.id = r.id", false);
    }

    /** The measures of the readable problems of a round, those of one problem in their order. */
    List<Line> measures(long round, ReadingRights rights) {
        return rights.all()
                ? read(
                        MEASURE + "rect_problem p join rect_measure m on m.problem_id = p.id where p.round_id = ?",
                        List.of(round),
                        true)
                : read(
                        rights.problemsOf(round),
                        MEASURE,
                        " join rect_problem p on p.id = r.id join rect_measure m on m.problem_id = p.id",
                        true);
    }

    /** The supporting units of each case of a round that has any, by id. */
    Map<CaseNumber, Set<Long>> supporting(String roundCode) {
        Map<CaseNumber, Set<Long>> found = new HashMap<>();
        jdbc.sql("select case_number, unit_id from rect_support where case_number like ?")
                .param(roundCode + "-P%")
                .query(row -> {
                    found.computeIfAbsent(new CaseNumber(row.getString(1)), none -> new TreeSet<>())
                            .add(row.getLong(2));
                });
        return found;
    }

    private List<Line> read(ReadingRights.Sql readable, String select, String join, boolean measure) {
        return read(select + '(' + readable.text() + ") r" + join, readable.args(), measure);
    }

    private List<Line> read(String sql, List<Object> args, boolean measure) {
        List<Line> lines = new ArrayList<>(jdbc.sql(sql)
                .params(args)
                .query((rs, index) -> line(rs, measure))
                .list());
        lines.sort(Comparator.comparingInt(Line::ordinal));
        return lines;
    }

    private static Line line(ResultSet rs, boolean measure) throws SQLException {
        return new Line(
                rs.getLong(1),
                measure,
                rs.getInt(2),
                rs.getString(3),
                rs.getLong(4),
                rs.getString(5),
                rs.getString(6),
                Level.valueOf(rs.getString(7)),
                rs.getObject(8, LocalDate.class),
                rs.getObject(9, LocalDate.class),
                rs.getObject(10, Long.class),
                rs.getObject(11, Long.class),
                rs.getObject(12, Long.class),
                rs.getInt(13));
    }

    /**
     * A problem, or a measure of it.
     *
     * @param problem id of the problem, also for a measure
     * @param turn cycle of a problem, attempt of a measure
     */
    record Line(
            long problem,
            boolean measure,
            int ordinal,
            String caseNumber,
            long aspect,
            String title,
            String state,
            Level level,
            LocalDate due,
            LocalDate originalDue,
            @Nullable Long leadOfficial,
            @Nullable Long responsibleUnit,
            @Nullable Long personResponsible,
            int turn) {

        /** The row; a problem shows the worst level of its measures. */
        LedgerRow row(List<Line> measures) {
            return new LedgerRow(
                    caseNumber,
                    measure,
                    aspect,
                    title,
                    state,
                    measure
                            ? MeasureState.valueOf(state).key()
                            : ProblemState.valueOf(state).key(),
                    measures.stream().map(Line::level).reduce(level, LedgerLines::worse),
                    due,
                    originalDue,
                    leadOfficial,
                    responsibleUnit,
                    personResponsible,
                    measures.size(),
                    (int) measures.stream().filter(Line::accepted).count(),
                    turn);
        }

        private boolean accepted() {
            return state.equals(MeasureState.ACCEPTED.name());
        }
    }

    private static Level worse(Level a, Level b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
