package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bihuan.rectification.Fixtures.AT;
import static org.bihuan.rectification.Fixtures.DOCUMENT;
import static org.bihuan.rectification.Fixtures.DUE;
import static org.bihuan.rectification.Fixtures.HANDLER;
import static org.bihuan.rectification.Fixtures.OFFICE;
import static org.bihuan.rectification.Fixtures.UNIT_HEAD;
import static org.bihuan.rectification.Fixtures.VERIFIER;
import static org.bihuan.rectification.Fixtures.assertRefused;
import static org.bihuan.rectification.Fixtures.measure;

import java.util.Map;
import java.util.Set;

import org.bihuan.evidence.EvidenceKind;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Level;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A measure from the plan to its acceptance: beginning, handing in, dates. */
class MeasureTest {

    @Test
    void goes_from_plan_to_acceptance_with_a_different_person_at_each_gate() {
        Measure measure = measure().accepted();

        assertThat(measure.accepted()).isTrue();
        assertThat(measure.view().acceptedAt()).isEqualTo(AT);
        assertThat(measure.doneBy(HANDLER)).isTrue();
        assertThat(measure.doneBy(UNIT_HEAD)).isFalse();
        assertThat(measure.verifiedBy(VERIFIER)).isTrue();
        assertThat(measure.verifiedBy(UNIT_HEAD)).isFalse();
    }

    @Nested
    class Beginning {

        @Test
        void the_plan_sets_date_and_people_and_its_date_is_the_original() {
            Measure measure = measure().planned();
            measure.plan(plan(measure), EvidenceRule.builtIn());

            assertThat(measure.due()).isEqualTo(DUE.plusDays(7));
            assertThat(measure.view().originalDue()).isEqualTo(DUE.plusDays(7));
            assertThat(measure.personResponsible()).isEqualTo(77);
            assertThat(measure.view().kind()).isEqualTo(MeasureKind.SUSTAINED);
        }

        @Test
        void the_class_decides_which_evidence_is_needed_besides_what_was_asked_for() {
            Measure measure = measure()
                    .evidence(EvidenceKind.DOCUMENT, EvidenceKind.PHOTO)
                    .planned();
            measure.plan(plan(measure), EvidenceRule.builtIn());
            assertThat(measure.requiredEvidence())
                    .containsExactly(EvidenceKind.DOCUMENT, EvidenceKind.CHECK_RECORD, EvidenceKind.PHOTO);
            EvidenceRule own = new EvidenceRule(Map.of(
                    MeasureKind.SUSTAINED, Set.of(EvidenceKind.FIGURES),
                    MeasureKind.TIME_LIMITED, Set.of(EvidenceKind.DOCUMENT)));
            Measure other = measure().evidence(EvidenceKind.DOCUMENT).planned();
            other.plan(plan(other), own);
            assertThat(other.requiredEvidence()).containsExactly(EvidenceKind.FIGURES);
            assertThatThrownBy(() -> new EvidenceRule(Map.of(MeasureKind.IMMEDIATE, Set.of())))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void the_plan_changes_nothing_once_the_work_has_begun() {
            Measure measure = measure().open();
            assertRefused(
                    "rectification.measure.notPlannable", () -> measure.plan(plan(measure), EvidenceRule.builtIn()));
        }

        private MeasurePlan plan(Measure measure) {
            return new MeasurePlan(
                    measure.caseNumber(), "standard", MeasureKind.SUSTAINED, DUE.plusDays(7), OFFICE, 77);
        }

        @Test
        void opens_once() {
            Measure measure = measure().open();
            assertThat(measure.state()).isEqualTo(MeasureState.ASSIGNED);
            assertRefused("rectification.measure.openedAlready", measure::open);
        }

        @Test
        void does_not_open_without_a_person_or_a_unit() {
            assertRefused(
                    "rectification.measure.nobodyResponsible",
                    () -> measure().person(null).open());
            assertRefused(
                    "rectification.measure.nobodyResponsible",
                    () -> measure().unit(null).open());
        }

        @Test
        void is_acknowledged_once_and_only_when_open() {
            Measure measure = measure().planned();
            assertRefused("rectification.measure.notToAcknowledge", measure::acknowledge);
            measure.open();
            measure.acknowledge();
            assertThat(measure.state()).isEqualTo(MeasureState.IN_PROGRESS);
            assertRefused("rectification.measure.notToAcknowledge", measure::acknowledge);
        }
    }

