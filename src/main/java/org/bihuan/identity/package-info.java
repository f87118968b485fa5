/** Units, people, duties, substitutes and the way in: who somebody is and what they may decide. */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"shared", "shared :: ui", "audit"})
@NullMarked
package org.bihuan.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
