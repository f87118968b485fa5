/** The frame of the product: start-up, sign-in, layout, texts, error views, log context. */
@ApplicationModule(displayName = "Shell")
@NullMarked
package org.bihuan.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
