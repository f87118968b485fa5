package org.bihuan.rectification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.bihuan.findings.AspectDraft;
import org.bihuan.findings.FindingsDraft;
import org.bihuan.findings.GrowthRate;
import org.bihuan.findings.MeasureDraft;
import org.bihuan.findings.NamedDocument;
import org.bihuan.findings.OrganisationDraft;
import org.bihuan.findings.ProblemDraft;
import org.bihuan.findings.QuantityDraft;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what stands in a draft under its round, in the caller's transaction. */
@Component
@EnableConfigurationProperties(EvidenceRule.class)
@Transactional(propagation = Propagation.MANDATORY)
class RoundIntake {

    private static final int HEADING_LIMIT = MeasureDraft.LONGEST_HEADING;
    private static final int TITLE_LIMIT = 300;
    private static final int WORD_LIMIT = 100;
    private static final BigDecimal MOST = new BigDecimal("99999999");

    private final Aggregates aggregates;
    private final EvidenceRule evidence;
    private final JdbcClient jdbc;

    RoundIntake(Aggregates aggregates, EvidenceRule evidence, JdbcClient jdbc) {
        this.aggregates = aggregates;
        this.evidence = evidence;
        this.jdbc = jdbc;
    }

    void store(Round round, FindingsDraft findings) {
        int aspectNo = 0;
        int problemNo = 0;
        for (AspectDraft aspectDraft : findings.aspects()) {
            if (aspectDraft.problems().isEmpty()) {
                continue;
            }
            Aspect aspect = new Aspect(round.id(), ++aspectNo, aspectDraft.title());
            aggregates.save(aspect);
            for (ProblemDraft problemDraft : aspectDraft.problems()) {
                problem(round, aspect, ++problemNo, problemDraft);
            }
        }
        OrganisationDraft organisation = findings.organisation();
        figures(round, null, organisation.quantities(), organisation.growthRates());
        documents(round, null, organisation.documents());
    }

    private void problem(Round round, Aspect aspect, int ordinal, ProblemDraft draft) {
        // Notes of the source (cause, unit, deadline) are kept beside what was found: nothing of it is lost.
        List<String> besides = new ArrayList<>(draft.manifestations());
        besides.addAll(draft.notes());
        Problem problem = new Problem(
                round, aspect, ordinal, draft.title(), besides.isEmpty() ? null : String.join("\n", besides));
        aggregates.save(problem);
        int measureNo = 0;
        for (MeasureDraft measureDraft : draft.measures()) {
            Measure measure = new Measure(
                    problem,
                    ++measureNo,
                    new NewMeasure(
                            cut(measureDraft.title(), HEADING_LIMIT),
                            measureDraft.text(),
                            null,
                            MeasureKind.TIME_LIMITED,
                            evidence.of(MeasureKind.TIME_LIMITED),
                            problem.due(),
                            null,
                            null));
            aggregates.save(measure);
            figures(round, measure.caseNumber(), measureDraft.quantities(), measureDraft.growthRates());
            documents(round, measure.caseNumber(), measureDraft.documents());
        }
    }

    private void figures(
            Round round, @Nullable CaseNumber number, List<QuantityDraft> quantities, List<GrowthRate> rates) {
        for (QuantityDraft quantity : quantities) {
            figure(round, number, quantity.value(), quantity.unit(), quantity.quote(), quantity.period(), null);
        }
        for (GrowthRate rate : rates) {
            figure(round, number, rate.percent(), "%", rate.quote(), null, rate.percent());
        }
    }

    private void figure(
            Round round,
            @Nullable CaseNumber number,
            BigDecimal amount,
            String unit,
            String what,
            @Nullable String period,
            @Nullable BigDecimal growth) {
        if (amount.abs().compareTo(MOST) > 0 && (growth != null || amount.precision() - amount.scale() > 16)) {
            // A slip of the source, such as a telephone number in front of 户; its wording stays in the measure.
            return;
        }
        jdbc.sql("insert into rect_quantity (id, round_id, case_number, amount, unit, what, period, growth)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.next(),
                        round.id(),
                        number == null ? null : number.value(),
                        amount,
                        unit,
                        cut(what, HEADING_LIMIT),
                        period == null ? null : cut(period, WORD_LIMIT),
                        growth)
                .update();
    }

    private void documents(Round round, @Nullable CaseNumber number, List<NamedDocument> documents) {
        for (NamedDocument document : documents) {
            String issued = document.number();
            jdbc.sql("insert into rect_document (id, round_id, case_number, title, kind, number)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            Ids.next(),
                            round.id(),
                            number == null ? null : number.value(),
                            cut(document.title(), TITLE_LIMIT),
                            document.kind().name(),
                            issued == null ? null : cut(issued, WORD_LIMIT))
                    .update();
        }
    }

    private static String cut(String text, int limit) {
        return text.length() > limit ? text.substring(0, limit) : text;
    }
}
