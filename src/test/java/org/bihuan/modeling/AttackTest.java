package org.bihuan.modeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each way to run code through a model: it works on the engine as delivered, ours refuses it before the
 * deployment, and even a model smuggled past the check leaves no trace. The trace is a file.
 */
class AttackTest {

    private static ProcessEngine plain;
    private static ProcessEngine hardened;
    private static ProcessEngine unchecked;

    @TempDir
    Path dir;

    /** A model in which {@code MARKER} stands for the path of the file that the attack makes. */
    record Attack(String name, String finding, String model) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final String WRITE = "${''.getClass().forName('java.io.File').getConstructor(''.getClass())"
            + ".newInstance('MARKER').createNewFile()}";
    private static final String WRITE_BY_EXECUTION =
            "${execution.processEngineServices.taskService.getClass().forName('java.io.File')"
                    + ".getConstructor(''.getClass()).newInstance('MARKER').createNewFile()}";
    private static final String BY_CLASS = Marker.class.getName();

    static Stream<Attack> attacks() {
        return Stream.of(
                new Attack(
                        "reflection in a service task's expression",
                        "expression",
                        Bpmn.line("<bpmn:serviceTask id=\"step\" camunda:expression=\"" + WRITE + "\"/>")),
                new Attack(
                        "reflection in a delegate expression",
                        "step",
                        Bpmn.line("<bpmn:serviceTask id=\"step\" camunda:delegateExpression=\"" + WRITE + "\"/>")),
                new Attack(
                        "reflection in an assignee",
                        "assignment",
                        Bpmn.line("<bpmn:userTask id=\"step\" camunda:assignee=\"" + WRITE + "\"/>")),
                new Attack(
                        "reflection in the name of a task",
                        "expression",
                        Bpmn.line("<bpmn:userTask id=\"step\" name=\"" + WRITE + "\">" + Bpmn.ASSIGNED
                                + "</bpmn:userTask>")),
                new Attack(
                        "reflection in the documentation of a task",
                        "expression",
                        Bpmn.line("<bpmn:userTask id=\"step\"><bpmn:documentation>" + WRITE + "</bpmn:documentation>"
                                + Bpmn.ASSIGNED + "</bpmn:userTask>")),
                new Attack(
                        "reflection in a condition",
                        "condition",
                        Bpmn.model(
                                Bpmn.START,
                                "<bpmn:exclusiveGateway id=\"g\" default=\"f_g_end\"/>",
                                Bpmn.END,
                                Bpmn.userTask("t"),
                                Bpmn.flow("start", "g"),
                                Bpmn.flow("g", "end"),
                                "<bpmn:sequenceFlow id=\"f\" sourceRef=\"g\" targetRef=\"t\"><bpmn:conditionExpression"
                                        + " xsi:type=\"bpmn:tFormalExpression\">" + WRITE
                                        + "</bpmn:conditionExpression></bpmn:sequenceFlow>")),
                new Attack(
                        "the engine's services by the execution",
                        "expression",
                        Bpmn.line("<bpmn:serviceTask id=\"step\" camunda:expression=\"" + WRITE_BY_EXECUTION + "\"/>")),
                new Attack("a shell task", "type", Bpmn.line("""
                                <bpmn:serviceTask id="step" camunda:type="shell"><bpmn:extensionElements>
                                  <camunda:field name="command"><camunda:string>touch</camunda:string></camunda:field>
                                  <camunda:field name="arg1"><camunda:string>MARKER</camunda:string></camunda:field>
                                  <camunda:field name="wait"><camunda:string>true</camunda:string></camunda:field>
                                </bpmn:extensionElements></bpmn:serviceTask>""")),
                new Attack(
                        "a script in the engine's own expressions",
                        "script",
                        Bpmn.line("<bpmn:scriptTask id=\"step\" scriptFormat=\"juel\"><bpmn:script>" + WRITE
                                + "</bpmn:script></bpmn:scriptTask>")),
                new Attack(
                        "a class as a service task",
                        "class",
                        Bpmn.line("<bpmn:serviceTask id=\"step\" camunda:class=\"" + BY_CLASS + "\"/>", "")),
                new Attack("a class as a listener of an execution", "listener", Bpmn.line("""
                                <bpmn:manualTask id="step"><bpmn:extensionElements>
                                  <camunda:executionListener event="start" class="%s"/>
                                </bpmn:extensionElements></bpmn:manualTask>""".formatted(BY_CLASS))),
                new Attack("a class as a listener of a task", "listener", Bpmn.line("""
                                <bpmn:userTask id="step"><bpmn:extensionElements>
                                  <camunda:taskListener event="create" class="%s"/>
                                </bpmn:extensionElements></bpmn:userTask>""".formatted(BY_CLASS))),
                new Attack("reflection in an input mapping", "mapping", Bpmn.line("""
                                <bpmn:manualTask id="step"><bpmn:extensionElements><camunda:inputOutput>
                                  <camunda:inputParameter name="x">%s</camunda:inputParameter>
                                </camunda:inputOutput></bpmn:extensionElements></bpmn:manualTask>""".formatted(WRITE))),
                new Attack("reflection in a timer", "timer", Bpmn.line("""
                                <bpmn:intermediateCatchEvent id="step"><bpmn:timerEventDefinition>
                                  <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">%s</bpmn:timeDuration>
                                </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>""".formatted(WRITE))),
                new Attack("reflection in a multi-instance collection", "collection", Bpmn.line("""
                                <bpmn:manualTask id="step">
                                  <bpmn:multiInstanceLoopCharacteristics camunda:collection="%s"/>
                                </bpmn:manualTask>""".formatted(WRITE))),
                new Attack(
                        "reflection in the key of a called process",
                        "call",
                        Bpmn.line("<bpmn:callActivity id=\"step\" calledElement=\"" + WRITE + "\"/>")),
                new Attack("reflection in the default of a form field", "attribute", Bpmn.line("""
                                <bpmn:userTask id="step"><bpmn:extensionElements><camunda:formData>
                                  <camunda:formField id="x" type="string" defaultValue="%s"/>
                                </camunda:formData></bpmn:extensionElements></bpmn:userTask>""".formatted(WRITE))));
    }

