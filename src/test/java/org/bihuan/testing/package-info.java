/** What the tests share: a real MySQL, a real browser, the built product as a process, a statement counter. */
@NullMarked
package org.bihuan.testing;

import org.jspecify.annotations.NullMarked;
