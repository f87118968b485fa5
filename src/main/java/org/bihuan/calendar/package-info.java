/** Working days of the People's Republic with adjusted rest days (调休): day arithmetic that refuses to guess. */
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {"shared", "shared :: ui", "identity", "audit"})
@NullMarked
package org.bihuan.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
