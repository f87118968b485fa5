package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.bihuan.rectification.Fixtures.AT;
import static org.bihuan.rectification.Fixtures.HANDLER;
import static org.bihuan.rectification.Fixtures.LEADER;
import static org.bihuan.rectification.Fixtures.OFFICE;
import static org.bihuan.rectification.Fixtures.STRANGER;
import static org.bihuan.rectification.Fixtures.UNIT_HEAD;
import static org.bihuan.rectification.Fixtures.assertRefused;
import static org.bihuan.rectification.Fixtures.assigned;
import static org.bihuan.rectification.Fixtures.inPlaceOf;
import static org.bihuan.rectification.Fixtures.measureOf;
import static org.bihuan.rectification.Fixtures.planned;
import static org.bihuan.rectification.Fixtures.planning;
import static org.bihuan.rectification.Fixtures.problem;
import static org.bihuan.rectification.Fixtures.rectifying;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A problem from its assignment to the approved plan, and the measures that may join it. */
class ProblemTest {

    @Nested
    class Beginning {

        @Test
        void does_not_start_while_somebody_is_not_named() {
            assertRefused(
                    "rectification.problem.nobodyResponsible", () -> problem().start());
            for (Responsibility gap : List.of(
                    new Responsibility(null, OFFICE, OFFICE, 1L, Set.of()),
                    new Responsibility(3L, OFFICE, null, 1L, Set.of()),
                    new Responsibility(3L, OFFICE, OFFICE, null, Set.of()))) {
                Problem unnamed = problem();
                unnamed.assign(gap);
                assertRefused("rectification.problem.nobodyResponsible", unnamed::start);
            }
        }

        @Test
        void starts_once() {
            Problem started = assigned();
            started.start();
            assertThat(started.state()).isEqualTo(ProblemState.PLANNING);
            assertRefused("rectification.problem.startedAlready", started::start);
        }

        @Test
        void a_successor_is_named_in_every_state() {
            Problem closing = proposed();
            closing.name(new Responsibility(56L, null, OFFICE, 55L, Set.of()));
            assertThat(closing.personResponsible()).isEqualTo(55);
            assertThat(closing.leadOfficial()).isEqualTo(56);
        }

        @Test
        void a_successor_leads_only_where_what_waits_is_not_their_own() {
            assertRefused("rectification.duty.successorPlanned", () -> planned().requireMayLead(HANDLER));
            assertRefused(
                    "rectification.duty.successorProposed", () -> proposed().requireMayLead(UNIT_HEAD));
            assertThatCode(() -> planned().requireMayLead(UNIT_HEAD)).doesNotThrowAnyException();
            assertThatCode(() -> rectifying().requireMayLead(HANDLER)).doesNotThrowAnyException();
            assertThatCode(() -> proposed().requireMayLead(STRANGER)).doesNotThrowAnyException();
        }

        private Problem proposed() {
            Problem problem = rectifying();
            problem.proposeClosure(
                    UNIT_HEAD, "summary", List.of(measureOf(problem).accepted()));
            return problem;
        }
    }

    @Nested
    class Plan {

        @Test
        void is_drafted_only_while_planning() {
            assertRefused("rectification.problem.notPlanning", () -> assigned().draftPlan(HANDLER, "c", "t", "s"));
            assertRefused("rectification.problem.notPlanning", () -> planned().draftPlan(HANDLER, "c", "t", "s"));
            assertThat(planned().state()).isEqualTo(ProblemState.PLAN_REVIEW);
        }

        @Test
        void is_reviewed_only_when_there_is_one() {
            assertRefused("rectification.problem.noPlan", () -> planning().approvePlan(LEADER));
            assertRefused("rectification.problem.noPlan", () -> planning().returnPlan(LEADER, "why", AT));
        }

        @Test
        void is_neither_approved_nor_returned_by_who_drafted_it() {
            assertRefused("rectification.duty.plannerReviews", () -> planned().approvePlan(HANDLER));
            assertRefused("rectification.duty.plannerReviews", () -> planned().returnPlan(HANDLER, "why", AT));
            assertRefused("rectification.duty.plannerReviews", () -> planned().approvePlan(inPlaceOf(HANDLER, LEADER)));
            assertRefused("rectification.duty.plannerReviews", () -> planned().approvePlan(inPlaceOf(LEADER, HANDLER)));
        }

        @Test
        void returned_goes_back_to_planning_with_the_reason() {
            Problem returned = planned();
            returned.returnPlan(LEADER, "too vague", AT);
            assertThat(returned.state()).isEqualTo(ProblemState.PLANNING);
            assertThat(returned.view().lastReturn()).isEqualTo(new ReturnView("too vague", LEADER.name(), AT));
            returned.draftPlan(HANDLER, "c", "t", "s");
            assertThat(returned.view().lastReturn()).isNull();
        }
    }

    @Nested
    class LaterMeasures {

        @Test
        void join_while_the_plan_is_made_or_the_work_goes_on() {
            problem().requireOpenForMeasures();
            planning().requireOpenForMeasures();
            rectifying().requireOpenForMeasures();
        }

        @Test
        void are_refused_while_plan_or_closure_are_judged_and_afterwards() {
            assertRefused("rectification.problem.noMoreMeasures", planned()::requireOpenForMeasures);
            Problem proposed = rectifying();
            proposed.proposeClosure(
                    HANDLER, "summary", List.of(measureOf(proposed).accepted()));
            assertRefused("rectification.problem.noMoreMeasures", proposed::requireOpenForMeasures);
        }
    }
}
