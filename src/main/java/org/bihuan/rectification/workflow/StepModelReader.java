package org.bihuan.rectification.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.bihuan.rectification.FormField;
import org.bihuan.rectification.StepModel;
import org.bihuan.rectification.StepModels;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.Dates;
import org.bihuan.shared.ModelText;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaConstraint;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormData;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormField;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads steps out of the deployed models as they are drawn: nothing in them is evaluated. */
@Component
class StepModelReader implements StepModels {

    private final RepositoryService repository;
    private final TaskService tasks;
    private final WaysOn waysOn;

    StepModelReader(ProcessEngine engine) {
        this.repository = engine.getRepositoryService();
        this.tasks = engine.getTaskService();
        this.waysOn = new WaysOn(engine);
    }

    @Override
    public StepModel of(long workItem) {
        Task task = tasks.createTaskQuery().taskId(Long.toString(workItem)).singleResult();
        if (task == null) {
            throw new AlreadyDone("rectification.step.alreadyDone");
        }
        UserTask drawn = repository
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return new StepModel(
                Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey()),
                new ModelText(drawn.getId(), documentation(drawn)),
                assignRule(drawn),
                fields(drawn, task.getId()),
                waysOn.from(drawn, task.getProcessInstanceId()));
    }

    private static String documentation(FlowElement drawn) {
        return drawn.getDocumentations().stream()
                .map(text -> text.getTextContent().strip())
                .collect(Collectors.joining("\n"));
    }

    static @Nullable String assignRule(UserTask drawn) {
        return extensions(drawn, CamundaProperties.class).stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> "bihuan.assign".equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElse(null);
    }

    private List<FormField> fields(UserTask drawn, String taskId) {
        List<CamundaFormField> fields = extensions(drawn, CamundaFormData.class).stream()
                .flatMap(form -> form.getCamundaFormFields().stream())
                .toList();
        if (fields.isEmpty()) {
            return List.of();
        }
        Map<String, Object> held = tasks.getVariables(
                taskId, fields.stream().map(CamundaFormField::getCamundaId).toList());
        return fields.stream()
                .map(field -> field(field, text(held.get(field.getCamundaId()))))
                .toList();
    }

    private static FormField field(CamundaFormField field, @Nullable String value) {
        Map<String, String> options = new LinkedHashMap<>();
        for (CamundaValue option : field.getCamundaValues()) {
            options.put(
                    option.getCamundaId(), Objects.requireNonNullElse(option.getCamundaName(), option.getCamundaId()));
        }
        Map<String, String> constraints = new LinkedHashMap<>();
        if (field.getCamundaValidation() != null) {
            for (CamundaConstraint constraint : field.getCamundaValidation().getCamundaConstraints()) {
                constraints.put(
                        constraint.getCamundaName(), Objects.requireNonNullElse(constraint.getCamundaConfig(), "true"));
            }
        }
        return new FormField(
                field.getCamundaId(),
                Objects.requireNonNullElse(field.getCamundaLabel(), field.getCamundaId()),
                FormField.Type.valueOf(field.getCamundaType().toUpperCase(Locale.ROOT)),
                isSet(constraints, "required"),
                isSet(constraints, "readonly"),
                options,
                number(constraints, "min"),
                number(constraints, "max"),
                number(constraints, "minlength"),
                number(constraints, "maxlength"),
                value);
    }

    private static boolean isSet(Map<String, String> constraints, String name) {
        return constraints.containsKey(name) && !"false".equals(constraints.get(name));
    }

    private static @Nullable Long number(Map<String, String> constraints, String name) {
        String config = constraints.get(name);
        return config == null || !config.matches("\\d{1,9}") ? null : Long.valueOf(config);
    }

    private static @Nullable String text(@Nullable Object held) {
        if (held instanceof Date date) {
            return Dates.day(date.toInstant()).toString();
        }
        return held == null ? null : held.toString();
    }

    private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Collection<T> extensions(
            UserTask drawn, Class<T> type) {
        ExtensionElements extensions = drawn.getExtensionElements();
        return extensions == null
                ? List.of()
                : new ArrayList<>(
                        extensions.getElementsQuery().filterByType(type).list());
    }
}
