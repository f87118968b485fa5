package org.bihuan.modeling;

import java.util.Map;
import java.util.Set;

import org.w3c.dom.Element;

/** Names of the part of BPMN that a model may use; everything that is not here is refused. */
final class ModelNames {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    /** Drawing only: the engine reads coordinates from these and nothing else. */
    static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

    /** Attributes that editors leave behind and the engine ignores. */
    static final Set<String> EDITOR = Set.of(
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "http://camunda.org/schema/modeler/1.0");

    static final Set<String> FLOW_NODES = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "task",
            "manualTask",
            "userTask",
            "serviceTask",
            "receiveTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway");

    static final Set<String> EVENT_DEFINITIONS = Set.of(
            "timerEventDefinition",
            "messageEventDefinition",
            "signalEventDefinition",
            "errorEventDefinition",
            "escalationEventDefinition",
            "terminateEventDefinition");

    private static final Set<String> OTHERS = Set.of(
            "definitions",
            "process",
            "collaboration",
            "participant",
            "messageFlow",
            "laneSet",
            "lane",
            "childLaneSet",
            "flowNodeRef",
            "sequenceFlow",
            "incoming",
            "outgoing",
            "documentation",
            "extensionElements",
            "conditionExpression",
            "completionCondition",
            "loopCardinality",
            "multiInstanceLoopCharacteristics",
            "timeDate",
            "timeDuration",
            "timeCycle",
            "message",
            "signal",
            "error",
            "escalation",
            "textAnnotation",
            "text",
            "association",
            "group",
            "category",
            "categoryValue",
            "dataObject",
            "dataObjectReference");

    /** Attributes without a namespace; their values are literals everywhere. */
    static final Set<String> PLAIN_ATTRIBUTES = Set.of(
            "id",
            "name",
            "sourceRef",
            "targetRef",
            "default",
            "isExecutable",
            "processType",
            "isClosed",
            "processRef",
            "attachedToRef",
            "cancelActivity",
            "isInterrupting",
            "triggeredByEvent",
            "messageRef",
            "signalRef",
            "errorRef",
            "escalationRef",
            "errorCode",
            "escalationCode",
            "gatewayDirection",
            "eventGatewayType",
            "isSequential",
            "calledElement",
            "targetNamespace",
            "exporter",
            "exporterVersion",
            "associationDirection",
            "textFormat",
            "dataObjectRef",
            "isCollection",
            "categoryValueRef",
            "value");

    /** Attributes and elements of the engine's own namespace that run code, and what to say about each. */
    static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("class", "class"),
            Map.entry("expression", "expression"),
            Map.entry("type", "type"),
            Map.entry("topic", "type"),
            Map.entry("connector", "type"),
            Map.entry("script", "script"),
            Map.entry("resource", "resource"),
            Map.entry("executionListener", "listener"),
            Map.entry("taskListener", "listener"),
            Map.entry("inputOutput", "mapping"),
            Map.entry("variableMappingClass", "mapping"),
            Map.entry("variableMappingDelegateExpression", "mapping"),
            Map.entry("field", "field"),
            Map.entry("formHandlerClass", "formHandler"),
            Map.entry("formRef", "formHandler"),
            Map.entry("formProperty", "formHandler"),
            Map.entry("decisionRef", "decision"),
            Map.entry("assignee", "assignment"),
            Map.entry("candidateUsers", "assignment"),
            Map.entry("candidateGroups", "assignment"),
            Map.entry("potentialStarter", "assignment"),
            Map.entry("candidateStarterUsers", "assignment"),
            Map.entry("candidateStarterGroups", "assignment"),
            Map.entry("dueDate", "assignment"),
            Map.entry("followUpDate", "assignment"));

    /** The same for elements of BPMN itself. */
    static final Map<String, String> REFUSED_BPMN = Map.of(
            "scriptTask", "script",
            "script", "script",
            "businessRuleTask", "decision",
            "sendTask", "type",
            "import", "import",
            "humanPerformer", "assignment",
            "potentialOwner", "assignment",
            "standardLoopCharacteristics", "loop");

    private ModelNames() {}

    static boolean isKnown(String bpmnElement) {
        return FLOW_NODES.contains(bpmnElement)
                || EVENT_DEFINITIONS.contains(bpmnElement)
                || OTHERS.contains(bpmnElement);
    }

    static boolean isBpmn(Element element, String name) {
        return BPMN.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    static boolean isCamunda(Element element, String name) {
        return CAMUNDA.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }
}
