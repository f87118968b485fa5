package org.bihuan.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.rectification.LedgerEntry;
import org.bihuan.rectification.LedgerEntry.Sign;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.ProblemView;
import org.bihuan.shared.Dates;
import org.jspecify.annotations.Nullable;

/**
 * A column of the ledger and of its lists (domain.md section 3, "Ledger").
 *
 * @param key message key of the head
 * @param width in characters of Latin letters
 * @param value text, date or number; null for an empty cell
 */
record LedgerColumn(String key, int width, Group group, BiFunction<LedgerLine, LedgerWords, @Nullable Object> value) {

    /** Lines whose cells are one cell where the table is set for paper. */
    enum Group {
        ASPECT,
        PROBLEM,
        LINE
    }

    private static final LedgerColumn NUMBER =
            new LedgerColumn("reporting.column.number", 5, Group.PROBLEM, (line, words) -> line.number());
    private static final LedgerColumn ASPECT =
            new LedgerColumn("reporting.column.aspect", 14, Group.ASPECT, (line, words) -> line.entry()
                    .aspect()
                    .title());
    private static final LedgerColumn CASE =
            problem("reporting.column.problemNumber", 14, (view, words) -> view.caseNumber()
                    .value());
    private static final LedgerColumn PROBLEM = problem("reporting.column.problem", 22, (view, words) -> view.title());
    private static final LedgerColumn MANIFESTATION =
            problem("reporting.column.manifestation", 22, (view, words) -> view.manifestation());
    private static final LedgerColumn CAUSE =
            problem("reporting.column.cause", 18, (view, words) -> view.causeAnalysis());
    private static final LedgerColumn TARGET = problem("reporting.column.target", 18, (view, words) -> view.target());
    private static final LedgerColumn CLOSURE_STANDARD =
            problem("reporting.column.closureStandard", 18, (view, words) -> view.closureStandard());
    private static final LedgerColumn LEAD_OFFICIAL =
            problem("rectification.case.leadOfficial", 12, (view, words) -> words.person(view.leadOfficial()));
    private static final LedgerColumn LEAD_UNIT =
            problem("rectification.case.leadUnit", 12, (view, words) -> words.unit(view.leadUnit()));
    private static final LedgerColumn PROBLEM_DUE =
            problem("reporting.column.problemDue", 13, (view, words) -> view.due());
    private static final LedgerColumn PROBLEM_STATE = problem(
            "reporting.column.problemState",
            10,
            (view, words) -> words.text(view.state().key()));
    private static final LedgerColumn CLOSURE_VERIFIED =
            closure("reporting.column.closureVerifiedBy", 14, LedgerEntry::verified, (sign, words) -> words.hand(sign));
    private static final LedgerColumn CLOSURE_OPINION =
            closure("reporting.column.closureOpinion", 20, LedgerEntry::verified, (sign, words) -> sign.opinion());
    private static final LedgerColumn APPROVED =
            closure("reporting.column.approvedBy", 14, LedgerEntry::approved, (sign, words) -> words.hand(sign));
    private static final LedgerColumn APPROVAL_OPINION =
            closure("reporting.column.approvalOpinion", 20, LedgerEntry::approved, (sign, words) -> sign.opinion());
    private static final LedgerColumn CLOSED =
            problem("reporting.column.closedOn", 13, (view, words) -> day(view.closedAt()));

