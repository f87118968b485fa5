/** The worklist's side of the engine: one engine-wide task listener. */
@NullMarked
package org.bihuan.worklist.workflow;

import org.jspecify.annotations.NullMarked;
