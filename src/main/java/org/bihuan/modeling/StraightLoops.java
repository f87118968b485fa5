package org.bihuan.modeling;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Finds ways round a model on which nobody and nothing is waited for: the engine would run such a loop
 * in one thread until the memory is full.
 */
final class StraightLoops {

    private final FindingList findings;

    StraightLoops(FindingList findings) {
        this.findings = findings;
    }

    void check(Element definitions) {
        for (Element process : SafeXml.children(definitions)) {
            if (ModelNames.isBpmn(process, "process")) {
                scope(process);
                signals(process);
            }
        }
    }

    private void scope(Element scope) {
        Graph graph = new Graph(scope);
        for (Element node : graph.nodes.values()) {
            if (ModelNames.isBpmn(node, "subProcess")) {
                scope(node);
            }
        }
        String looping = graph.straightLoop();
        if (looping != null) {
            findings.error(graph.nodes.getOrDefault(looping, scope), "loop", looping);
        }
    }

    /** A process that throws the signal which starts it multiplies without end. */
    private void signals(Element process) {
        Set<String> starting = new HashSet<>();
        List<Element> thrown = new ArrayList<>();
        for (Element definition : descendants(process, "signalEventDefinition")) {
            switch (definition.getParentNode().getLocalName()) {
                case "startEvent" -> starting.add(definition.getAttribute("signalRef"));
                case "endEvent", "intermediateThrowEvent" -> thrown.add(definition);
                default -> {
                    // A catching event in the middle waits for others.
                }
            }
        }
        for (Element definition : thrown) {
            if (starting.contains(definition.getAttribute("signalRef"))) {
                findings.error(definition, "signalLoop", definition.getAttribute("signalRef"));
            }
        }
    }

    private static List<Element> descendants(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        var list = parent.getElementsByTagNameNS(ModelNames.BPMN, name);
        for (int i = 0; i < list.getLength(); i++) {
            found.add((Element) list.item(i));
        }
        return found;
    }

    /** Flow nodes of one scope and the ways between them. */
    private static final class Graph {

        final Map<String, Element> nodes = new LinkedHashMap<>();
        private final Map<String, List<String>> ways = new HashMap<>();

        Graph(Element scope) {
            List<Element> children = SafeXml.children(scope);
            for (Element child : children) {
                if (ModelNames.BPMN.equals(child.getNamespaceURI())
                        && ModelNames.FLOW_NODES.contains(child.getLocalName())) {
                    nodes.put(child.getAttribute("id"), child);
                }
            }
            for (Element child : children) {
                if (ModelNames.isBpmn(child, "sequenceFlow")) {
                    way(child.getAttribute("sourceRef"), child.getAttribute("targetRef"));
                } else if (ModelNames.isBpmn(child, "boundaryEvent")) {
                    way(child.getAttribute("attachedToRef"), child.getAttribute("id"));
                }
            }
        }

        private void way(String from, String to) {
            if (nodes.containsKey(from) && nodes.containsKey(to)) {
                ways.computeIfAbsent(from, key -> new ArrayList<>()).add(to);
            }
        }

        /** Removes waiting nodes, then nodes that lead nowhere or are led to by none, until only loops remain. */
        @Nullable
        String straightLoop() {
            Set<String> left = new HashSet<>();
            nodes.forEach((id, node) -> {
                if (!waits(node)) {
                    left.add(id);
                }
            });
            boolean changed = true;
            while (changed) {
                changed = left.removeIf(
                        id -> ways.getOrDefault(id, List.of()).stream().noneMatch(left::contains));
            }
            return nodes.keySet().stream().filter(left::contains).findFirst().orElse(null);
        }

        /** Whether some way leads from a start to an end of this scope without waiting. */
        boolean canBePassedStraight() {
            Deque<String> open = new ArrayDeque<>();
            nodes.forEach((id, node) -> {
                if (ModelNames.isBpmn(node, "startEvent")) {
                    open.add(id);
                }
            });
            Set<String> seen = new HashSet<>(open);
            while (!open.isEmpty()) {
                String id = open.remove();
                List<String> next = ways.getOrDefault(id, List.of());
                if (next.isEmpty()) {
                    return true;
                }
                for (String to : next) {
                    if (!waits(nodes.get(to)) && seen.add(to)) {
                        open.add(to);
                    }
                }
            }
            return false;
        }
    }

    private static boolean waits(@Nullable Element node) {
        if (node == null) {
            return false;
        }
        return switch (node.getLocalName()) {
            case "userTask", "receiveTask" -> !repeatsFromCollection(node);
            case "intermediateCatchEvent", "boundaryEvent" -> waitsForEvent(node);
            case "subProcess" -> !repeatsFromCollection(node) && !new Graph(node).canBePassedStraight();
            default -> false;
        };
    }

    /** Over an empty collection a multi-instance activity is passed at once. */
    private static boolean repeatsFromCollection(Element node) {
        return SafeXml.children(node).stream()
                .anyMatch(child -> ModelNames.isBpmn(child, "multiInstanceLoopCharacteristics")
                        && child.hasAttributeNS(ModelNames.CAMUNDA, "collection"));
    }

    /** Messages, signals and timers of an hour or more are waited for; errors and escalations come at once. */
    private static boolean waitsForEvent(Element event) {
        for (Element definition : SafeXml.children(event)) {
            if (ModelNames.isBpmn(definition, "messageEventDefinition")
                    || ModelNames.isBpmn(definition, "signalEventDefinition")) {
                return true;
            }
            if (ModelNames.isBpmn(definition, "timerEventDefinition")) {
                return SafeXml.children(definition).stream().allMatch(StraightLoops::isLong);
            }
        }
        return false;
    }

    private static boolean isLong(Element time) {
        String text = SafeXml.text(time);
        if (ClosedGrammar.variable(text) != null) {
            return true;
        }
        // A literal date passes once and lets a loop through from then on.
        Duration length = TimerRules.length(text);
        return TimerRules.isSlowCycle(text) || length != null && length.compareTo(ModelLimits.SHORTEST_REPEAT) >= 0;
    }
}
