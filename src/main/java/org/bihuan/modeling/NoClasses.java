package org.bihuan.modeling;

import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;

/**
 * Refuses to make an object of a class that a model names: delegates, listeners, handlers, and the
 * engine's own shell and mail tasks, which it makes in the same way.
 */
final class NoClasses implements ArtifactFactory {

    @Override
    public <T> T getArtifact(Class<T> type) {
        throw new ProcessEngineException("A model cannot name the class " + type.getName());
    }
}
