/** The documents say what the code and the models say. */
@NullMarked
package org.bihuan.docs;

import org.jspecify.annotations.NullMarked;
