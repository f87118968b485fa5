/** The screen of the calendar's years. */
@NullMarked
package org.bihuan.calendar.ui;

import org.jspecify.annotations.NullMarked;
