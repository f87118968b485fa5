package org.bihuan.rectification.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.bihuan.rectification.CaseDiagram;
import org.bihuan.shared.CaseNumber;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/** Reads where a case stands on the very version of the diagram it runs on. */
@Component
class DiagramReader {

    private final HistoryService history;
    private final RepositoryService repository;

    DiagramReader(ProcessEngine engine) {
        this.history = engine.getHistoryService();
        this.repository = engine.getRepositoryService();
    }

    CaseDiagram read(CaseNumber number) {
        List<HistoricProcessInstance> instances = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1);
        if (instances.isEmpty()) {
            return new CaseDiagram("", Set.of(), Set.of(), List.of());
        }
        HistoricProcessInstance instance = instances.get(0);
        Set<String> tokens = new HashSet<>();
        Set<String> done = new HashSet<>();
        List<CaseDiagram.Called> called = new ArrayList<>();
        List<HistoricActivityInstance> activities = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list();
        Map<String, HistoricProcessInstance> children = called(activities);
        for (HistoricActivityInstance activity : activities) {
            // Multi-instance bodies carry a suffix that no diagram element has.
            String element = activity.getActivityId().replace("#multiInstanceBody", "");
            (activity.getEndTime() == null ? tokens : done).add(element);
            HistoricProcessInstance child = children.get(String.valueOf(activity.getCalledProcessInstanceId()));
            if (child != null) {
                called.add(new CaseDiagram.Called(
                        element, new CaseNumber(child.getBusinessKey()), child.getEndTime() == null));
            }
        }
        addFlows(instance.getProcessDefinitionId(), activities, tokens, done);
        done.removeAll(tokens);
        return new CaseDiagram(xml(instance.getProcessDefinitionId()), tokens, done, called);
    }

    /** The processes that the activities called, read at once and by their ids: the parent's has no index. */
    private Map<String, HistoricProcessInstance> called(List<HistoricActivityInstance> activities) {
        Set<String> ids = activities.stream()
                .map(HistoricActivityInstance::getCalledProcessInstanceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : history.createHistoricProcessInstanceQuery().processInstanceIds(ids).list().stream()
                        .collect(Collectors.toMap(HistoricProcessInstance::getId, Function.identity()));
    }

    /** The engine keeps no history of flows: each is told from the steps at its two ends. */
    private void addFlows(
            String definition, List<HistoricActivityInstance> activities, Set<String> tokens, Set<String> done) {
        BpmnModelInstance model = repository.getBpmnModelInstance(definition);
        Set<String> passed = new HashSet<>();
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            if (node.getOutgoing().size() > 1) {
                passed.addAll(chosen(node, activities));
            } else {
                node.getOutgoing().stream()
                        .filter(flow -> done.contains(node.getId()))
                        .filter(flow -> done.contains(flow.getTarget().getId())
                                || tokens.contains(flow.getTarget().getId()))
                        .forEach(flow -> passed.add(flow.getId()));
            }
        }
        done.addAll(passed);
    }

    /** Of several ways out of a node those whose step came next, each time the node was left. */
    private static Set<String> chosen(FlowNode node, List<HistoricActivityInstance> inOrder) {
        Map<String, String> flows = node.getOutgoing().stream()
                .collect(Collectors.toMap(flow -> flow.getTarget().getId(), SequenceFlow::getId, (one, other) -> one));
        Set<String> chosen = new HashSet<>();
        boolean leaving = false;
        for (HistoricActivityInstance activity : inOrder) {
            String flow = flows.get(activity.getActivityId());
            if (leaving && flow != null) {
                chosen.add(flow);
                leaving = false;
            }
            leaving |= activity.getActivityId().equals(node.getId()) && activity.getEndTime() != null;
        }
        return chosen;
    }

    private String xml(String definition) {
        try (InputStream stream = repository.getProcessModel(definition)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
