package org.bihuan.modeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class HardenedEngineTest {

    private final TestVocabulary vocabulary = new TestVocabulary();
    private ProcessEngine engine;
    private ProcessEngine unchecked;

    @BeforeEach
    void start() {
        engine = Engines.hardened(Catalogue.of(vocabulary));
        unchecked = Engines.unchecked(Catalogue.of(vocabulary));
    }

    @AfterEach
    void stop() {
        engine.close();
        unchecked.close();
    }

    @Test
    void the_engine_is_configured_as_measured() {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(settings.getDatabaseSchemaUpdate()).isEqualTo("false");
        assertThat(settings.getHistoryLevel().getName()).isEqualTo("passed-elements");
        assertThat(settings.getHistoryRemovalTimeStrategy()).isEqualTo("start");
        assertThat(settings.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(settings.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(settings.getQueryMaxResultsLimit()).isEqualTo(EngineHardening.QUERY_LIMIT);
        assertThat(settings.isMetricsEnabled()).isFalse();
        assertThat(settings.isDbMetricsReporterActivate()).isFalse();
        assertThat(settings.isAuthorizationEnabled()).isFalse();
        assertThat(settings.isCmmnEnabled()).isFalse();
        assertThat(settings.isEnableXxeProcessing()).isFalse();
        assertThat(settings.isJobExecutorAcquireByDueDate()).isTrue();
        assertThat(settings.isJobExecutorPreferTimerJobs()).isTrue();
        assertThat(settings.getJobExecutor().getBackoffTimeInMillis()).isPositive();
        assertThat(settings.getJobExecutor().getMaxJobsPerAcquisition()).isEqualTo(8);
    }

    @Test
    void the_vocabulary_runs_and_ids_are_ordered_numbers() {
        String called = """
                <bpmn:process id="measure-rectification" isExecutable="true" camunda:historyTimeToLive="P30D">
                <bpmn:startEvent id="s"/><bpmn:endEvent id="e"/>%s</bpmn:process>""".formatted(Bpmn.flow("s", "e"));
        deploy(engine, "measure-rectification", Bpmn.definitions(called));
        deploy(engine, "attack-case", ModelCheckTest.good().replace(" camunda:asyncBefore=\"true\"", ""));
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "attack-case", "XH2025-P02", Map.of("remindAt", new Date(), "measureCase", "x"));
        assertThat(vocabulary.done).containsExactly("x");
        var tasks = engine.getTaskService();
        String first = tasks.createTaskQuery().singleResult().getId();
        assertThat(Long.parseLong(first)).isPositive();
        tasks.complete(first, Map.of("outcome", "returned"));
        String second = tasks.createTaskQuery().singleResult().getId();
        assertThat(Long.parseLong(second)).isGreaterThan(Long.parseLong(first));
        tasks.complete(second, Map.of("outcome", "approved"));
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
        // The elements are there for the diagram, the tasks are in the trail.
        var history = engine.getHistoryService();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .finished()
                        .activityType("userTask")
                        .count())
                .isEqualTo(2);
        assertThat(history.createHistoricTaskInstanceQuery().count()).isZero();
    }

    @Test
    void a_collection_above_the_cap_is_refused_while_running() {
        deploy(engine, "attack-case", Bpmn.line("""
                <bpmn:manualTask id="step"><bpmn:multiInstanceLoopCharacteristics
                camunda:collection="${openMeasures.of(execution)}"/></bpmn:manualTask>"""));
        vocabulary.measures = ModelLimits.INSTANCES;
        start(engine);
        vocabulary.measures = ModelLimits.INSTANCES + 1;
        assertThatThrownBy(() -> start(engine)).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void a_smuggled_timer_cannot_repeat_at_once() {
        String model = Bpmn.line(Bpmn.userTask("step"), """
                <bpmn:boundaryEvent id="b" attachedToRef="step" cancelActivity="false"><bpmn:timerEventDefinition>
                <bpmn:timeCycle>R/PT0S</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:boundaryEvent>""");
        deploy(unchecked, "attack-case", model);
        assertThatThrownBy(() -> start(unchecked)).isInstanceOf(ProcessEngineException.class);
        assertThat(unchecked.getManagementService().createJobQuery().count()).isZero();
    }

    @Test
    void a_smuggled_document_type_is_refused_by_the_engine_too() {
        String model =
                ModelCheckTest.good().replace("?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>");
        assertThatThrownBy(() -> deploy(unchecked, "attack-case", model)).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void a_variable_cannot_stand_in_for_a_step_and_lists_and_maps_can_be_read_only() {
        String model =
                Bpmn.line("<bpmn:serviceTask id=\"step\" camunda:resultVariable=\"r\" camunda:expression=\"EXPR\"/>");
        for (String allowed : List.of("${one + 1}", "${stepDone == null}")) {
            deploy(unchecked, "attack-case", model.replace("EXPR", allowed));
            unchecked.getRuntimeService().startProcessInstanceByKey("attack-case", Map.of("one", 1, "stepDone", "x"));
        }
        for (String refused :
                List.of("${execution.id}", "${one.class}", "${stepDone.execute(execution)}", "${now()}")) {
            assertThatThrownBy(() -> {
                        deploy(unchecked, "attack-case", model.replace("EXPR", refused));
                        unchecked.getRuntimeService().startProcessInstanceByKey("attack-case", Map.of("one", 1));
                    })
                    .as(refused)
                    .isInstanceOf(ProcessEngineException.class);
        }
        assertThat(vocabulary.done).isEmpty();
    }

    @Test
    void only_bpmn_files_can_be_deployed() {
        for (String name : List.of("rules.dmn", "case.cmmn", "form.form", "script.groovy")) {
            assertThatExceptionOfType(ModelRefused.class).isThrownBy(() -> engine.getRepositoryService()
                    .createDeployment()
                    .addString(name, "x")
                    .deploy());
        }
        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .isZero();
    }

    @Test
    void a_shipped_model_is_deployed_when_it_changed_and_never_over_a_version_of_an_admin() {
        var repository = engine.getRepositoryService();
        var shipped = new ShippedModels(repository, new ModelCheck(Catalogue.of(vocabulary)), "classpath*:none/*.bpmn");
        byte[] first = Bpmn.bytes(ModelCheckTest.good());
        shipped.deploy("attack-case.bpmn", first);
        shipped.deploy("attack-case.bpmn", first);
        assertThat(repository.createProcessDefinitionQuery().count()).isEqualTo(1);
        byte[] changed = Bpmn.bytes(ModelCheckTest.good().replace("P30D", "P31D"));
        shipped.deploy("attack-case.bpmn", changed);
        assertThat(repository.createProcessDefinitionQuery().count()).isEqualTo(2);
        deploy(engine, "attack-case", ModelCheckTest.good().replace("P30D", "P32D"));
        shipped.deploy("attack-case.bpmn", first);
        assertThat(repository.createProcessDefinitionQuery().count()).isEqualTo(3);
        assertThatExceptionOfType(ModelRefused.class)
                .isThrownBy(() -> shipped.deploy("attack-case.bpmn", Bpmn.bytes("<x/>")))
                .withMessageContaining("attack-case.bpmn")
                .withMessageContaining("modeling.check.notBpmn");
    }

    private static void start(ProcessEngine engine) {
        engine.getRuntimeService().startProcessInstanceByKey("attack-case");
    }

    private static void deploy(ProcessEngine engine, String key, String model) {
        engine.getRepositoryService()
                .createDeployment()
                .addString(key + ".bpmn", model)
                .deploy();
    }
}
