/**
 * The hash-chained trail of everything that happened to a case, a person or a unit. Who may read the trail of one case,
 * callers decide; the whole of it is for the audit admin.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"shared", "shared :: ui"})
@NullMarked
package org.bihuan.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
