package org.bihuan.rectification.workflow;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.stream.Stream;

import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.LostRace;
import org.bihuan.shared.RuleViolation;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which of the engine's exceptions count as a lost race, after which a command is tried again. */
class EnginePortTest {

    private static final CaseNumber MEASURE = new CaseNumber("XH2025-P02-M03");

    private final ProcessEngine engine = mock(ProcessEngine.class);
    private final StepHands hands = mock(StepHands.class);

    @BeforeEach
    void running() {
        when(engine.getProcessEngineConfiguration()).thenReturn(mock(ProcessEngineConfigurationImpl.class));
    }

    private void reassign(RuntimeException thrown) {
        when(hands.reassign(MEASURE)).thenThrow(thrown);
        new EnginePort(engine, mock(DiagramReader.class), hands).reassign(MEASURE);
    }

    private static Stream<RuntimeException> lost() {
        return Stream.of(
                new OptimisticLockingException("changed by another transaction"),
                new NullValueException("Cannot find task with id 41: task is null"),
                new ProcessEngineException(
                        "Exception while handling task event", new NullValueException("task is null")));
    }

    @ParameterizedTest
    @MethodSource("lost")
    void rows_that_another_has_changed_or_taken_away_are_a_lost_race(RuntimeException thrown) {
        assertThatThrownBy(() -> reassign(thrown))
                .isInstanceOf(LostRace.class)
                .cause()
                .isSameAs(thrown);
    }

    @Test
    void another_failure_of_the_engine_stays_what_it_is() {
        ProcessEngineException alone = new ProcessEngineException("no such process definition");
        assertThatThrownBy(() -> reassign(alone)).isSameAs(alone);
    }

    @Test
    void a_rule_that_refuses_the_step_to_come_is_told_as_it_is() {
        RuleViolation refusal = new RuleViolation("calendar.noData", "2027");
        ProcessEngineException wrapped = new ProcessEngineException("Exception while handling task event", refusal);
        assertThatThrownBy(() -> reassign(wrapped)).isSameAs(refusal);
    }

    @Test
    void a_failure_that_a_listener_met_for_another_reason_stays_what_it_is() {
        ProcessEngineException wrapped = new ProcessEngineException(
                "Exception while handling task event", new IllegalStateException("no such unit"));
        assertThatThrownBy(() -> reassign(wrapped)).isSameAs(wrapped);
    }
}
