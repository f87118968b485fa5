/** Composites that show and collect the evidence of a case, embedded by the views of other modules. */
@NamedInterface("ui")
@NullMarked
package org.bihuan.evidence.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
