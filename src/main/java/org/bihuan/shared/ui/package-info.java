/** The UI kit: small composites that every screen is built from. */
@NamedInterface("ui")
@NullMarked
package org.bihuan.shared.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
