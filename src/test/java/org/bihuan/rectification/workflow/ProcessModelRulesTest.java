package org.bihuan.rectification.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** House rules that every shipped model keeps. */
class ProcessModelRulesTest {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String CHINESE = "[\\p{IsHan}“”（）]+";
    private static final String QUESTION = "[\\p{IsHan}]+？";
    private static final String MEANING = "_[a-z][a-zA-Z]*";
    private static final List<String> EXECUTABLE_ATTRIBUTES =
            List.of("class", "expression", "type", "topic", "resultVariable", "decisionRef");

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("startEvent", "startEvent"),
            Map.entry("endEvent", "endEvent"),
            Map.entry("intermediateThrowEvent", "event"),
            Map.entry("intermediateCatchEvent", "eventTimer"),
            Map.entry("boundaryEvent", "boundaryTimer"),
            Map.entry("userTask", "userTask"),
            Map.entry("serviceTask", "serviceTask"),
            Map.entry("callActivity", "callActivity"),
            Map.entry("exclusiveGateway", "gateway"),
            Map.entry("subProcess", "(subProcess|eventSubProcess)"),
            Map.entry("sequenceFlow", "flow"));

    static Stream<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            List<Path> models = files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
            assertThat(models).hasSizeGreaterThanOrEqualTo(2);
            return models.stream();
        }
    }

    private static BpmnModelInstance read(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        Bpmn.validateModel(model);
        return model;
    }

    private static Process process(BpmnModelInstance model) {
        Collection<Process> processes = model.getModelElementsByType(Process.class);
        assertThat(processes).hasSize(1);
        return processes.iterator().next();
    }

    @ParameterizedTest
    @MethodSource("models")
    void oneExecutableProcessAFileNamedAsTheFile(Path file) {
        Process process = process(read(file));
        assertThat(file.getFileName()).hasToString(process.getId() + ".bpmn");
        assertThat(process.getId()).matches("[a-z]+(-[a-z]+)*");
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getName()).matches(CHINESE);
        assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
    }

    @Test
    void processIdsAreUnique() throws IOException {
        assertThat(models().map(file -> process(read(file)).getId())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("models")
    void idsCarryTypeAndMeaning(Path file) {
        assertThat(read(file).getModelElementsByType(FlowElement.class))
                .allSatisfy(element -> assertThat(element.getId()).matches(prefix(element) + MEANING));
    }

    private static String prefix(FlowElement element) {
        String type = element.getElementType().getTypeName();
        return PREFIXES.getOrDefault(type, "no such element is allowed: " + type);
    }

    @ParameterizedTest
    @MethodSource("models")
    void labelsAreChineseAndGatewaysAsk(Path file) {
        assertThat(read(file).getModelElementsByType(FlowNode.class)).allSatisfy(node -> assertThat(node.getName())
                .as(node.getId())
                .matches(node instanceof ExclusiveGateway ? QUESTION : CHINESE));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyDecisionHasAnswersAndADefault(Path file) {
        assertThat(read(file).getModelElementsByType(ExclusiveGateway.class)).allSatisfy(gateway -> {
            SequenceFlow otherwise = gateway.getDefault();
            assertThat(otherwise).as(gateway.getId()).isNotNull();
            assertThat(otherwise.getConditionExpression()).isNull();
            assertThat(gateway.getOutgoing()).hasSizeGreaterThan(1).allSatisfy(flow -> {
                assertThat(flow.getName()).as(flow.getId()).matches(CHINESE);
                if (!flow.equals(otherwise)) {
                    assertThat(flow.getConditionExpression().getTextContent()).isEqualTo("${outcome == 'approved'}");
                }
            });
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyUserTaskSaysWhoWhenWithWhichFormAndWhatCountsAsDone(Path file) {
        assertThat(read(file).getModelElementsByType(UserTask.class))
                .isNotEmpty()
                .allSatisfy(task -> {
                    assertThat(task.getCamundaFormKey()).as(task.getId()).matches("bihuan:[a-z]+(-[a-z]+)*");
                    assertThat(properties(task)).containsOnlyKeys("bihuan.assign", "bihuan.due");
                    assertThat(properties(task).values()).allMatch(rule -> rule.matches("[A-Z]+(_[A-Z0-9]+)*"));
                    assertThat(task.getDocumentations()).hasSize(1);
                    assertThat(task.getDocumentations().iterator().next().getTextContent())
                            .contains("完成标准：")
                            .hasSizeGreaterThan(40);
                });
    }

    private static Map<String, String> properties(UserTask task) {
        return task.getModelInstance().getModelElementsByType(CamundaProperty.class).stream()
                .filter(property -> task.equals(
                        property.getParentElement().getParentElement().getParentElement()))
                .collect(Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue));
    }

    @ParameterizedTest
    @MethodSource("models")
    void serviceTasksOnlyCallAStepOutOfTheCatalogue(Path file) {
        assertThat(read(file).getModelElementsByType(ServiceTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaDelegateExpression()).as(task.getId()).matches("\\$\\{step[A-Z][A-Za-z]+}");
            assertThat(EXECUTABLE_ATTRIBUTES).allSatisfy(name -> assertThat(task.getAttributeValueNs(CAMUNDA, name))
                    .as(name)
                    .isNull());
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyElementIsDrawn(Path file) {
        BpmnModelInstance model = read(file);
        assertThat(model.getModelElementsByType(FlowNode.class))
                .allSatisfy(node -> assertThat(shape(node)).as(node.getId()).isNotNull());
        assertThat(model.getModelElementsByType(SequenceFlow.class))
                .allSatisfy(flow ->
                        assertThat(flow.getDiagramElement()).as(flow.getId()).isInstanceOf(BpmnEdge.class));
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothingIsDrawnOverSomethingElse(Path file) {
        List<FlowNode> nodes = new ArrayList<>(read(file).getModelElementsByType(FlowNode.class));
        for (FlowNode one : nodes) {
            for (FlowNode other : nodes) {
                if (one.equals(other) || isInside(one, other) || isInside(other, one) || isOnBorder(one, other)) {
                    continue;
                }
                assertThat(box(shape(one)).intersects(box(shape(other))))
                        .as("%s over %s", one.getId(), other.getId())
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void labelsKeepClearOfElementsAndOfEachOther(Path file) {
        BpmnModelInstance model = read(file);
        List<Rectangle2D> labels = Stream.concat(
                        model.getModelElementsByType(BpmnShape.class).stream().map(BpmnShape::getBpmnLabel),
                        model.getModelElementsByType(BpmnEdge.class).stream().map(BpmnEdge::getBpmnLabel))
                .filter(label -> label != null)
                .map(label -> box(label.getBounds()))
                .toList();
        assertThat(labels).isNotEmpty();
        List<Rectangle2D> nodes = model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> !(node instanceof SubProcess))
                .map(node -> box(shape(node)))
                .toList();
        assertThat(labels)
                .allSatisfy(label -> assertThat(nodes).noneMatch(label::intersects))
                .allSatisfy(label ->
                        assertThat(labels.stream().filter(label::intersects)).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsRunAtRightAnglesAndFitTheScreen(Path file) {
        BpmnModelInstance model = read(file);
        assertThat(model.getModelElementsByType(BpmnEdge.class)).allSatisfy(edge -> {
            List<Waypoint> points = new ArrayList<>(edge.getWaypoints());
            for (int i = 1; i < points.size(); i++) {
                Waypoint from = points.get(i - 1);
                Waypoint to = points.get(i);
                assertThat(from.getX().equals(to.getX()) || from.getY().equals(to.getY()))
                        .as(edge.getId())
                        .isTrue();
            }
        });
        Rectangle2D whole = model.getModelElementsByType(BpmnShape.class).stream()
                .map(shape -> (Rectangle2D) box(shape))
                .reduce(Rectangle2D::createUnion)
                .orElseThrow();
        assertThat(whole.getWidth()).isLessThanOrEqualTo(1440);
    }

    private static boolean isInside(FlowNode inner, FlowNode outer) {
        for (ModelElementInstance parent = inner.getParentElement();
                parent != null;
                parent = parent.getParentElement()) {
            if (parent.equals(outer)) {
                return box(shape(outer)).contains(box(shape(inner)));
            }
        }
        return false;
    }

    private static boolean isOnBorder(FlowNode one, FlowNode other) {
        return one instanceof BoundaryEvent event && event.getAttachedTo().equals(other)
                || other instanceof BoundaryEvent attached
                        && attached.getAttachedTo().equals(one);
    }

    private static BpmnShape shape(FlowNode node) {
        return (BpmnShape) node.getDiagramElement();
    }

    private static Rectangle2D box(BpmnShape shape) {
        return box(shape.getBounds());
    }

    private static Rectangle2D box(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
