package org.bihuan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.bihuan.audit.AuditTrail;
import org.bihuan.audit.ChainCheck;
import org.bihuan.audit.Trails;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What must agree at every moment between two transactions, read from outside the product: engine, read
 * model, aggregates, trail, timers, evidence. Nothing here goes through the product's own services but the
 * check of the hash chains.
 */
final class Consistency {

    /** The step in which a measure or a problem of a state must stand; states not named stand in none of their own. */
    private static final Map<String, String> STEP_OF_STATE = Map.of(
            "M:ASSIGNED", "userTask_acknowledge",
            "M:IN_PROGRESS", "userTask_carryOut",
            "M:SUBMITTED", "userTask_reviewMeasure",
            "M:REVIEWED", "userTask_verifyMeasure",
            "P:PLANNING", "userTask_draftPlan",
            "P:PLAN_REVIEW", "userTask_reviewPlan",
            "P:PROPOSED", "userTask_reviewClosure",
            "P:REVIEWED", "userTask_verifyClosure",
            "P:VERIFIED", "userTask_approveClosure");

    /** What a person's done step leaves in the trail: one entry of the step's own kind. */
    private static final Map<String, String> STEP_OF_ENTRY = Map.ofEntries(
            Map.entry("measure.acknowledged", "acknowledge"),
            Map.entry("measure.submitted", "submit"),
            Map.entry("measure.reviewed", "judge"),
            Map.entry("measure.returned", "judge"),
            Map.entry("measure.accepted", "judge"),
            Map.entry("plan.drafted", "plan"),
            Map.entry("plan.approved", "judge plan"),
            Map.entry("plan.returned", "judge plan"));

    private static final Map<String, String> DONE_STEP = Map.of(
            "userTask_acknowledge", "acknowledge",
            "userTask_carryOut", "submit",
            "userTask_reviewMeasure", "judge",
            "userTask_verifyMeasure", "judge",
            "userTask_draftPlan", "plan",
            "userTask_reviewPlan", "judge plan");

    private final JdbcTemplate jdbc;
    private final AuditTrail trail;
    private final Path evidence;

    Consistency(DataSource database, Path dataFolder) {
        this.jdbc = new JdbcTemplate(database);
        this.trail = Trails.of(database);
        this.evidence = dataFolder.resolve("evidence");
    }

    /** Checks all of it. */
    void check() {
        chainsAreIntact();
        readModelIsWhatTheEngineSays();
        everyCaseStandsInTheStepOfItsState();
        everyDoneStepIsInTheTrailOnce();
        timersStandOnceAndNoneFailed();
        everyFileOnRecordIsWhole();
    }

    private void chainsAreIntact() {
        List<ChainCheck> broken = jdbc.queryForList("select distinct stream from audit_event", String.class).stream()
                .map(trail::verify)
                .filter(check -> !check.intact())
                .toList();
        assertThat(broken).as("broken chains").isEmpty();
    }

    private void readModelIsWhatTheEngineSays() {
        Set<String> tasks = lines("select t.ID_, t.TASK_DEF_KEY_, p.BUSINESS_KEY_, t.ASSIGNEE_ from ACT_RU_TASK t"
                + " join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_");
        assertThat(lines("select id, step_key, case_number, assignee from work_item where state = 'OPEN'"))
                .as("open work items and engine's tasks")
                .isEqualTo(tasks);
        Set<String> before = lines("select ASSIGNEE_, 'MINE', ID_ from ACT_RU_TASK where ASSIGNEE_ is not null");
        before.addAll(
                lines(
                        "select l.GROUP_ID_, 'CLAIM', t.ID_ from ACT_RU_TASK t"
                                + " join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_ where t.ASSIGNEE_ is null and l.GROUP_ID_ is not null"));
        assertThat(lines("select principal, kind, item_id from work_inbox where kind <> 'ESCALATED'"))
                .as("inbox and engine's assignments")
                .isEqualTo(before);
    }

    private void everyCaseStandsInTheStepOfItsState() {
        Map<String, String> steps = new TreeMap<>();
        jdbc.query("select case_number, step_key from work_item where state = 'OPEN'", row -> {
            assertThat(steps.put(row.getString(1), row.getString(2)))
                    .as("a second step of %s", row.getString(1))
                    .isNull();
        });
        List<String> wrong = new ArrayList<>();
        jdbc.query(
                "select case_number, concat('M:', state) from rect_measure"
                        + " union all select case_number, concat('P:', state) from rect_problem",
                row -> {
                    String expected = STEP_OF_STATE.get(row.getString(2));
                    String actual = steps.get(row.getString(1));
                    boolean free = expected == null && !STEP_OF_STATE.containsValue(String.valueOf(actual));
                    if (!free && !String.valueOf(actual).equals(expected)) {
                        wrong.add(row.getString(1) + " is " + row.getString(2) + " and stands in " + actual);
                    }
                });
        assertThat(wrong).isEmpty();
        assertThat(lines("select case_number, attempt from rect_attempt where ended_at is null"))
                .as("work handed in and not yet judged")
                .isEqualTo(lines(
                        "select case_number, attempt from rect_measure where state in ('SUBMITTED', 'REVIEWED')"));
    }

