package org.bihuan.rectification;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.bihuan.audit.AuditRecord;
import org.bihuan.audit.AuditTrail;
import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Directory;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads cases, for whoever may read them ({@link ReadingRights}). */
@Service
@Transactional(readOnly = true)
public class CaseFile {

    private final CurrentActor currentActor;
    private final Aggregates aggregates;
    private final Directory directory;
    private final History history;
    private final ProcessPort process;
    private final SourceFacts facts;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final ObjectProvider<OpenSteps> openSteps;

    CaseFile(
            CurrentActor currentActor,
            Aggregates aggregates,
            Directory directory,
            History history,
            ProcessPort process,
            SourceFacts facts,
            AuditTrail trail,
            JdbcClient jdbc,
            ObjectProvider<OpenSteps> openSteps) {
        this.currentActor = currentActor;
        this.aggregates = aggregates;
        this.directory = directory;
        this.history = history;
        this.process = process;
        this.facts = facts;
        this.trail = trail;
        this.jdbc = jdbc;
        this.openSteps = openSteps;
    }

    /** The problem, or the one above a measure; {@link NotFound} also where the caller may not read it. */
    public ProblemView problem(CaseNumber number) {
        requireReadable(number);
        return aggregates.problem(number).view();
    }

    /**
     * What happened in a readable problem and its measures, the newest first.
     *
     * @param before id of the entry behind which the page begins, or null for the newest
     */
    public List<AuditRecord> timeline(CaseNumber problem, @Nullable Long before, int most) {
        requireReadable(problem);
        return trail.ofProblem(problem.value(), before, most);
    }

    /** A measure of a readable problem. */
    public MeasureView measure(CaseNumber number) {
        requireReadable(number);
        return aggregates.measure(number).view();
    }

    /** The measures of a readable problem in their order. */
    public List<MeasureView> measures(CaseNumber problem) {
        requireReadable(problem);
        return aggregates.measuresOf(aggregates.problem(problem)).stream()
                .map(Measure::view)
                .toList();
    }

    /** Earlier and present versions of a measure's handed-in work, newest first. */
    public List<AttemptView> attempts(CaseNumber measure) {
        requireReadable(measure);
        return history.attempts(measure);
    }

    /** Moves of a case's due date, oldest first. */
    public List<DueMoveView> dueMoves(CaseNumber number) {
        requireReadable(number);
        return history.moves(number);
    }

    /**
     * What the imported document counts and names for a measure, or for each measure of a problem; without
     * measures for which it does neither.
     */
    public Map<CaseNumber, CaseSource> sources(CaseNumber number) {
        requireReadable(number);
        return facts.of(number);
    }

    /** Supporting units of a case. */
    public Set<Long> supportingUnits(CaseNumber number) {
        requireReadable(number);
        return new TreeSet<>(jdbc.sql("select unit_id from rect_support where case_number = ?")
                .param(number.value())
                .query(Long.class)
                .list());
    }

    /** The process diagram of a readable case. */
    public CaseDiagram diagram(CaseNumber number) {
        requireReadable(number);
        return process.diagram(number);
    }

    /** Before whom a readable problem and its measures stand now, the earliest due first. */
    public List<OpenSteps.Step> openSteps(CaseNumber problem) {
        requireReadable(problem);
        return openSteps.stream()
                .flatMap(known -> known.of(problem.problem()).stream())
                .toList();
    }

    /** The few facts a list line shows; for the read models, so without a check of the caller. */
    public CaseBrief brief(CaseNumber number) {
        Problem problem = aggregates.problem(number);
        ProblemView view = problem.view();
        if (!number.isMeasure()) {
            Long unit = view.responsibleUnit();
            return new CaseBrief(
                    view.title(),
                    null,
                    unit,
                    unit == null ? null : directory.unit(unit).name(),
                    view.due(),
                    view.level());
        }
        Measure measure = aggregates.measure(number);
        Long unit = measure.responsibleUnit();
        return new CaseBrief(
                view.title(),
                measure.heading(),
                unit,
                unit == null ? null : directory.unit(unit).name(),
                measure.due(),
                measure.level());
    }

    private void requireReadable(CaseNumber number) {
        if (!mayRead(number, currentActor.require())) {
            throw new NotFound(number.value());
        }
    }

    /** Whether the actor may read the case. */
    public boolean mayRead(CaseNumber number, Actor actor) {
        ReadingRights rights = ReadingRights.of(actor);
        if (rights.all()) {
            return true;
        }
        ReadingRights.Sql readable = rights.problem(number.problem());
        return jdbc.sql(readable.text())
                .params(readable.args())
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
