/** Read model of open work: inbox, counts, verbs; kept in the transaction of the engine's own change. */
@ApplicationModule(
        displayName = "Worklist",
        allowedDependencies = {
            "shared",
            "shared :: ui",
            "identity",
            "rectification",
            "rectification :: ui",
            "evidence",
            "evidence :: ui",
            "calendar",
            "audit"
        })
@NullMarked
package org.bihuan.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
