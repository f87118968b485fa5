package org.bihuan.evidence;

/** A file to be added to a case; {@code fileName} as the browser sent it, {@code attempt} from 1. */
public record NewEvidence(String caseNumber, EvidenceKind kind, String fileName, int attempt) {}
