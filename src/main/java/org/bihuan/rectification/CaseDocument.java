package org.bihuan.rectification;

import org.bihuan.findings.DocumentKind;
import org.jspecify.annotations.Nullable;

/**
 * A document that the imported one names for a measure or a round.
 *
 * @param title with its 《》
 * @param number 发文字号, or null where none is given
 */
public record CaseDocument(
        String title, DocumentKind kind, @Nullable String number) {}
