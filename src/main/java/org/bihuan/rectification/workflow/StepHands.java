package org.bihuan.rectification.workflow;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.bihuan.rectification.Assignments;
import org.bihuan.shared.CaseNumber;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Applies the assignment rules of open steps once more, when others answer for their case. */
@Component
class StepHands {

    private final TaskService tasks;
    private final RepositoryService models;
    private final Assignments assignments;

    StepHands(TaskService tasks, RepositoryService models, Assignments assignments) {
        this.tasks = tasks;
        this.models = models;
        this.assignments = assignments;
    }

    /** Gives the open steps of the case to whom their rules name now; returns the steps that changed hands. */
    List<Long> reassign(CaseNumber number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number.value()).list().stream()
                .filter(task -> reassign(task, number))
                .map(task -> Long.valueOf(task.getId()))
                .toList();
    }

    private boolean reassign(Task task, CaseNumber number) {
        String rule = rule(task);
        if (rule == null) {
            return false;
        }
        Assignments.Assignment to = assignments.give(rule, number);
        Set<Long> posts = posts(task);
        if (to.person() != null) {
            String person = Long.toString(to.person());
            if (person.equals(task.getAssignee())) {
                return false;
            }
            tasks.setAssignee(task.getId(), person);
            return true;
        }
        // A claim stays where the same posts may claim.
        if (posts.equals(to.posts())) {
            return false;
        }
        posts.forEach(post -> tasks.deleteCandidateGroup(task.getId(), Long.toString(post)));
        to.posts().forEach(post -> tasks.addCandidateGroup(task.getId(), Long.toString(post)));
        tasks.setAssignee(task.getId(), null);
        return true;
    }

    private Set<Long> posts(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }

    private @Nullable String rule(Task task) {
        if (!(models.getBpmnModelInstance(task.getProcessDefinitionId())
                        .getModelElementById(task.getTaskDefinitionKey())
                instanceof UserTask step)) {
            return null;
        }
        if (step.getExtensionElements() == null) {
            return null;
        }
        return step.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> "bihuan.assign".equals(property.getCamundaName()))
                .map(property -> property.getCamundaValue())
                .findFirst()
                .orElse(null);
    }
}
