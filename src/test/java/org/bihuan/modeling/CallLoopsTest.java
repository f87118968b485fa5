package org.bihuan.modeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.TreeMap;

import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Processes that call each other in a circle, wherever the other end of the circle lies. */
class CallLoopsTest {

    private static final Catalogue CATALOGUE = Catalogue.of(new TestVocabulary());
    private static final ProcessEngine ENGINE = Engines.hardened(CATALOGUE);

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    /** A process that calls another one from inside of a subprocess; for an empty name it ends at once. */
    private static String process(String key, String called) {
        String call = called.isEmpty() ? "" : """
                        <bpmn:subProcess id="inner"><bpmn:startEvent id="in"/>
                          <bpmn:callActivity id="call" calledElement="%s"/><bpmn:endEvent id="out"/>
                          %s %s</bpmn:subProcess>""".formatted(called, Bpmn.flow("in", "call"), Bpmn.flow("call", "out"));
        String flows =
                called.isEmpty() ? Bpmn.flow("start", "end") : Bpmn.flow("start", "inner") + Bpmn.flow("inner", "end");
        return "<bpmn:process id=\"%s\" isExecutable=\"true\" camunda:historyTimeToLive=\"P30D\">%s</bpmn:process>"
                .formatted(key, Bpmn.START + call + Bpmn.END + flows)
                .replace("id=\"start\"", "id=\"start_%s\"".formatted(key))
                .replace("\"start\"", "\"start_%s\"".formatted(key));
    }

    private void deploy(Map<String, String> calledByKey) {
        DeploymentBuilder deployment = ENGINE.getRepositoryService().createDeployment();
        new TreeMap<>(calledByKey)
                .forEach((key, called) -> deployment.addString(key + ".bpmn", Bpmn.definitions(process(key, called))));
        deployment.deploy();
    }

    private void refused(Map<String, String> calledByKey, String... ways) {
        assertThatExceptionOfType(ModelRefused.class)
                .isThrownBy(() -> deploy(calledByKey))
                .satisfies(refusal -> assertThat(refusal.findings())
                        .allMatch(finding -> "call".equals(finding.elementId())
                                && finding.key().equals("modeling.check.callLoop"))
                        .extracting(finding -> finding.args().get(1))
                        .containsExactlyInAnyOrder(ways));
    }

    @Test
    void a_circle_that_a_new_model_closes_through_deployed_ones_is_refused() {
        deploy(Map.of("case-a", "case-b"));
        deploy(Map.of("case-b", "case-c"));
        refused(Map.of("case-c", "case-a"), "case-a → case-b → case-c");
        assertThat(ENGINE.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("case-c")
                        .count())
                .isZero();
        assertThatCode(() -> deploy(Map.of("case-c", "case-d"))).doesNotThrowAnyException();
    }

    @Test
    void what_counts_is_the_latest_version_of_the_others() {
        deploy(Map.of("latest-a", "latest-b"));
        deploy(Map.of("latest-a", ""));
        assertThatCode(() -> deploy(Map.of("latest-b", "latest-a"))).doesNotThrowAnyException();
        refused(Map.of("latest-a", "latest-b"), "latest-b → latest-a");
    }

    @Test
    void a_circle_within_one_deployment_is_refused_at_both_of_its_ends() {
        refused(Map.of("joint-a", "joint-b", "joint-b", "joint-a"), "joint-b → joint-a", "joint-a → joint-b");
    }

    @Test
    void a_circle_within_one_file_is_found_without_an_engine() {
        byte[] both = Bpmn.bytes(Bpmn.definitions(process("file-a", "file-b")
                + process("file-b", "file-a").replace("\"inner\"", "\"inner2\"").replace("\"call\"", "\"call2\"")));
        assertThat(new ModelCheck(CATALOGUE).check(both))
                .filteredOn(finding -> finding.key().equals("modeling.check.callLoop"))
                .extracting(Finding::elementId, finding -> finding.args().get(0))
                .containsExactly(Tuple.tuple("call", "file-a"), Tuple.tuple("call2", "file-b"));
    }

    @Test
    void calls_that_come_together_without_a_circle_are_let_be() {
        deploy(Map.of("tree-c", ""));
        assertThatCode(() -> deploy(Map.of("tree-a", "tree-c", "tree-b", "tree-c")))
                .doesNotThrowAnyException();
    }
}
