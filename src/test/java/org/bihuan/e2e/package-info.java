/** Shown with the built product: crashes, the whole loop in the browser, accessibility, pictures. */
@NullMarked
package org.bihuan.e2e;

import org.jspecify.annotations.NullMarked;
