package org.bihuan.modeling;

import java.util.Date;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.jspecify.annotations.Nullable;

/** Repeating timers, refused where they would fire more than once an hour. */
final class SlowCycles extends CycleBusinessCalendar {

    @Override
    public Date resolveDuedate(String description, @Nullable Date start, long repeatOffset) {
        if (!TimerRules.isSlowCycle(description)) {
            throw new ProcessEngineException("A timer cannot repeat like this: " + description);
        }
        return super.resolveDuedate(description, start, repeatOffset);
    }
}
