package org.bihuan.modeling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that have neither subtasks nor variables of their own: no model can make them and no code of ours does,
 * which a test holds. The engine looks for both whenever a task ends; so two queries a step are saved.
 */
final class PlainTasks {

    private PlainTasks() {}

    /** In place of the engine's own. */
    static List<SessionFactory> sessions() {
        return List.of(
                new Factory(TaskManager.class, WithoutSubtasks::new),
                new Factory(VariableInstanceManager.class, WithoutTaskVariables::new));
    }

    private record Factory(Class<? extends Session> type, Supplier<Session> opened) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return type;
        }

        @Override
        public Session openSession() {
            return opened.get();
        }
    }

    private static final class WithoutSubtasks extends TaskManager {

        @Override
        public List<Task> findTasksByParentTaskId(String parentTaskId) {
            return new ArrayList<>();
        }
    }

    private static final class WithoutTaskVariables extends VariableInstanceManager {

        @Override
        public List<VariableInstanceEntity> findVariableInstancesByTaskId(String taskId) {
            return new ArrayList<>();
        }

        @Override
        public List<VariableInstanceEntity> findVariableInstancesByTaskIdAndVariableNames(
                String taskId, @Nullable Collection<String> variableNames) {
            return new ArrayList<>();
        }
    }
}
