package org.bihuan;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.audit.AuditRecord;
import org.bihuan.evidence.EvidenceKind;
import org.bihuan.evidence.NewEvidence;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.MeasureKind;
import org.bihuan.rectification.MeasurePlan;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.NewMeasure;
import org.bihuan.rectification.Submission;
import org.bihuan.rectification.WorkForms;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.bihuan.worklist.Inbox;
import org.bihuan.worklist.WorkItemRow;
import org.junit.jupiter.api.Test;

/**
 * Many people at once on the same and on neighbouring cases, each doing whatever stands before them.
 * Whatever they were told is then held against what is stored.
 */
abstract class Storm extends LoopBed {

    private static final int PEOPLE_AT_ONCE = 8;
    private static final int ACTS = 30;
    /** Steps done by all together, below which it was no storm; who has acted enough goes on until then. */
    private static final int ENOUGH = 40;

    private static final int MOST_ACTS = 200;
    private static final long SEED = 20260105;

    private static final List<String> LOGINS =
            List.of(CLERK, HANDLER, HANDLER, HEAD, LEADER, VERIFIER, INSPECTOR, APPROVER);

    private static final Map<String, String> MEASURE_MAY = Map.of(
            "", "measure.added measure.started",
            "measure.added", "measure.started",
            "measure.started", "measure.acknowledged",
            "measure.acknowledged", "measure.submitted",
            "measure.submitted", "measure.reviewed measure.returned",
            "measure.reviewed", "measure.accepted measure.returned",
            "measure.returned", "measure.submitted",
            "measure.accepted", "measure.started");

    private static final Map<String, String> PROBLEM_MAY = Map.ofEntries(
            Map.entry("", "problem.assigned"),
            Map.entry("problem.assigned", "problem.started"),
            Map.entry("problem.started", "plan.drafted"),
            Map.entry("plan.drafted", "plan.approved plan.returned"),
            Map.entry("plan.returned", "plan.drafted"),
            Map.entry("plan.approved", "closure.proposed"),
            Map.entry("closure.proposed", "closure.reviewed closure.returned"),
            Map.entry("closure.reviewed", "closure.verified closure.returned"),
            Map.entry("closure.verified", "closure.approved closure.returned"),
            Map.entry("closure.returned", "closure.proposed"),
            Map.entry("closure.approved", "problem.closed"),
            Map.entry("problem.closed", "followUp.done"));

    /** Actions that complete a work item. */
    private static final Set<String> COMPLETING = Set.of(
            "measure.acknowledged",
            "measure.submitted",
            "measure.reviewed",
            "measure.returned",
            "measure.accepted",
            "plan.drafted",
            "plan.approved",
            "plan.returned",
            "closure.proposed",
            "closure.reviewed",
            "closure.verified",
            "closure.approved",
            "closure.returned",
            "followUp.done");

    private enum Kind {
        SUBMIT,
        CLAIM,
        UNCLAIM,
        MOVE,
        ADD
    }

    /** Something that a person was told is done. */
    private record Told(Kind kind, long workItem, long person) {}

    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();

