/** Screens of the rectification: dossier, ledger, import, and the forms of the steps. */
@NamedInterface("ui")
@NullMarked
package org.bihuan.rectification.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
