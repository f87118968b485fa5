package org.bihuan.modeling;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The first deployer of the engine: whatever way a new deployment takes, it is checked before the engine
 * parses a byte of it. A stored deployment passes, since it was checked by the rules of its day.
 */
final class DeploymentGate implements Deployer {

    private final ModelCheck check;

    DeploymentGate(ModelCheck check) {
        this.check = check;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        List<Finding> errors = new ArrayList<>();
        for (ResourceEntity resource : deployment.getResources().values()) {
            if (isModel(resource.getName())) {
                check.check(resource.getBytes()).stream()
                        .filter(Finding::isError)
                        .forEach(errors::add);
            } else {
                errors.add(Finding.error(null, "resource", "modeling.check.resource", resource.getName()));
            }
        }
        if (errors.isEmpty()) {
            errors.addAll(callLoops(deployment));
        }
        if (!errors.isEmpty()) {
            throw new ModelRefused(String.join(", ", deployment.getResources().keySet()), errors);
        }
    }

    /** Circles of calls among the new models and the latest versions of the others, which the engine would call. */
    private static List<Finding> callLoops(DeploymentEntity deployment) {
        CallLoops calls = new CallLoops(DeploymentGate::calledByLatest);
        deployment.getResources().values().forEach(model -> calls.add(definitions(model)));
        FindingList findings = new FindingList();
        calls.check(findings);
        return findings.all();
    }

    private static Set<String> calledByLatest(String key) {
        CommandContext context = Context.getCommandContext();
        ProcessDefinitionEntity latest = context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(key);
        return latest == null
                ? Set.of()
                : CallLoops.called(
                        definitions(context.getResourceManager()
                                .findResourceByDeploymentIdAndResourceName(
                                        latest.getDeploymentId(), latest.getResourceName())),
                        key);
    }

    private static Element definitions(ResourceEntity model) {
        try {
            return SafeXml.parse(model.getBytes()).getDocumentElement();
        } catch (SAXException e) {
            throw new IllegalStateException("A model that passed the check cannot be read: " + model.getName(), e);
        }
    }

    private static boolean isModel(String name) {
        return name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml");
    }
}