    @Test
    void nothing_is_lost_doubled_or_out_of_order_when_many_act_at_once() throws Exception {
        List<CaseNumber> problems =
                Stream.of("SA2026", "SB2026", "SC2026").map(this::started).toList();
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE_AT_ONCE);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < PEOPLE_AT_ONCE; i++) {
                Random random = new Random(SEED + i);
                running.add(people.submit(() -> act(problems, random)));
            }
            for (Future<?> one : running) {
                one.get(10, TimeUnit.MINUTES);
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(faults).isEmpty();
        runJobs();

        assertThat(told(Kind.SUBMIT)).hasSizeGreaterThanOrEqualTo(ENOUGH);
        assertThat(told(Kind.CLAIM)).isNotEmpty();
        assertThat(told(Kind.MOVE)).isNotEmpty();
        assertThat(refusals).doesNotContain("shared.busy");
        assertEachCompletionIsStoredOnceForWhoWasTold();
        List<AuditRecord> all = problems.stream()
                .flatMap(problem -> trail.ofProblem(problem.value(), null, 500).stream())
                .toList();
        assertTheTrailSaysWhatPeopleWereTold(all);
        Map<String, List<AuditRecord>> byCase = all.stream().collect(Collectors.groupingBy(AuditRecord::stream));
        byCase.forEach((number, entries) -> {
            assertThat(trail.verify(number).faults()).as(number).isEmpty();
            assertLegal(number, trail.ofStream(number), number.contains("-M") ? MEASURE_MAY : PROBLEM_MAY);
        });
        assertInboxIsWhatTheEngineSays();
    }

    private void act(List<CaseNumber> problems, Random random) {
        for (int i = 0; i < ACTS || i < MOST_ACTS && told(Kind.SUBMIT).size() < ENOUGH; i++) {
            CaseNumber problem = problems.get(random.nextInt(problems.size()));
            int dice = random.nextInt(100);
            if (dice < 8) {
                attempt(VERIFIER, () -> move(problem, random));
            } else if (dice < 11) {
                attempt(CLERK, () -> add(problem, random));
            } else {
                List<String> people = new ArrayList<>(LOGINS);
                Collections.shuffle(people, random);
                people.stream()
                        .filter(login -> as.call(login, () -> inbox.count(Inbox.Tab.ALL, "")) > 0)
                        .findFirst()
                        .ifPresent(login -> attempt(login, () -> work(random)));
            }
        }
    }

    private void attempt(String login, Runnable act) {
        try {
            as.run(login, act);
        } catch (RuleViolation refusal) {
            refusals.add(refusal.key());
        } catch (NotFound gone) {
            refusals.add("gone");
        } catch (RuntimeException fault) {
            faults.add(fault);
        }
    }

    private void tell(Kind kind, long workItem) {
        told.add(new Told(kind, workItem, currentActor.require().personId()));
    }

    private void move(CaseNumber problem, Random random) {
        List<MeasureView> measures = cases.measures(problem);
        work.moveDue(
                measures.get(random.nextInt(measures.size())).caseNumber(),
                DUE.plusDays(random.nextInt(60)),
                "等待上级批复。");
        tell(Kind.MOVE, 0);
    }

    private void add(CaseNumber problem, Random random) {
        String text = "新增措施" + random.nextInt(1_000_000);
        MeasureView like = cases.measures(problem).get(0);
        work.addMeasure(
                problem,
                new NewMeasure(
                        text,
                        text,
                        "台账可查。",
                        MeasureKind.IMMEDIATE,
                        Set.of(EvidenceKind.DOCUMENT),
                        LATER_DUE,
                        like.responsibleUnit(),
                        like.personResponsible()));
        tell(Kind.ADD, 0);
    }

    private void work(Random random) {
        List<WorkItemRow> rows = inbox.page(Inbox.Tab.ALL, "", null, 0, 50);
        if (rows.isEmpty()) {
            return;
        }
        WorkItemRow row = rows.get(random.nextInt(rows.size()));
        if (row.kind() == WorkItemRow.Kind.CLAIM) {
            work.claim(row.id());
            tell(Kind.CLAIM, row.id());
        } else if (random.nextInt(10) == 0) {
            work.unclaim(row.id());
            tell(Kind.UNCLAIM, row.id());
        } else {
            work.submit(row.id(), submission(row, random));
            tell(Kind.SUBMIT, row.id());
        }
    }

    private Submission submission(WorkItemRow row, Random random) {
        CaseNumber number = new CaseNumber(row.caseNumber());
        boolean approve = random.nextInt(5) > 0;
        return switch (String.valueOf(row.formKey())) {
            case WorkForms.PLAN_DRAFT -> planOf(number);
            case WorkForms.MEASURE_ACKNOWLEDGE -> new Submission.Acknowledge();
            case WorkForms.MEASURE_CARRY_OUT -> {
                evidence.add(
                        new NewEvidence(
                                number.value(),
                                EvidenceKind.DOCUMENT,
                                "细则.txt",
                                cases.measure(number).attempt()),
                        new ByteArrayInputStream(("材料" + random.nextInt()).getBytes(StandardCharsets.UTF_8)),
                        currentActor.require());
                yield new Submission.CarryOut("已完成。");
            }
            case WorkForms.CLOSURE_PROPOSE -> new Submission.Closure("全部措施已验收。");
            case WorkForms.FOLLOW_UP -> new Submission.FollowUp("成果保持。");
            default ->
                new Submission.Decided(
                        approve ? Decision.approve("属实。") : new Decision(false, "再补材料。", newDue(random), redo(row)));
        };
    }

    private static LocalDate newDue(Random random) {
        return LATER_DUE.plusDays(random.nextInt(30));
    }

    private Set<CaseNumber> redo(WorkItemRow row) {
        CaseNumber number = new CaseNumber(row.caseNumber());
        return number.isMeasure() || WorkForms.PLAN_REVIEW.equals(row.formKey()) ? Set.of() : Set.of(number.measure(1));
    }

    private Submission.Plan planOf(CaseNumber problem) {
        List<MeasurePlan> lines = cases.measures(problem).stream()
                .map(measure -> new MeasurePlan(
                        measure.caseNumber(),
                        "制度已印发。",
                        MeasureKind.TIME_LIMITED,
                        DUE,
                        requireNonNull(measure.responsibleUnit()),
                        requireNonNull(measure.personResponsible())))
                .toList();
        return new Submission.Plan("制度不健全。", "工作规范。", "措施全部验收。", lines);
    }

    private List<Told> told(Kind kind) {
        return told.stream().filter(one -> one.kind() == kind).toList();
    }

    private void assertEachCompletionIsStoredOnceForWhoWasTold() {
        List<Long> items = told(Kind.SUBMIT).stream().map(Told::workItem).toList();
        assertThat(items).doesNotHaveDuplicates();
        for (Told done : told(Kind.SUBMIT)) {
            assertThat(jdbc.queryForMap("select state, done_by from work_item where id = ?", done.workItem()))
                    .containsEntry("state", "DONE")
                    .containsEntry("done_by", done.person());
        }
        assertThat(jdbc.queryForObject("select count(*) from work_item where state = 'DONE'", Integer.class))
                .isEqualTo(items.size());
    }

    private void assertTheTrailSaysWhatPeopleWereTold(List<AuditRecord> all) {
        assertThat(all.size()).as("one page holds the trail of a problem").isLessThan(3 * 500);
        // Whoever claims what is theirs already is told yes, and nothing is written.
        assertThat(count(all, Set.of("task.claimed")))
                .isBetween(
                        (int) told(Kind.CLAIM).stream().distinct().count(),
                        told(Kind.CLAIM).size());
        assertThat(count(all, Set.of("task.unclaimed")))
                .isEqualTo(told(Kind.UNCLAIM).size());
        assertThat(count(all, Set.of("measure.added"))).isEqualTo(told(Kind.ADD).size());
        assertThat(count(all, COMPLETING)).isEqualTo(told(Kind.SUBMIT).size());
        assertThat(count(all, Set.of("measure.dueMoved")))
                .isEqualTo(rows("rect_due_move"))
                .isGreaterThanOrEqualTo(told(Kind.MOVE).size());
        assertThat(count(all, Set.of("measure.submitted"))).isEqualTo(rows("rect_attempt"));
        assertThat(count(all, Set.of("evidence.added"))).isEqualTo(rows("evidence_item"));
        assertThat(all).hasSize(rows("audit_event where problem is not null"));
    }

    private int rows(String table) {
        Integer count = jdbc.queryForObject("select count(*) from " + table, Integer.class);
        return count == null ? 0 : count;
    }

    private static int count(List<AuditRecord> all, Set<String> actions) {
        return (int)
                all.stream().filter(entry -> actions.contains(entry.action())).count();
    }

    private static void assertLegal(String number, List<AuditRecord> entries, Map<String, String> may) {
        Set<String> steps = may.values().stream()
                .flatMap(next -> Stream.of(next.split(" ")))
                .collect(Collectors.toSet());
        String last = "";
        for (AuditRecord entry : entries) {
            if (!steps.contains(entry.action())) {
                continue;
            }
            assertThat(may.getOrDefault(last, "").split(" "))
                    .as("%s after %s", number, last)
                    .contains(entry.action());
            last = entry.action();
        }
    }
}
