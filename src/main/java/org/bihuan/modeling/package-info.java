/** Process models: the hardened engine, its schema, the check every model passes, and the shipped models. */
@ApplicationModule(
        displayName = "Modeling",
        allowedDependencies = {"shared", "identity"})
@NullMarked
package org.bihuan.modeling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
