package org.bihuan.findings;

/** How a named document stands to the rectification: made for it, changed for it, applied, or issued by others. */
public enum DocumentKind {
    NEW,
    REVISED,
    EXISTING,
    EXTERNAL
}
