/** Screens of the worklist: my work, the task page, approvals. */
@NullMarked
package org.bihuan.worklist.ui;

import org.jspecify.annotations.NullMarked;
