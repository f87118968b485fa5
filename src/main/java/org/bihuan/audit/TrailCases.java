package org.bihuan.audit;

import java.util.Collection;
import java.util.Set;

/** Implemented by who keeps cases: which dossiers the reader of the trail may go on to. */
public interface TrailCases {

    /** Those of these case numbers whose dossier the caller may read. */
    Set<String> readable(Collection<String> caseNumbers);
}
