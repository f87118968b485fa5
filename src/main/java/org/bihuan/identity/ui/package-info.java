/** Screens of units, people, duties and one's own account. */
@NullMarked
package org.bihuan.identity.ui;

import org.jspecify.annotations.NullMarked;
