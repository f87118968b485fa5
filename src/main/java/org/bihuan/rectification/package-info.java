/** Rounds, aspects, problems and measures of an inspection: what was found, and how it is put right. */
@ApplicationModule(
        displayName = "Rectification",
        allowedDependencies = {"shared", "identity", "calendar", "evidence", "audit"})
@NullMarked
package org.bihuan.rectification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
