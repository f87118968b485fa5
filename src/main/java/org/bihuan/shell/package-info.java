/** The frame of the product: start-up, sign-in, layout, texts, error views, log context. */
@ApplicationModule(
        displayName = "Shell",
        allowedDependencies = {"shared", "shared :: ui", "identity"})
@NullMarked
package org.bihuan.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