    private void everyDoneStepIsInTheTrailOnce() {
        Map<String, Integer> entries = new TreeMap<>();
        jdbc.query("select stream, action from audit_event where problem is not null", row -> {
            String step = STEP_OF_ENTRY.get(row.getString(2));
            if (step != null) {
                entries.merge(row.getString(1) + " " + step, 1, Integer::sum);
            }
        });
        Map<String, Integer> done = new TreeMap<>();
        jdbc.query("select case_number, step_key from work_item where state = 'DONE'", row -> {
            String step = DONE_STEP.get(row.getString(2));
            if (step != null) {
                done.merge(row.getString(1) + " " + step, 1, Integer::sum);
            }
        });
        assertThat(entries).as("entries of the trail and done steps").isEqualTo(done);
        assertThat(lines("select case_number, count(*) from evidence_item group by case_number"))
                .as("evidence and its entries in the trail")
                .isEqualTo(lines(
                        "select stream, count(*) from audit_event where action = 'evidence.added' group by stream"));
    }

    private void timersStandOnceAndNoneFailed() {
        assertThat(lines("select EXECUTION_ID_, HANDLER_CFG_, count(*) from ACT_RU_JOB"
                        + " group by EXECUTION_ID_, HANDLER_CFG_ having count(*) > 1"))
                .as("timers that stand twice")
                .isEmpty();
        assertThat(lines("select ID_, EXCEPTION_MSG_ from ACT_RU_JOB where RETRIES_ < 3 or EXCEPTION_MSG_ is not null"))
                .as("failed jobs")
                .isEmpty();
        assertThat(lines("select ID_, INCIDENT_MSG_ from ACT_RU_INCIDENT"))
                .as("incidents")
                .isEmpty();
        assertThat(lines("select a.stream, a.action, count(*) from audit_event a"
                        + " where a.action in ('measure.reminded', 'measure.escalated') group by a.stream, a.action"
                        + " having count(*) > (select count(*) from work_item w"
                        + " where w.case_number = a.stream and w.step_key = 'userTask_carryOut')"))
                .as("reminded or escalated twice")
                .isEmpty();
        assertThat(lines("select BUSINESS_KEY_, count(*) from ACT_HI_PROCINST where END_TIME_ is null"
                        + " group by BUSINESS_KEY_ having count(*) > 1"))
                .as("processes started twice")
                .isEmpty();
    }

    private void everyFileOnRecordIsWhole() {
        jdbc.query("select b.sha256, b.size from evidence_blob b", row -> {
            String sha256 = row.getString(1).strip();
            Path file = evidence.resolve(sha256.substring(0, 2))
                    .resolve(sha256.substring(2, 4))
                    .resolve(sha256);
            assertThat(file).hasSize(row.getLong(2));
            assertThat(digest(file)).isEqualTo(sha256);
        });
        assertThat(lines("select distinct i.sha256 from evidence_item i"
                        + " where not exists (select 1 from evidence_blob b where b.sha256 = i.sha256)"))
                .as("items without a file on record")
                .isEmpty();
    }

    /** Whether the store holds exactly the files that are on record: the state to which a sweep brings it. */
    boolean storeIsSwept() {
        Set<String> onRecord = lines("select sha256 from evidence_blob");
        try (Stream<Path> files = Files.walk(evidence)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .collect(Collectors.toSet())
                    .equals(onRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Timers and continuations that should have run by now. */
    int dueJobs() {
        Integer count = jdbc.queryForObject(
                "select count(*) from ACT_RU_JOB where DUEDATE_ is null or DUEDATE_ <= ?",
                Integer.class,
                Timestamp.from(Instant.now()));
        return count == null ? 0 : count;
    }

    /** How often something stands in the trail of a case. */
    int entries(String caseNumber, String action) {
        Integer count = jdbc.queryForObject(
                "select count(*) from audit_event where stream = ? and action = ?", Integer.class, caseNumber, action);
        return count == null ? 0 : count;
    }

    /** The state of a measure. */
    String state(String measure) {
        return String.valueOf(
                jdbc.queryForObject("select state from rect_measure where case_number = ?", String.class, measure));
    }

    /** Files on record for a case, by name. */
    List<String> files(String caseNumber) {
        return jdbc.queryForList("select file_name from evidence_item where case_number = ?", String.class, caseNumber);
    }

    /** Half-filled forms that the product has kept. */
    List<String> drafts() {
        return jdbc.queryForList("select content from work_draft", String.class);
    }

    private Set<String> lines(String sql) {
        Set<String> lines = new TreeSet<>();
        jdbc.query(sql, row -> {
            List<String> parts = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                parts.add(String.valueOf(row.getString(i)).strip());
            }
            lines.add(String.join(" ", parts));
        });
        return lines;
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
