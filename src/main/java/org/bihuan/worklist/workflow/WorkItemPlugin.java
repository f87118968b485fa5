package org.bihuan.worklist.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.bihuan.rectification.CaseBrief;
import org.bihuan.rectification.CaseFile;
import org.bihuan.rectification.ClaimRules;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Dates;
import org.bihuan.worklist.LastEvents;
import org.bihuan.worklist.WorkItemStore;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * One task listener for every user task of every model keeps the read model in the engine's own
 * transaction. It runs behind the assignment, so that a new step is written once, complete.
 */
@Component
@Order(20)
class WorkItemPlugin extends AbstractProcessEnginePlugin {

    private static final Namespace CAMUNDA = new Namespace("http://camunda.org/schema/1.0/bpmn");

    private final ObjectProvider<WorkItemStore> store;
    private final ObjectProvider<CaseFile> cases;
    private final ObjectProvider<ClaimRules> claims;
    private final ObjectProvider<CurrentActor> actors;
    private final ObjectProvider<LastEvents> lastEvents;
    private final Clock clock;

    WorkItemPlugin(
            ObjectProvider<WorkItemStore> store,
            ObjectProvider<CaseFile> cases,
            ObjectProvider<ClaimRules> claims,
            ObjectProvider<CurrentActor> actors,
            ObjectProvider<LastEvents> lastEvents,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.claims = claims;
        this.actors = actors;
        this.lastEvents = lastEvents;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners();
        if (listeners == null) {
            listeners = new ArrayList<>();
            configuration.setCustomPostBPMNParseListeners(listeners);
        }
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                String rule = assignRule(element);
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, created -> created(created, rule));
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, WorkItemPlugin.this::assigned);
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, WorkItemPlugin.this::completed);
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, WorkItemPlugin.this::deleted);
            }
        });
    }

    /** The rule by which the model gives the task, kept so that its page can say why it is whose. */
    private static @Nullable String assignRule(Element task) {
        Element extensions = task.element("extensionElements");
        Element properties = extensions == null ? null : extensions.elementNS(CAMUNDA, "properties");
        return properties == null
                ? null
                : properties.elements().stream()
                        .filter(property -> "bihuan.assign".equals(property.attribute("name")))
                        .map(property -> property.attribute("value"))
                        .findFirst()
                        .orElse(null);
    }

    private void created(DelegateTask task, @Nullable String assignRule) {
        CaseNumber number = new CaseNumber(task.getExecution().getProcessBusinessKey());
        CaseBrief brief = cases.getObject().brief(number);
        TaskEntity entity = (TaskEntity) task;
        entity.initializeFormKey();
        Set<Long> posts = posts(task);
        store.getObject()
                .opened(new WorkItemStore.Opened(
                        Long.parseLong(task.getId()),
                        number.value(),
                        number.problem().value(),
                        task.getTaskDefinitionKey(),
                        Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey()),
                        entity.getFormKey(),
                        assignRule,
                        brief.title(),
                        brief.heading(),
                        brief.unitId(),
                        brief.unitName(),
                        person(task.getAssignee()),
                        posts,
                        due(task),
                        brief.level(),
                        // Only a step to claim keeps anybody off its list.
                        posts.isEmpty() ? Set.of() : claims.getObject().barred(number, entity.getFormKey()),
                        Objects.requireNonNullElse(lastEvents.getObject().of(number.value()), "task.opened"),
                        now()));
    }

    private void assigned(DelegateTask task) {
        // An assignment made while the step opens was written with it.
        if (isNew(task)) {
            return;
        }
        Long to = person(task.getAssignee());
        String event = event(to);
        String number = task.getExecution().getProcessBusinessKey();
        long id = Long.parseLong(task.getId());
        Set<Long> posts = posts(task);
        store.getObject().reassigned(id, number, to, posts, event, now());
        announce(event, id, number, posts);
    }

    /** Who takes a task upon themselves claims it; whoever gives it to somebody else hands it over. */
    private String event(@Nullable Long to) {
        if (to == null) {
            return "task.unclaimed";
        }
        boolean oneself = actors.getObject()
                .find()
                .filter(actor -> actor.personId() == to)
                .isPresent();
        return oneself ? "task.claimed" : "task.handedOver";
    }

    /** A step that was inserted in this very command has no revision behind it yet. */
    private static boolean isNew(DelegateTask task) {
        return Context.getCommandContext()
                .getDbEntityManager()
                .getDbEntityCache()
                .isTransient((TaskEntity) task);
    }

    private void completed(DelegateTask task) {
        long id = Long.parseLong(task.getId());
        Actor actor = actors.getObject().find().orElse(null);
        Long by = actor == null ? null : Long.valueOf(actor.personId());
        store.getObject().ended(id, by, now());
        Long assignee = person(task.getAssignee());
        Set<Long> stoodBefore = assignee == null ? posts(task) : Set.of(assignee);
        String number = task.getExecution().getProcessBusinessKey();
        store.getObject().announce("task.completed", id, number, by, stoodBefore, now());
    }

    private void deleted(DelegateTask task) {
        long id = Long.parseLong(task.getId());
        store.getObject().ended(id, null, now());
        announce("task.cancelled", id, task.getExecution().getProcessBusinessKey(), posts(task));
    }

    private void announce(String topic, long id, String number, Set<Long> stoodBefore) {
        Long by = actors.getObject().find().map(Actor::personId).orElse(null);
        store.getObject().announce(topic, id, number, by, stoodBefore, now());
    }

    private Instant now() {
        return clock.instant();
    }

    private LocalDate due(DelegateTask task) {
        return task.getDueDate() == null
                ? WorkItemStore.NO_DUE
                : Dates.day(task.getDueDate().toInstant());
    }

    private static @Nullable Long person(@Nullable String id) {
        return id == null ? null : Long.valueOf(id);
    }

    private static Set<Long> posts(DelegateTask task) {
        return task.getCandidates().stream()
                .filter(link -> link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }
}
