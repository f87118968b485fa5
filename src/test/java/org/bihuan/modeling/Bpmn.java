package org.bihuan.modeling;

import java.nio.charset.StandardCharsets;

/** Small models as text. */
final class Bpmn {

    static final String START = "<bpmn:startEvent id=\"start\"/>";
    static final String END = "<bpmn:endEvent id=\"end\"/>";
    static final String ASSIGNED = """
            <bpmn:extensionElements><camunda:properties>
              <camunda:property name="bihuan.assign" value="UNIT_HEAD"/>
              <camunda:property name="bihuan.due" value="WORKDAYS_3"/>
            </camunda:properties></bpmn:extensionElements>""";

    private Bpmn() {}

    /** A model with the process {@code attack-case} of these elements. */
    static String model(String... elements) {
        return definitions("""
                <bpmn:process id="attack-case" isExecutable="true" camunda:historyTimeToLive="P30D">%s</bpmn:process>""".formatted(String.join("\n", elements)));
    }

    static String definitions(String content) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    id="definitions" targetNamespace="http://bihuan.org/bpmn">%s</bpmn:definitions>""".formatted(content);
    }

    /** A straight line start → the element with id {@code step} → end. */
    static String line(String step, String... more) {
        return model(START, step, END, flow("start", "step"), flow("step", "end"), String.join("\n", more));
    }

    static String flow(String from, String to) {
        return "<bpmn:sequenceFlow id=\"f_%s_%s\" sourceRef=\"%s\" targetRef=\"%s\"/>".formatted(from, to, from, to);
    }

    static String userTask(String id) {
        return "<bpmn:userTask id=\"%s\" camunda:formKey=\"bihuan:review\">%s</bpmn:userTask>".formatted(id, ASSIGNED);
    }

    static byte[] bytes(String model) {
        return model.getBytes(StandardCharsets.UTF_8);
    }
}
