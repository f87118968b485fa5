package org.bihuan.rectification;

import java.util.Set;

/** Form keys of the steps: the closed catalogue that models may name. */
public final class WorkForms {

    public static final String PLAN_DRAFT = "bihuan:plan-draft";
    public static final String PLAN_REVIEW = "bihuan:plan-review";
    public static final String MEASURE_ACKNOWLEDGE = "bihuan:measure-acknowledge";
    public static final String MEASURE_CARRY_OUT = "bihuan:measure-carry-out";
    public static final String MEASURE_REVIEW = "bihuan:measure-review";
    public static final String MEASURE_VERIFY = "bihuan:measure-verify";
    public static final String CLOSURE_PROPOSE = "bihuan:closure-propose";
    public static final String CLOSURE_REVIEW = "bihuan:closure-review";
    public static final String CLOSURE_VERIFY = "bihuan:closure-verify";
    public static final String CLOSURE_APPROVE = "bihuan:closure-approve";
    public static final String FOLLOW_UP = "bihuan:follow-up";

    /** All of them. */
    public static final Set<String> ALL = Set.of(
            PLAN_DRAFT,
            PLAN_REVIEW,
            MEASURE_ACKNOWLEDGE,
            MEASURE_CARRY_OUT,
            MEASURE_REVIEW,
            MEASURE_VERIFY,
            CLOSURE_PROPOSE,
            CLOSURE_REVIEW,
            CLOSURE_VERIFY,
            CLOSURE_APPROVE,
            FOLLOW_UP);

    /** Those of steps at which somebody judges what others did. */
    public static final Set<String> JUDGING = Set.of(
            PLAN_REVIEW, MEASURE_REVIEW, MEASURE_VERIFY, CLOSURE_REVIEW, CLOSURE_VERIFY, CLOSURE_APPROVE, FOLLOW_UP);

    private WorkForms() {}
}
