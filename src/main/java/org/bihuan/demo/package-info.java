/** The demo round: real titles and figures, invented persons, dates and statuses, told through the product's own commands. */
@ApplicationModule(displayName = "Demo")
@NullMarked
package org.bihuan.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
