package org.bihuan.modeling;

import java.util.Set;
import java.util.function.Predicate;
import javax.xml.XMLConstants;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Walks a model and allows, element by element, only what is known. */
final class ElementRules {

    private static final Set<String> EXPRESSIONS = Set.of(
            "conditionExpression", "completionCondition", "loopCardinality", "timeDate", "timeDuration", "timeCycle");
    private static final Set<String> TEXTS = Set.of("documentation", "text", "incoming", "outgoing", "flowNodeRef");

    private final Catalogue catalogue;
    private final FindingList findings;
    private final CamundaRules camunda;
    private final Predicate<String> processes;

    ElementRules(Catalogue catalogue, Predicate<String> processes, FindingList findings) {
        this.catalogue = catalogue;
        this.processes = processes;
        this.findings = findings;
        this.camunda = new CamundaRules(catalogue, findings);
    }

    void walk(Element root) {
        walk(root, 1);
    }

    private void walk(Element element, int depth) {
        if (depth > ModelLimits.DEPTH) {
            findings.error(element, "depth", Integer.toString(ModelLimits.DEPTH));
            return;
        }
        String space = element.getNamespaceURI();
        if (ModelNames.BPMN.equals(space)) {
            if (!bpmn(element)) {
                return;
            }
        } else if (ModelNames.CAMUNDA.equals(space)) {
            camunda.element(element);
            return;
        } else if (space != null && ModelNames.DRAWING.contains(space)) {
            drawing(element);
        } else {
            findings.error(element, "element", element.getNodeName());
            return;
        }
        for (Element child : SafeXml.children(element)) {
            walk(child, depth + 1);
        }
    }

    /** Checks one element of BPMN; false if it is refused as a whole. */
    private boolean bpmn(Element element) {
        String name = element.getLocalName();
        String refused = ModelNames.REFUSED_BPMN.get(name);
        if (refused != null) {
            findings.error(element, refused, name);
            return false;
        }
        if (!ModelNames.isKnown(name)) {
            findings.error(element, "element", name);
            return false;
        }
        for (Attr attribute : SafeXml.attributes(element)) {
            attribute(element, attribute);
        }
        text(element, name);
        switch (name) {
            case "serviceTask" -> serviceTask(element);
            case "userTask" -> camunda.userTask(element);
            case "callActivity" -> callActivity(element);
            case "multiInstanceLoopCharacteristics" -> multiInstance(element);
            case "message", "signal" -> {
                if (element.getAttribute("name").isBlank()) {
                    findings.error(element, "name", name);
                }
            }
            default -> {
                // Attributes and text say all about the others.
            }
        }
        return true;
    }

    private void attribute(Element element, Attr attribute) {
        String space = attribute.getNamespaceURI();
        if (space == null) {
            if (!ModelNames.PLAIN_ATTRIBUTES.contains(attribute.getLocalName())) {
                String refused = ModelNames.REFUSED.get(attribute.getLocalName());
                findings.error(
                        element, refused == null ? "attribute" : refused, attribute.getName(), attribute.getValue());
            }
            literal(element, attribute);
        } else if (ModelNames.CAMUNDA.equals(space)) {
            camunda.attribute(element, attribute);
        } else if (ModelNames.XSI.equals(space)) {
            xsi(element, attribute);
        } else if (!ModelNames.XMLNS.equals(space)
                && !XMLConstants.XML_NS_URI.equals(space)
                && !ModelNames.EDITOR.contains(space)) {
            findings.error(element, "attribute", attribute.getName(), attribute.getValue());
        }
    }

    private void xsi(Element element, Attr attribute) {
        boolean formal = attribute.getLocalName().equals("type")
                && EXPRESSIONS.contains(element.getLocalName())
                && attribute.getValue().matches("(?:\\w+:)?tFormalExpression");
        if (!formal && !attribute.getLocalName().equals("schemaLocation")) {
            findings.error(element, "attribute", attribute.getName(), attribute.getValue());
        }
    }

    private void literal(Element element, Attr attribute) {
        if (ClosedGrammar.hasExpression(attribute.getValue())) {
            findings.error(element, "expression", attribute.getName(), attribute.getValue());
        } else if (attribute.getValue().length() > ModelLimits.TEXT) {
            findings.error(element, "text", attribute.getName(), Integer.toString(ModelLimits.TEXT));
        }
    }

    private void drawing(Element element) {
        for (Attr attribute : SafeXml.attributes(element)) {
            if (ModelNames.CAMUNDA.equals(attribute.getNamespaceURI())) {
                findings.error(element, "attribute", attribute.getName(), attribute.getValue());
            }
            literal(element, attribute);
        }
    }

    private void text(Element element, String name) {
        String text = SafeXml.text(element);
        if (EXPRESSIONS.contains(name)) {
            expression(element, name, text);
        } else if (text.isEmpty()) {
            return;
        } else if (!TEXTS.contains(name)) {
            findings.error(element, "element", text);
        } else if (ClosedGrammar.hasExpression(text)) {
            findings.error(element, "expression", name, text);
        } else if (text.length() > ModelLimits.TEXT) {
            findings.error(element, "text", name, Integer.toString(ModelLimits.TEXT));
        }
    }

    private void expression(Element element, String name, String text) {
        switch (name) {
            case "conditionExpression", "completionCondition" -> {
                if (!ClosedGrammar.isCondition(text)) {
                    findings.error(element, "condition", text);
                }
            }
            case "loopCardinality" -> {
                if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > ModelLimits.INSTANCES) {
                    findings.error(element, "instances", text, Integer.toString(ModelLimits.INSTANCES));
                }
            }
            case "timeCycle" -> {
                if (!TimerRules.isSlowCycle(text)) {
                    findings.error(element, "timer", text);
                }
            }
            case "timeDuration" -> {
                if (ClosedGrammar.variable(text) == null && !TimerRules.isPositiveDuration(text)) {
                    findings.error(element, "timer", text);
                }
            }
            default -> {
                if (ClosedGrammar.variable(text) == null && !TimerRules.isDate(text)) {
                    findings.error(element, "timer", text);
                }
            }
        }
    }

    private void serviceTask(Element task) {
        if (!task.hasAttributeNS(ModelNames.CAMUNDA, "delegateExpression")) {
            findings.error(task, "stepMissing");
        }
    }

    private void callActivity(Element call) {
        String called = call.getAttribute("calledElement");
        if (!called.matches("[a-z][a-z0-9-]{2,59}")) {
            findings.error(call, "call", called);
        } else if (!processes.test(called)) {
            findings.warning(call, "callUnknown", called);
        }
    }

    private void multiInstance(Element loop) {
        boolean counted = SafeXml.children(loop).stream().anyMatch(c -> ModelNames.isBpmn(c, "loopCardinality"));
        String collection = loop.getAttributeNS(ModelNames.CAMUNDA, "collection");
        if (collection.isEmpty() && !counted) {
            findings.error(loop, "collection", collection);
        }
        if (!collection.isEmpty()) {
            ClosedGrammar.Call call = ClosedGrammar.collection(collection);
            if (call == null || !catalogue.isCollection(call.bean(), call.method())) {
                findings.error(loop, "collection", collection);
            }
        }
    }
}