    private static final LedgerColumn MEASURE_CASE =
            measure("reporting.column.measureNumber", 18, (measure, words) -> measure.view()
                    .caseNumber()
                    .value());
    private static final LedgerColumn MEASURE = view("reporting.column.measure", 36, (view, words) -> view.content());
    private static final LedgerColumn STANDARD =
            view("reporting.column.standard", 18, (view, words) -> view.standard());
    private static final LedgerColumn KIND = view(
            "reporting.column.kind", 10, (view, words) -> words.text(view.kind().key()));
    private static final LedgerColumn UNIT = new LedgerColumn(
            "rectification.case.unit",
            13,
            Group.LINE,
            (line, words) -> words.unit(
                    line.measure() == null
                            ? line.entry().problem().responsibleUnit()
                            : line.measure().view().responsibleUnit()));
    private static final LedgerColumn PERSON = new LedgerColumn(
            "rectification.case.person",
            13,
            Group.LINE,
            (line, words) -> words.person(
                    line.measure() == null
                            ? line.entry().problem().personResponsible()
                            : line.measure().view().personResponsible()));
    private static final LedgerColumn SUPPORTING = new LedgerColumn(
            "rectification.case.supporting",
            13,
            Group.LINE,
            (line, words) -> words.units(Stream.concat(
                    line.entry().supporting().stream(),
                    line.measure() == null ? Stream.of() : line.measure().supporting().stream())));
    private static final LedgerColumn DUE = new LedgerColumn(
            "rectification.case.due",
            13,
            Group.LINE,
            (line, words) -> line.measure() == null
                    ? line.entry().problem().due()
                    : line.measure().view().due());
    private static final LedgerColumn ORIGINAL_DUE =
            view("reporting.column.originalDue", 13, (view, words) -> view.originalDue());
    private static final LedgerColumn REPORT = view("reporting.column.report", 30, (view, words) -> view.report());
    private static final LedgerColumn EVIDENCE =
            measure("reporting.column.evidence", 22, (measure, words) -> words.files(measure.evidence()));
    private static final LedgerColumn STATE = view(
            "reporting.column.state",
            10,
            (view, words) -> words.text(view.state().key()));
    private static final LedgerColumn LEVEL =
            new LedgerColumn("rectification.ledger.level", 9, Group.LINE, LedgerColumn::level);
    private static final LedgerColumn OPINION =
            acceptance("reporting.column.opinion", 20, (accepted, words) -> accepted.opinion());
    private static final LedgerColumn VERIFIED =
            acceptance("reporting.column.verifiedBy", 14, (accepted, words) -> words.hand(accepted));
    private static final LedgerColumn ACCEPTED =
            acceptance("reporting.column.acceptedOn", 13, (accepted, words) -> day(accepted.at()));
    private static final LedgerColumn REMARK = view("reporting.column.remark", 14, LedgerColumn::remark);

    /** 整改台账: what belongs together shares a column, so that it can be read on one sheet of A3. */
    static final List<LedgerColumn> LEDGER = List.of(
            NUMBER,
            ASPECT.wide(12),
            PROBLEM.wide(20),
            MANIFESTATION.wide(16),
            CAUSE.wide(16),
            together("reporting.column.targetAndStandard", 18, TARGET, CLOSURE_STANDARD),
            together("reporting.column.measure", 38, MEASURE_CASE, MEASURE),
            STANDARD.wide(16),
            together("reporting.column.lead", 12, LEAD_OFFICIAL, LEAD_UNIT),
            together("reporting.column.responsible", 14, UNIT, PERSON),
            SUPPORTING.wide(10),
            together("reporting.column.kindAndDue", 13, KIND, DUE),
            REPORT,
            EVIDENCE.wide(20),
            STATE.wide(9),
            together("reporting.column.acceptance", 18, OPINION, VERIFIED, ACCEPTED),
            together("reporting.column.approval", 13, APPROVAL_OPINION, APPROVED, CLOSED),
            REMARK.wide(12));

    /** 问题清单: what was found. */
    static final List<LedgerColumn> PROBLEMS =
            List.of(NUMBER, ASPECT, CASE, PROBLEM, MANIFESTATION, CAUSE, PROBLEM_DUE, PROBLEM_STATE);

    /** 任务清单: what is to be done about it, until when, and what counts as done. */
    static final List<LedgerColumn> TASKS =
            List.of(NUMBER, ASPECT, PROBLEM, TARGET, MEASURE_CASE, MEASURE, STANDARD, KIND, DUE, STATE);