    @Nested
    class HandingIn {

        @Test
        void takes_a_report_and_the_required_evidence() {
            Measure measure = measure().submitted();
            assertThat(measure.state()).isEqualTo(MeasureState.SUBMITTED);
            assertThat(measure.report()).isEqualTo("done");
        }

        @Test
        void is_refused_before_the_receipt() {
            Measure measure = measure().open();
            assertRefused("rectification.measure.notInProgress", () -> measure.submit(HANDLER, "done", DOCUMENT));
        }

        @Test
        void is_refused_without_a_report_beside_its_field() {
            Measure measure = measure().inProgress();
            assertThat(assertRefused(
                                    "rectification.measure.reportMissing",
                                    () -> measure.submit(HANDLER, "  ", DOCUMENT))
                            .field())
                    .isEqualTo("report");
        }

        @Test
        void is_refused_while_a_required_kind_of_evidence_is_missing() {
            Measure measure = measure()
                    .evidence(EvidenceKind.DOCUMENT, EvidenceKind.PHOTO)
                    .inProgress();
            assertThat(measure.missing(DOCUMENT)).containsExactly(EvidenceKind.PHOTO);
            assertThat(assertRefused(
                                    "rectification.measure.evidenceMissing",
                                    () -> measure.submit(HANDLER, "done", DOCUMENT))
                            .field())
                    .isEqualTo("evidence");
            measure.submit(HANDLER, "done", Set.of(EvidenceKind.DOCUMENT, EvidenceKind.PHOTO));
            assertThat(measure.missing(Set.of(EvidenceKind.DOCUMENT, EvidenceKind.PHOTO)))
                    .isEmpty();
        }

        @Test
        void is_refused_without_any_evidence_even_where_no_kind_is_required() {
            Measure measure = measure().evidence().inProgress();
            assertRefused("rectification.measure.evidenceMissing", () -> measure.submit(HANDLER, "done", Set.of()));
            measure.submit(HANDLER, "done", Set.of(EvidenceKind.OTHER));
        }
    }

    @Nested
    class Dates {

        @Test
        void a_moved_date_keeps_the_original_and_takes_the_level_back() {
            Measure measure = measure().inProgress();
            measure.raise(Level.OVERDUE);
            measure.moveDue(DUE.plusDays(10));

            assertThat(measure.due()).isEqualTo(DUE.plusDays(10));
            assertThat(measure.view().originalDue()).isEqualTo(DUE);
            assertThat(measure.level()).isEqualTo(Level.NORMAL);
        }

        @Test
        void the_date_of_an_accepted_measure_does_not_move() {
            Measure measure = measure().accepted();
            assertRefused("rectification.measure.acceptedAlready", () -> measure.moveDue(DUE.plusDays(1)));
        }

        @Test
        void the_level_rises_and_never_falls() {
            Measure measure = measure().inProgress();
            assertThat(measure.raise(Level.OVERDUE)).isTrue();
            assertThat(measure.raise(Level.OVERDUE)).isFalse();
            assertThat(measure.raise(Level.WARNING)).isFalse();
            assertThat(measure.level()).isEqualTo(Level.OVERDUE);
        }

        @Test
        void the_level_of_an_accepted_measure_does_not_rise() {
            assertThat(measure().accepted().raise(Level.OVERDUE)).isFalse();
        }
    }

    @Test
    void carries_the_number_of_its_problem() {
        assertThat(measure().ordinal(3).planned().caseNumber()).isEqualTo(new CaseNumber("XH2025-P01-M03"));
        assertThat(measure().planned().problemNumber()).isEqualTo(new CaseNumber("XH2025-P01"));
    }
}
