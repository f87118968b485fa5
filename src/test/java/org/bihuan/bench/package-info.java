/**
 * The benchmark: the product beside the bare engine, in one run on a real MySQL. Small runs of it are
 * tests; {@link org.bihuan.bench.Bench} runs it in full.
 */
@NullMarked
package org.bihuan.bench;

import org.jspecify.annotations.NullMarked;
