package org.bihuan.findings;

import org.jspecify.annotations.Nullable;

/**
 * A document that the source names.
 *
 * @param title with its 《》
 * @param number 发文字号, or null where the source gives none
 */
public record NamedDocument(
        String title, DocumentKind kind, @Nullable String number) {}
