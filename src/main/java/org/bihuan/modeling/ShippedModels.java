package org.bihuan.modeling;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Deploys the models that travel in the jar, each where it changed, and only where the latest version of
 * the process is a shipped one too: a version that an admin published stays in force.
 */
final class ShippedModels implements SmartInitializingSingleton {

    /** Source of our deployments; a deployment of another source is an admin's. */
    static final String SOURCE = "shipped";

    private static final Logger LOG = LoggerFactory.getLogger(ShippedModels.class);

    private final RepositoryService repository;
    private final ModelCheck check;
    private final String location;

    ShippedModels(RepositoryService repository, ModelCheck check, String location) {
        this.repository = repository;
        this.check = check;
        this.location = location;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            Resource[] models = new PathMatchingResourcePatternResolver().getResources(location);
            // Called processes sort before their callers only by chance; the engine resolves calls when they happen.
            Arrays.sort(models, Comparator.comparing(model -> Objects.requireNonNullElse(model.getFilename(), "")));
            for (Resource model : models) {
                try (InputStream in = model.getInputStream()) {
                    deploy(Objects.requireNonNull(model.getFilename()), in.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The shipped processes cannot be read", e);
        }
    }

    /**
     * Deploys one model unless an equal one is deployed already or an admin's version is in force.
     *
     * @param fileName name of the file, process id plus {@code .bpmn}
     * @throws ModelRefused if the model has errors; the application must not start with it
     */
    void deploy(String fileName, byte[] content) {
        List<Finding> findings = check.check(content);
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        if (!errors.isEmpty()) {
            throw new ModelRefused(fileName, errors);
        }
        findings.forEach(warning -> LOG.warn("Process {}: {}", fileName, warning));
        String key = fileName.substring(0, fileName.lastIndexOf('.'));
        String owner = ownerOfLatest(key);
        if (owner != null && !owner.equals(SOURCE)) {
            LOG.info("Process {}: a published version of its own is in force, the shipped one waits", key);
            return;
        }
        DeploymentWithDefinitions deployment = repository
                .createDeployment()
                .name(key)
                .source(SOURCE)
                .enableDuplicateFiltering(true)
                .addInputStream(fileName, new ByteArrayInputStream(content))
                .deployWithResult();
        List<ProcessDefinition> deployed = deployment.getDeployedProcessDefinitions();
        if (deployed != null) {
            deployed.forEach(made -> LOG.info("Process {}: version {} deployed", made.getKey(), made.getVersion()));
        }
    }

    /** Source of the deployment of the latest version; null if the process is not deployed yet. */
    private @Nullable String ownerOfLatest(String key) {
        ProcessDefinition latest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
        if (latest == null) {
            return null;
        }
        Deployment deployment = repository
                .createDeploymentQuery()
                .deploymentId(latest.getDeploymentId())
                .singleResult();
        return deployment == null || deployment.getSource() == null ? "" : deployment.getSource();
    }
}
