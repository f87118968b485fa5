package org.bihuan.bench;

import java.util.List;
import java.util.Objects;

import org.bihuan.shared.CaseNumber;
import org.springframework.jdbc.core.JdbcTemplate;

/** One of the compared: the product, or a bare engine on the same models. */
interface Side {

    String name();

    /** Its own database, for look-ups that are the same on every side. */
    JdbcTemplate database();

    /** Problems that are ready to be started, with as many measures each. */
    List<CaseNumber> prepare(int problems, int measures);

    void start(CaseNumber problem);

    void claim(Step step, String task);

    void complete(Step step, CaseNumber number, String task);

    /** Runs an asynchronous job of the process. */
    void runJob(String job);

    /** Runs the act as who does a step; log-in and what goes with it stay outside of what is measured. */
    void as(Step.Who who, Runnable act);

    /** The open task of a step of a case. */
    default String task(Step step, CaseNumber number) {
        return Objects.requireNonNull(database()
                .queryForObject(
                        "select t.ID_ from ACT_RU_EXECUTION e join ACT_RU_TASK t on t.PROC_INST_ID_ = e.ID_"
                                + " where e.BUSINESS_KEY_ = ? and t.TASK_DEF_KEY_ = ?",
                        String.class,
                        number.value(),
                        step.taskKey()));
    }

    /** Asynchronous jobs of a problem that could run now. */
    default List<String> jobs(CaseNumber problem) {
        return database()
                .queryForList(
                        "select j.ID_ from ACT_RU_EXECUTION e join ACT_RU_JOB j on j.PROCESS_INSTANCE_ID_ = e.ID_"
                                + " where e.BUSINESS_KEY_ = ? and j.TYPE_ = 'message'",
                        String.class,
                        problem.value());
    }
}
