package org.bihuan.bench;

/** The steps of people in a case, in their order; those of measures happen once for each measure. */
enum Step {
    DRAFT_PLAN("userTask_draftPlan", false, Who.HANDLER),
    REVIEW_PLAN("userTask_reviewPlan", false, Who.LEADER),
    ACKNOWLEDGE("userTask_acknowledge", true, Who.HANDLER),
    CARRY_OUT("userTask_carryOut", true, Who.HANDLER),
    REVIEW_MEASURE("userTask_reviewMeasure", true, Who.HEAD),
    VERIFY_MEASURE("userTask_verifyMeasure", true, Who.VERIFIER),
    PROPOSE_CLOSURE("userTask_proposeClosure", false, Who.HEAD),
    REVIEW_CLOSURE("userTask_reviewClosure", false, Who.LEADER),
    VERIFY_CLOSURE("userTask_verifyClosure", false, Who.VERIFIER),
    APPROVE_CLOSURE("userTask_approveClosure", false, Who.APPROVER);

    private final String taskKey;
    private final boolean ofMeasure;
    private final Who who;

    Step(String taskKey, boolean ofMeasure, Who who) {
        this.taskKey = taskKey;
        this.ofMeasure = ofMeasure;
        this.who = who;
    }

    /** Id of the user task in the model. */
    String taskKey() {
        return taskKey;
    }

    boolean ofMeasure() {
        return ofMeasure;
    }

    Who who() {
        return who;
    }

    /** Whether a gateway behind the step reads an outcome. */
    boolean decides() {
        return switch (this) {
            case DRAFT_PLAN, ACKNOWLEDGE, CARRY_OUT, PROPOSE_CLOSURE -> false;
            default -> true;
        };
    }

    /** Who does it; handler and leader are given it, the others claim it first. */
    enum Who {
        HANDLER(false),
        LEADER(false),
        HEAD(true),
        VERIFIER(true),
        APPROVER(true);

        private final boolean claims;

        Who(boolean claims) {
            this.claims = claims;
        }

        boolean claims() {
            return claims;
        }

        String login() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
