package org.bihuan.modeling;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

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
        if (!errors.isEmpty()) {
            throw new ModelRefused(String.join(", ", deployment.getResources().keySet()), errors);
        }
    }

    private static boolean isModel(String name) {
        return name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml");
    }
}
