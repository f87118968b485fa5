package org.bihuan.modeling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Finds processes that call each other in a circle: each would start the next one without end. */
final class CallLoops {

    private final Map<String, Element> drawn = new LinkedHashMap<>();
    private final Function<String, Set<String>> elsewhere;

    /** @param elsewhere what a process calls that is in none of the models that are added; empty where unknown */
    CallLoops(Function<String, Set<String>> elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** Adds the processes of a model that is to be checked. */
    void add(Element definitions) {
        for (Element child : SafeXml.children(definitions)) {
            if (ModelNames.isBpmn(child, "process")) {
                drawn.put(child.getAttribute("id"), child);
            }
        }
    }

    /** Refuses each call by which a process comes back to itself, at once or through others. */
    void check(FindingList findings) {
        drawn.forEach((key, process) -> {
            for (Element call : calls(process)) {
                List<String> way = way(call.getAttribute("calledElement"), key);
                if (way.size() == 1) {
                    findings.error(call, "selfCall", key);
                } else if (!way.isEmpty()) {
                    findings.error(call, "callLoop", key, String.join(" → ", way));
                }
            }
        });
    }

    /** What a process of a model calls; empty where the model has no such process. */
    static Set<String> called(Element definitions, String key) {
        CallLoops model = new CallLoops(other -> Set.of());
        model.add(definitions);
        return model.called(key);
    }

    private Set<String> called(String key) {
        Element process = drawn.get(key);
        if (process == null) {
            return elsewhere.apply(key);
        }
        Set<String> called = new LinkedHashSet<>();
        calls(process).forEach(call -> called.add(call.getAttribute("calledElement")));
        return called;
    }

    private static List<Element> calls(Element process) {
        NodeList found = process.getElementsByTagNameNS(ModelNames.BPMN, "callActivity");
        List<Element> calls = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            calls.add((Element) found.item(i));
        }
        return calls;
    }

    /** The shortest way by calls, both ends included; empty where there is none. */
    private List<String> way(String from, String to) {
        Map<String, List<String>> ways = new HashMap<>(Map.of(from, List.of(from)));
        Deque<String> ahead = new ArrayDeque<>(List.of(from));
        while (!ahead.isEmpty() && !ways.containsKey(to)) {
            String here = ahead.remove();
            for (String next : called(here)) {
                if (!ways.containsKey(next)) {
                    List<String> way = new ArrayList<>(ways.getOrDefault(here, List.of()));
                    way.add(next);
                    ways.put(next, way);
                    ahead.add(next);
                }
            }
        }
        return ways.getOrDefault(to, List.of());
    }
}
