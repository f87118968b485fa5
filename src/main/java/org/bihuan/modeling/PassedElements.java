package org.bihuan.modeling;

import org.camunda.bpm.engine.impl.history.HistoryLevelActivity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.jspecify.annotations.Nullable;

/**
 * What the engine remembers of a case: the elements it has passed, for its diagram. Who did which task
 * when is in the trail; a second account of it would cost three statements a step. To the database it
 * is the level that it restricts.
 */
final class PassedElements extends HistoryLevelActivity {

    @Override
    public String getName() {
        return "passed-elements";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, @Nullable Object entity) {
        return !event.getEntityType().equals(HistoryEventTypes.TASK_INSTANCE_CREATE.getEntityType())
                && super.isHistoryEventProduced(event, entity);
    }
}
