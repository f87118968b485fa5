/** The screen of the trail. */
@NullMarked
package org.bihuan.audit.ui;

import org.jspecify.annotations.NullMarked;