    @BeforeAll
    static void start() {
        Catalogue catalogue = Catalogue.of(new TestVocabulary());
        plain = Engines.plain();
        hardened = Engines.hardened(catalogue);
        unchecked = Engines.unchecked(catalogue);
    }

    @AfterAll
    static void stop() {
        List.of(plain, hardened, unchecked).forEach(ProcessEngine::close);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void runs_on_the_engine_as_delivered(Attack attack) {
        Marker.path = marker();
        run(plain, attack);
        assertThat(marker()).exists();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void is_refused_before_the_deployment(Attack attack) {
        RepositoryService repository = hardened.getRepositoryService();
        assertThatExceptionOfType(ModelRefused.class)
                .isThrownBy(() -> deploy(repository, attack))
                .satisfies(refused -> assertThat(refused.findings())
                        .extracting(Finding::key)
                        .contains("modeling.check." + attack.finding()));
        assertThat(repository.createDeploymentQuery().count()).isZero();
        assertThat(repository.createProcessDefinitionQuery().count()).isZero();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void leaves_no_trace_when_smuggled_past_the_check(Attack attack) {
        Marker.path = marker();
        assertThatThrownBy(() -> run(unchecked, attack)).isInstanceOf(ProcessEngineException.class);
        assertThat(marker()).doesNotExist();
    }

    @Test
    void a_task_query_runs_an_expression_on_the_engine_as_delivered_only() {
        String expression = WRITE.replace("MARKER", marker().toString());
        assertThatThrownBy(() -> query(unchecked, expression)).isInstanceOf(ProcessEngineException.class);
        assertThat(marker()).doesNotExist();

        query(plain, expression);
        assertThat(marker()).exists();
    }

    private static void query(ProcessEngine engine, String expression) {
        engine.getTaskService()
                .createTaskQuery()
                .or()
                .taskAssigneeExpression(expression)
                .taskName("none")
                .endOr()
                .list();
    }

    private void run(ProcessEngine engine, Attack attack) {
        deploy(engine.getRepositoryService(), attack);
        try {
            var instance = engine.getRuntimeService().startProcessInstanceByKey("attack-case", Map.of("one", 1));
            engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(instance.getId())
                    .list()
                    .forEach(task -> engine.getFormService().getTaskFormData(task.getId()));
        } catch (ProcessEngineException e) {
            // On the plain engine the trace is what counts: the result of the call is often no use to the engine.
            if (engine != plain) {
                throw e;
            }
        }
    }

    private void deploy(RepositoryService repository, Attack attack) {
        repository
                .createDeployment()
                .addString("attack-case.bpmn", attack.model().replace("MARKER", marker().toString()))
                .deploy();
    }

    private Path marker() {
        return dir.resolve("marker");
    }

    /** A class on our own class path that a model could name. */
    public static final class Marker implements JavaDelegate, ExecutionListener, TaskListener {

        static Path path = Path.of("unset");

        @Override
        public void execute(DelegateExecution execution) throws IOException {
            Files.createFile(path);
        }

        @Override
        public void notify(DelegateExecution execution) throws IOException {
            Files.createFile(path);
        }

        @Override
        public void notify(DelegateTask task) {
            try {
                Files.createFile(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
