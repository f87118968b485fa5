package org.bihuan.rectification;

import java.util.List;
import java.util.Set;

import org.bihuan.shared.CaseNumber;

/**
 * A case on its process diagram.
 *
 * @param xml BPMN 2.0 XML of the very version this case runs on; empty where the case has no process
 * @param tokens element ids where the case stands now
 * @param done element ids (nodes and flows) that it has passed
 * @param called measure processes below, by the call activity's element id
 */
public record CaseDiagram(String xml, Set<String> tokens, Set<String> done, List<Called> called) {

    /** A process called from this one. */
    public record Called(String elementId, CaseNumber caseNumber, boolean running) {}
}
