/** The demo round in databases of the tests' own. */
@NullMarked
package org.bihuan.demo;

import org.jspecify.annotations.NullMarked;
