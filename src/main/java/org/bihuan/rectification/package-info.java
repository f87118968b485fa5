/**
 * Inspection → aspect → problem → measure: the aggregates, their guarded commands, deadlines and
 * closing rules, and the port to the engine.
 */
@ApplicationModule(
        displayName = "Rectification",
        allowedDependencies = {
            "shared",
            "shared :: ui",
            "identity",
            "calendar",
            "findings",
            "audit",
            "evidence",
            "evidence :: ui"
        })
@NullMarked
package org.bihuan.rectification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
