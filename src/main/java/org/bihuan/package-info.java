/** Bihuan: inspection rectification (巡察整改) as a closed loop. */
@NullMarked
package org.bihuan;

import org.jspecify.annotations.NullMarked;
