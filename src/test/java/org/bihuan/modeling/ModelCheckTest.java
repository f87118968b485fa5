package org.bihuan.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCheckTest {

    private final ModelCheck check = new ModelCheck(Catalogue.of(new TestVocabulary()));

    static String good() {
        return Bpmn.model(
                Bpmn.START,
                "<bpmn:serviceTask id=\"done\" camunda:delegateExpression=\"${stepDone}\" camunda:asyncBefore=\"true\"/>",
                Bpmn.userTask("t"),
                """
                <bpmn:boundaryEvent id="remind" attachedToRef="t" cancelActivity="false"><bpmn:timerEventDefinition>
                  <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${remindAt}</bpmn:timeDate>
                </bpmn:timerEventDefinition></bpmn:boundaryEvent>""",
                """
                <bpmn:callActivity id="c" calledElement="measure-rectification">
                  <bpmn:extensionElements><camunda:in businessKey="${measureCase}"/></bpmn:extensionElements>
                  <bpmn:multiInstanceLoopCharacteristics camunda:collection="${openMeasures.of(execution)}"
                      camunda:elementVariable="measureCase"/>
                </bpmn:callActivity>""",
                "<bpmn:exclusiveGateway id=\"g\" default=\"f_g_end\"/>",
                Bpmn.END,
                "<bpmn:endEvent id=\"reminded\"/>",
                Bpmn.flow("start", "done"),
                Bpmn.flow("done", "t"),
                Bpmn.flow("t", "c"),
                Bpmn.flow("c", "g"),
                Bpmn.flow("g", "end"),
                Bpmn.flow("remind", "reminded"),
                condition("g", "t", "${outcome == 'returned'}"));
    }

    private static String condition(String from, String to, String text) {
        return """
                <bpmn:sequenceFlow id="back" sourceRef="%s" targetRef="%s"><bpmn:conditionExpression
                xsi:type="bpmn:tFormalExpression">%s</bpmn:conditionExpression></bpmn:sequenceFlow>""".formatted(from, to, text);
    }

    @Test
    void a_model_of_the_closed_vocabulary_has_no_findings() {
        assertThat(findings(good())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ${stepDone}                   | ${unknownStep}                 | step
            ${stepDone}                   | ${openMeasures}                | step
            ${stepDone}                   | ${stepDone.execute(execution)} | step
            ${openMeasures.of(execution)} | ${openMeasures.hidden(execution)} | collection
            ${openMeasures.of(execution)} | ${openMeasures.getClass(execution)} | collection
            ${openMeasures.of(execution)} | ${stepDone.execute(execution)} | collection
            ${openMeasures.of(execution)} | ${measures}                    | collection
            ${outcome == 'returned'}      | ${execution == 'returned'}     | condition
            ${outcome == 'returned'}      | ${outcome.class == 'returned'} | condition
            ${outcome == 'returned'}      | ${stepDone.execute(execution)} | condition
            ${outcome == 'returned'}      | #{outcome}                     | condition
            ${remindAt}                   | PT5M                           | timer
            ${remindAt}                   | ${now()}                       | timer
            ${measureCase}                | ${execution.processBusinessKey} | mapping
            calledElement="measure-rectification" | calledElement="${x}"   | call
            calledElement="measure-rectification" | calledElement="attack-case" | selfCall
            bihuan:review                 | embedded:app:forms/x.html      | formKey
            bihuan:review                 | ${form}                        | formKey
            value="UNIT_HEAD"             | value="ANYBODY"                | assignRule
            value="WORKDAYS_3"            | value="SOON"                   | dueRule
            name="bihuan.assign"          | name="assign"                  | assignMissing
            P30D                          | never                          | historyTimeToLive
            process id="attack-case"      | process id="Attack_Case"       | processKey
            isExecutable="true"           | isExecutable="false"           | noProcess
            camunda:asyncBefore="true"    | camunda:taskPriority="${x}"    | attribute
            camunda:asyncBefore="true"    | camunda:topic="x"              | type
            camunda:asyncBefore="true"    | xmlns:a="http://activiti.org/bpmn" a:class="x" | attribute
            <bpmn:endEvent id="end"/>     | <bpmn:scriptTask id="end"/>    | script
            <bpmn:endEvent id="end"/>     | <bpmn:businessRuleTask id="end" camunda:decisionRef="d"/> | decision
            <bpmn:endEvent id="end"/>     | <bpmn:sendTask id="end" camunda:type="mail"/> | type
            <bpmn:endEvent id="end"/>     | <bpmn:adHocSubProcess id="end"/> | element
            <bpmn:endEvent id="end"/>     | <bpmn:endEvent id="end" name="${x}"/> | expression
            camunda:elementVariable="measureCase" | camunda:elementVariable="outcome" | variableReserved
            camunda:elementVariable="measureCase" | camunda:elementVariable="remindAt" | variableReserved
            camunda:asyncBefore="true"    | camunda:initiator="remindAt"   | variableReserved
            <camunda:in businessKey="${measureCase}"/> | <camunda:out source="a" target="outcome"/> | variableReserved
            """)
    void one_word_out_of_the_vocabulary_is_an_error(String good, String bad, String key) {
        assertThat(good()).contains(good);
        assertThat(findings(good().replace(good, bad)))
                .filteredOn(Finding::isError)
                .extracting(Finding::key)
                .contains("modeling.check." + key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id="remindAt" type="date"/>    | formFieldReserved
            id="measureCase" type="string"><camunda:validation><camunda:constraint name="readonly"/></camunda:validation></camunda:formField> | formFieldReserved
            id="outcome" type="string"/>   | formFieldDecision
            id="outcome" type="enum"/>     | formFieldDecision
            id="outcome" type="boolean"><camunda:value id="a"/></camunda:formField> | formFieldDecision
            """)
    void a_drawn_field_cannot_write_what_the_product_computes_or_an_unoffered_decision(String field, String key) {
        assertThat(keys(drawn(field))).containsExactly("modeling.check." + key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id=\"outcome\" type=\"enum\"><camunda:value id=\"approved\" name=\"可以\"/></camunda:formField>",
                "id=\"remindedAt\" type=\"date\"/>"
            })
    void a_drawn_field_may_offer_a_decision_and_have_any_other_name(String field) {
        assertThat(keys(drawn(field))).isEmpty();
    }

    private static String drawn(String field) {
        String form = "<camunda:formData><camunda:formField " + field + "</camunda:formData></bpmn:extensionElements>";
        return Bpmn.line(Bpmn.userTask("step").replace("</bpmn:extensionElements>", form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${approved}", "${!approved}", "${days >= 3 && approved}", "${outcome != '退回'}"})
    void simple_conditions_are_allowed(String condition) {
        String escaped = condition.replace("&", "&amp;").replace(">", "&gt;");
        assertThat(findings(good().replace("${outcome == 'returned'}", escaped)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "timeCycle, R/PT0S",
        "timeCycle, R/PT59M",
        "timeCycle, R3/P0D",
        "timeCycle, 0 * * * * ?",
        "timeCycle, ${x}",
        "timeDuration, PT0S",
        "timeDuration, P",
        "timeDuration, -PT2H",
        "timeDate, tomorrow"
    })
    void timers_that_repeat_at_once_or_cannot_be_read_are_refused(String kind, String text) {
        assertThat(keys(timer(kind, text))).contains("modeling.check.timer");
    }

    @ParameterizedTest
    @CsvSource({
        "timeCycle, R3/PT1H",
        "timeCycle, R/P1D",
        "timeDuration, P3D",
        "timeDuration, PT30M",
        "timeDuration, ${wait}",
        "timeDate, 2026-01-31T09:00:00",
        "timeDate, 2026-01-31T09:00:00+08:00"
    })
    void literal_iso_timers_and_variables_are_allowed(String kind, String text) {
        assertThat(keys(timer(kind, text))).isEmpty();
    }

    private static String timer(String kind, String text) {
        return Bpmn.line(Bpmn.userTask("step"), """
                <bpmn:boundaryEvent id="b" attachedToRef="step" cancelActivity="false"><bpmn:timerEventDefinition>
                  <bpmn:%s>%s</bpmn:%s></bpmn:timerEventDefinition></bpmn:boundaryEvent>""".formatted(kind, text, kind));
    }

    @Test
    void a_circle_of_gateways_is_refused_and_one_through_a_task_is_not() {
        String gateways = Bpmn.model(
                Bpmn.START,
                "<bpmn:exclusiveGateway id=\"a\"/><bpmn:exclusiveGateway id=\"b\"/>",
                Bpmn.flow("start", "a"),
                Bpmn.flow("a", "b"),
                Bpmn.flow("b", "a"));
        assertThat(keys(gateways)).containsExactly("modeling.check.loop");
        assertThat(keys(gateways.replace("<bpmn:exclusiveGateway id=\"b\"/>", Bpmn.userTask("b"))))
                .isEmpty();
    }

    @Test
    void a_circle_through_a_sub_process_counts_as_waiting_only_if_the_sub_process_waits() {
        String circle = Bpmn.model(
                Bpmn.START,
                "<bpmn:subProcess id=\"s\"><bpmn:startEvent id=\"s1\"/>INNER<bpmn:endEvent id=\"s2\"/>"
                        + Bpmn.flow("s1", "i") + Bpmn.flow("i", "s2") + "</bpmn:subProcess>",
                "<bpmn:exclusiveGateway id=\"g\"/>",
                Bpmn.flow("start", "s"),
                Bpmn.flow("s", "g"),
                Bpmn.flow("g", "s"));
        assertThat(keys(circle.replace("INNER", "<bpmn:manualTask id=\"i\"/>"))).containsExactly("modeling.check.loop");
        assertThat(keys(circle.replace("INNER", Bpmn.userTask("i")))).isEmpty();
    }

    @Test
    void a_process_must_not_throw_the_signal_that_starts_it() {
        String model = Bpmn.definitions("""
                <bpmn:signal id="sig" name="again"/>
                <bpmn:process id="attack-case" isExecutable="true" camunda:historyTimeToLive="P30D">
                <bpmn:startEvent id="start"><bpmn:signalEventDefinition signalRef="sig"/></bpmn:startEvent>
                <bpmn:endEvent id="end"><bpmn:signalEventDefinition signalRef="sig"/></bpmn:endEvent>
                <bpmn:sequenceFlow id="f" sourceRef="start" targetRef="end"/></bpmn:process>""");
        assertThat(keys(model)).containsExactly("modeling.check.signalLoop");
    }

    @ParameterizedTest
    @CsvSource({"500, true", "501, false", "20000, false", "0, false", "${n}, false"})
    void at_most_500_instances_are_made(String cardinality, boolean allowed) {
        String model = Bpmn.line("""
                <bpmn:manualTask id="step"><bpmn:multiInstanceLoopCharacteristics>
                <bpmn:loopCardinality>%s</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>
                </bpmn:manualTask>""".formatted(cardinality));
        assertThat(keys(model).isEmpty()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            })
    void a_document_type_is_refused(String doctype) {
        assertThat(keys(good().replace("?>", "?>" + doctype))).containsExactly("modeling.check.doctype");
    }

    @Test
    void what_is_no_bpmn_is_refused() {
        assertThat(keys("not xml")).containsExactly("modeling.check.notXml");
        assertThat(keys("<html/>")).containsExactly("modeling.check.notBpmn");
        assertThat(check.check(new byte[0])).hasSize(1);
    }

    @Test
    void size_depth_and_number_of_elements_are_limited() {
        assertThat(check.check(new byte[ModelLimits.BYTES + 1]))
                .extracting(Finding::key)
                .containsExactly("modeling.check.size");
        assertThat(keys(Bpmn.model("<bpmn:manualTask/>".repeat(ModelLimits.ELEMENTS))))
                .containsExactly("modeling.check.elements");
        assertThat(keys(Bpmn.model("<bpmn:subProcess>".repeat(50) + "</bpmn:subProcess>".repeat(50))))
                .contains("modeling.check.depth");
    }

    @Test
    void unknown_forms_and_processes_are_warnings() {
        List<Finding> form = findings(good().replace("bihuan:review", "bihuan:mine"));
        assertThat(form).extracting(Finding::severity).containsExactly(Finding.Severity.WARNING);
        ModelCheck knowing = new ModelCheck(Catalogue.of(new TestVocabulary()), key -> false);
        assertThat(knowing.check(Bpmn.bytes(good())))
                .extracting(Finding::key, Finding::severity)
                .containsExactly(Tuple.tuple("modeling.check.callUnknown", Finding.Severity.WARNING));
    }

    @Test
    void both_languages_have_the_same_texts() throws IOException {
        assertThat(texts("en")).isEqualTo(texts("zh_CN")).hasSizeGreaterThan(40);
        assertThat(texts("en")).containsAll(used());
    }

    private static TreeSet<String> texts(String language) throws IOException {
        Properties texts = new Properties();
        try (var in = ModelCheckTest.class.getResourceAsStream("/i18n/modeling/messages_" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }

    private static List<String> used() {
        List<String> keys = new ArrayList<>();
        Stream.concat(ModelNames.REFUSED.values().stream(), ModelNames.REFUSED_BPMN.values().stream())
                .forEach(key -> keys.add("modeling.check." + key));
        return keys;
    }

    private List<String> keys(String model) {
        return findings(model).stream().map(Finding::key).toList();
    }

    private List<Finding> findings(String model) {
        return check.check(Bpmn.bytes(model));
    }
}
