/** Lists and official documents out of the same data: the ledger (整改台账) and its three lists as a workbook. */
@ApplicationModule(
        displayName = "Reporting",
        allowedDependencies = {"shared", "identity", "rectification", "audit"})
@NullMarked
package org.bihuan.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
