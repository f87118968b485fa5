package org.bihuan.evidence;

import java.nio.file.Path;

/** An item and the stored file that holds its bytes; the file must only be read. */
public record EvidenceContent(EvidenceItem item, Path file) {}
