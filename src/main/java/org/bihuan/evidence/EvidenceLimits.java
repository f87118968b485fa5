package org.bihuan.evidence;

import java.util.List;

/** What an upload may be: sizes in bytes, extensions with their dot, in lower case. */
public record EvidenceLimits(long maxFileSize, long maxCaseSize, int maxNameLength, List<String> extensions) {}
