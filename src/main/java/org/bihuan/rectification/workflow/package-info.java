/** The rectification's side of the engine: adapter, steps, assignment; the only engine code of this module. */
@NullMarked
package org.bihuan.rectification.workflow;

import org.jspecify.annotations.NullMarked;
