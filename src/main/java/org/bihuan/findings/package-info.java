/**
 * Reads a feedback document or a notice into aspects, problems and measures: the draft of a round, which a
 * clerk corrects before anything is stored.
 */
@ApplicationModule(
        displayName = "Findings",
        allowedDependencies = {"shared"})
@NullMarked
package org.bihuan.findings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
