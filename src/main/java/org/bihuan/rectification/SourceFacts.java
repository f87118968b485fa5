package org.bihuan.rectification;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.findings.DocumentKind;
import org.bihuan.findings.GrowthRate;
import org.bihuan.findings.MeasureDraft;
import org.bihuan.findings.NamedDocument;
import org.bihuan.findings.QuantityDraft;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures and named documents of an imported document: written with its round, never changed afterwards. */
@Component
class SourceFacts {

    private static final int TITLE_LIMIT = 300;
    private static final int WORD_LIMIT = 100;
    private static final String FIGURES =
            "select case_number, amount, unit, what, period, growth, approximate from rect_quantity";
    private static final String DOCUMENTS = "select case_number, title, kind, number from rect_document";
    private static final String OF_ROUND = " where round_id = ? and case_number is null order by id";
    private static final BigDecimal MOST = new BigDecimal("99999999");

    private final JdbcClient jdbc;

    SourceFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores what a measure's text tells, or, without a number, what is told of the round as a whole. */
    void store(
            long round,
            @Nullable CaseNumber number,
            List<QuantityDraft> quantities,
            List<GrowthRate> rates,
            List<NamedDocument> documents) {
        quantities.forEach(quantity -> figure(round, number, CaseFigure.of(quantity)));
        rates.forEach(rate -> figure(round, number, CaseFigure.of(rate)));
        documents.forEach(document -> document(round, number, document));
    }

    private void figure(long round, @Nullable CaseNumber number, CaseFigure figure) {
        BigDecimal amount = figure.amount();
        if (amount.abs().compareTo(MOST) > 0 && (figure.growth() || amount.precision() - amount.scale() > 16)) {
            // A slip of the source, such as a telephone number in front of 户; its wording stays in the measure.
            return;
        }
        String period = figure.period();
        jdbc.sql("insert into rect_quantity (id, round_id, case_number, amount, unit, what, period, growth,"
                        + " approximate) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.next(),
                        round,
                        number == null ? null : number.value(),
                        amount,
                        figure.unit(),
                        RoundIntake.cut(figure.clause(), MeasureDraft.LONGEST_HEADING),
                        period == null ? null : RoundIntake.cut(period, WORD_LIMIT),
                        figure.growth() ? amount : null,
                        figure.approximate())
                .update();
    }

    private void document(long round, @Nullable CaseNumber number, NamedDocument document) {
        String issued = document.number();
        jdbc.sql("insert into rect_document (id, round_id, case_number, title, kind, number)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.next(),
                        round,
                        number == null ? null : number.value(),
                        RoundIntake.cut(document.title(), TITLE_LIMIT),
                        document.kind().name(),
                        issued == null ? null : RoundIntake.cut(issued, WORD_LIMIT))
                .update();
    }

    /**
     * What is told of a measure, or of each measure of a problem; two statements, however many there are. Not named
     * are measures of which nothing is told.
     */
    Map<CaseNumber, CaseSource> of(CaseNumber number) {
        String measures = number.isMeasure() ? number.value() : number.value() + "-M%";
        Map<CaseNumber, List<CaseFigure>> figures = new HashMap<>();
        jdbc.sql(FIGURES + " where case_number like ? order by id")
                .param(measures)
                .query(rs -> {
                    figures.computeIfAbsent(new CaseNumber(rs.getString(1)), measure -> new ArrayList<>())
                            .add(figure(rs));
                });
        Map<CaseNumber, List<CaseDocument>> documents = new HashMap<>();
        jdbc.sql(DOCUMENTS + " where case_number like ? order by id")
                .param(measures)
                .query(rs -> {
                    documents
                            .computeIfAbsent(new CaseNumber(rs.getString(1)), measure -> new ArrayList<>())
                            .add(document(rs));
                });
        return Stream.concat(figures.keySet().stream(), documents.keySet().stream())
                .distinct()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        measure -> new CaseSource(
                                figures.getOrDefault(measure, List.of()), documents.getOrDefault(measure, List.of()))));
    }

    /** What is told of a round as a whole. */
    CaseSource ofRound(long round) {
        return new CaseSource(
                jdbc.sql(FIGURES + OF_ROUND)
                        .param(round)
                        .query((rs, row) -> figure(rs))
                        .list(),
                jdbc.sql(DOCUMENTS + OF_ROUND)
                        .param(round)
                        .query((rs, row) -> document(rs))
                        .list());
    }

    private static CaseFigure figure(ResultSet rs) throws SQLException {
        return new CaseFigure(
                rs.getBigDecimal(2).stripTrailingZeros(),
                rs.getString(3),
                rs.getString(4),
                rs.getString(5),
                rs.getBigDecimal(6) != null,
                rs.getBoolean(7));
    }

    private static CaseDocument document(ResultSet rs) throws SQLException {
        return new CaseDocument(rs.getString(2), DocumentKind.valueOf(rs.getString(3)), rs.getString(4));
    }
}
