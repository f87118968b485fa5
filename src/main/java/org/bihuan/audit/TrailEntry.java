package org.bihuan.audit;

/** An entry with the hash it says it follows, 64 hexadecimal digits; zeros for the first of its stream. */
public record TrailEntry(AuditRecord record, String previousHash) {}
