package org.bihuan.rectification;

import java.math.BigDecimal;
import java.util.List;

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

    /** The figures of a measure in the order of its text. */
    List<CaseFigure> figures(CaseNumber measure) {
        return jdbc.sql("select amount, unit, what, period, growth, approximate from rect_quantity"
                        + " where case_number = ? order by id")
                .param(measure.value())
                .query((rs, row) -> new CaseFigure(
                        rs.getBigDecimal(1).stripTrailingZeros(),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getBigDecimal(5) != null,
                        rs.getBoolean(6)))
                .list();
    }

    /** The documents that a measure names, in the order of its text. */
    List<CaseDocument> documents(CaseNumber measure) {
        return jdbc.sql("select title, kind, number from rect_document where case_number = ? order by id")
                .param(measure.value())
                .query((rs, row) ->
                        new CaseDocument(rs.getString(1), DocumentKind.valueOf(rs.getString(2)), rs.getString(3)))
                .list();
    }
}
