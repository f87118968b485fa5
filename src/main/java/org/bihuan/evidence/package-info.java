/** Files that prove what was done: stored by content, listed by case, read as the case is read. */
@ApplicationModule(
        displayName = "Evidence",
        allowedDependencies = {"shared", "shared :: ui", "identity", "audit"})
@NullMarked
package org.bihuan.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