    /** 责任清单: who answers for it. */
    static final List<LedgerColumn> RESPONSIBILITY =
            List.of(NUMBER, PROBLEM, LEAD_OFFICIAL, LEAD_UNIT, MEASURE_CASE, MEASURE, UNIT, PERSON, SUPPORTING, DUE);

    /** Every fact in a column of its own, to be sorted and filtered. */
    static final List<LedgerColumn> DATA = List.of(
            NUMBER,
            ASPECT,
            CASE,
            PROBLEM,
            MANIFESTATION,
            CAUSE,
            TARGET,
            CLOSURE_STANDARD,
            LEAD_OFFICIAL,
            LEAD_UNIT,
            PROBLEM_DUE,
            PROBLEM_STATE,
            CLOSURE_OPINION,
            CLOSURE_VERIFIED,
            APPROVAL_OPINION,
            APPROVED,
            CLOSED,
            MEASURE_CASE,
            MEASURE,
            STANDARD,
            KIND,
            UNIT,
            PERSON,
            SUPPORTING,
            DUE,
            ORIGINAL_DUE,
            STATE,
            LEVEL,
            REPORT,
            EVIDENCE,
            OPINION,
            VERIFIED,
            ACCEPTED,
            REMARK);

    private LedgerColumn wide(int characters) {
        return new LedgerColumn(key, characters, group, value);
    }

    /** One below the other what stands in several columns of the same group. */
    private static LedgerColumn together(String key, int width, LedgerColumn... parts) {
        return new LedgerColumn(key, width, parts[0].group, (line, words) -> Stream.of(parts)
                .map(part -> words.word(part.value.apply(line, words)))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("\n")));
    }

    private static LedgerColumn problem(
            String key, int width, BiFunction<ProblemView, LedgerWords, @Nullable Object> value) {
        return new LedgerColumn(
                key,
                width,
                Group.PROBLEM,
                (line, words) -> value.apply(line.entry().problem(), words));
    }

    private static LedgerColumn closure(
            String key,
            int width,
            Function<LedgerEntry, @Nullable Sign> sign,
            BiFunction<Sign, LedgerWords, @Nullable Object> value) {
        return new LedgerColumn(
                key,
                width,
                Group.PROBLEM,
                (line, words) -> of(sign.apply(line.entry()), signed -> value.apply(signed, words)));
    }

    private static LedgerColumn measure(
            String key, int width, BiFunction<LedgerEntry.Measure, LedgerWords, @Nullable Object> value) {
        return new LedgerColumn(
                key, width, Group.LINE, (line, words) -> of(line.measure(), measure -> value.apply(measure, words)));
    }

    private static LedgerColumn view(
            String key, int width, BiFunction<MeasureView, LedgerWords, @Nullable Object> value) {
        return measure(key, width, (measure, words) -> value.apply(measure.view(), words));
    }

    private static LedgerColumn acceptance(
            String key, int width, BiFunction<Sign, LedgerWords, @Nullable Object> value) {
        return measure(
                key, width, (measure, words) -> of(measure.accepted(), accepted -> value.apply(accepted, words)));
    }

    private static <T> @Nullable Object of(@Nullable T given, Function<T, @Nullable Object> value) {
        return given == null ? null : value.apply(given);
    }

    /** How near the date is, for what still runs. */
    private static @Nullable Object level(LedgerLine line, LedgerWords words) {
        LedgerEntry.Measure measure = line.measure();
        ProblemView problem = line.entry().problem();
        boolean done =
                measure == null ? problem.state().closed() : measure.view().state() == MeasureState.ACCEPTED;
        return done
                ? null
                : words.level(
                        measure == null ? problem.caseNumber() : measure.view().caseNumber());
    }

    private static String remark(MeasureView view, LedgerWords words) {
        String again = view.attempt() > 1 ? words.text("rectification.case.attempt", view.attempt()) : "";
        String moved = view.due().equals(view.originalDue())
                ? ""
                : words.text("reporting.originally", words.date(view.originalDue()));
        return again.isEmpty() || moved.isEmpty() ? again + moved : again + "\n" + moved;
    }

    private static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : Dates.day(at);
    }
}
