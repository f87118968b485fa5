package org.bihuan.modeling;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Collects findings and names the element for each. */
final class FindingList {

    private static final String PREFIX = "modeling.check.";

    private final List<Finding> findings = new ArrayList<>();

    void error(Element at, String key, String... args) {
        add(at, Finding.Severity.ERROR, key, args);
    }

    void warning(Element at, String key, String... args) {
        add(at, Finding.Severity.WARNING, key, args);
    }

    void fileError(String key, String... args) {
        findings.add(Finding.error(null, "definitions", PREFIX + key, args));
    }

    List<Finding> all() {
        return List.copyOf(findings);
    }

    private void add(Element at, Finding.Severity severity, String key, String... args) {
        Element named = nearestWithId(at);
        Element shown = named == null ? at : named;
        String id = named == null ? null : named.getAttribute("id");
        findings.add(Finding.of(id, shown.getLocalName(), severity, PREFIX + key, args));
    }

    private static @Nullable Element nearestWithId(Element at) {
        for (Node node = at; node instanceof Element element; node = node.getParentNode()) {
            if (!element.getAttribute("id").isEmpty()) {
                return element;
            }
        }
        return null;
    }
}
