package org.bihuan.modeling;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What a model may say in the engine's own namespace. */
final class CamundaRules {

    private static final String ASSIGN = "bihuan.assign";
    private static final String DUE = "bihuan.due";

    private static final Pattern FLAG = Pattern.compile("true|false");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final Pattern VERSION = Pattern.compile("[\\p{L}\\p{N}._ -]{1,60}");
    private static final Pattern FORM_KEY = Pattern.compile("bihuan:[a-z][a-z0-9-]{0,60}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final Pattern RETRIES = Pattern.compile("R\\d/PT?\\d{1,3}[MHD]");

    /** Attributes that are harmless wherever the engine reads them, as long as the value has this form. */
    private static final Map<String, Pattern> HARMLESS = Map.ofEntries(
            Map.entry("asyncBefore", FLAG),
            Map.entry("asyncAfter", FLAG),
            Map.entry("exclusive", FLAG),
            Map.entry("isStartableInTasklist", FLAG),
            Map.entry("historyTimeToLive", Pattern.compile("P?\\d{1,5}D?")),
            Map.entry("versionTag", VERSION),
            Map.entry("priority", NUMBER),
            Map.entry("jobPriority", NUMBER),
            Map.entry("initiator", NAME),
            Map.entry("elementVariable", NAME),
            Map.entry("calledElementBinding", Pattern.compile("latest|deployment")),
            Map.entry("errorCodeVariable", NAME),
            Map.entry("errorMessageVariable", NAME),
            Map.entry("escalationCodeVariable", NAME));

    /** Those of them that name a variable which the engine then sets. */
    private static final Set<String> VARIABLES = Set.of(
            "initiator", "elementVariable", "errorCodeVariable", "errorMessageVariable", "escalationCodeVariable");

    private static final Set<String> FIELD_TYPES = Set.of("string", "long", "boolean", "date", "enum");
    private static final Set<String> CONSTRAINTS =
            Set.of("required", "readonly", "min", "max", "minlength", "maxlength");

    private final Catalogue catalogue;
    private final FindingList findings;

    CamundaRules(Catalogue catalogue, FindingList findings) {
        this.catalogue = catalogue;
        this.findings = findings;
    }

    /** Checks an attribute of the engine's namespace on an element of BPMN. */
    void attribute(Element element, Attr attribute) {
        String name = attribute.getLocalName();
        String value = attribute.getValue();
        Pattern harmless = HARMLESS.get(name);
        if (harmless != null) {
            if (!harmless.matcher(value).matches()) {
                findings.error(element, "attribute", attribute.getName(), value);
            } else if (VARIABLES.contains(name) && isReserved(element, name, value)) {
                findings.error(element, "variableReserved", value);
            }
            return;
        }
        switch (name) {
            case "delegateExpression" -> {
                String step = ClosedGrammar.variable(value);
                if (!element.getLocalName().equals("serviceTask") || step == null || !catalogue.isStep(step)) {
                    findings.error(element, "step", value);
                }
            }
            case "formKey" -> formKey(element, value);
            case "collection" -> {
                if (!element.getLocalName().equals("multiInstanceLoopCharacteristics")) {
                    findings.error(element, "attribute", attribute.getName(), value);
                }
            }
            default -> {
                String refused = ModelNames.REFUSED.get(name);
                findings.error(element, refused == null ? "attribute" : refused, attribute.getName(), value);
            }
        }
    }

    /** Of the product's own variables a model sets one kind alone: the case of each process that it calls. */
    private boolean isReserved(Element element, String attribute, String variable) {
        if (catalogue.decisionVariables().contains(variable)) {
            return true;
        }
        return catalogue.ownVariables().contains(variable)
                && !(attribute.equals("elementVariable")
                        && catalogue.caseVariables().contains(variable)
                        && element.getParentNode() instanceof Element owner
                        && ModelNames.isBpmn(owner, "callActivity"));
    }

    private void formKey(Element element, String value) {
        if (!FORM_KEY.matcher(value).matches()) {
            findings.error(element, "formKey", value);
        } else if (!catalogue.formKeys().contains(value)) {
            findings.warning(element, "formKeyUnknown", value);
        }
    }

    /** Checks that somebody gets the task. */
    void userTask(Element task) {
        boolean assigned = false;
        boolean due = false;
        for (Element extensions : SafeXml.children(task)) {
            for (Element properties : SafeXml.children(extensions)) {
                for (Element property : SafeXml.children(properties)) {
                    assigned |= property.getAttribute("name").equals(ASSIGN);
                    due |= property.getAttribute("name").equals(DUE);
                }
            }
        }
        if (!assigned) {
            findings.error(task, "assignMissing");
        }
        if (!due) {
            findings.warning(task, "dueMissing");
        }
    }

    /** Checks an element of the engine's namespace with all that is below it. */
    void element(Element element) {
        String name = element.getLocalName();
        String refused = ModelNames.REFUSED.get(name);
        if (refused != null) {
            findings.error(element, refused, element.getNodeName());
            return;
        }
        if (!(element.getParentNode() instanceof Element parent) || !ModelNames.isBpmn(parent, "extensionElements")) {
            findings.error(element, "element", element.getNodeName());
            return;
        }
        switch (name) {
            case "properties" -> properties(element);
            case "formData" -> formData(element);
            case "in", "out" -> mapping(element);
            case "failedJobRetryTimeCycle" -> {
                if (!RETRIES.matcher(SafeXml.text(element)).matches()
                        || !SafeXml.children(element).isEmpty()) {
                    findings.error(element, "retries", SafeXml.text(element));
                }
                only(element);
            }
            default -> findings.error(element, "element", element.getNodeName());
        }
    }

    private void properties(Element properties) {
        only(properties);
        for (Element property : SafeXml.children(properties)) {
            if (!ModelNames.isCamunda(property, "property")
                    || !SafeXml.children(property).isEmpty()) {
                findings.error(property, "element", property.getNodeName());
                continue;
            }
            only(property, "id", "name", "value");
            String value = property.getAttribute("value");
            String name = property.getAttribute("name");
            switch (name) {
                case ASSIGN -> {
                    if (!catalogue.assignRules().contains(value)) {
                        findings.error(property, "assignRule", value);
                    }
                }
                case DUE -> {
                    if (!catalogue.dueRules().contains(value)) {
                        findings.error(property, "dueRule", value);
                    }
                }
                default -> {
                    if (name.startsWith("bihuan.")) {
                        findings.error(property, "attribute", name, value);
                    }
                }
            }
        }
    }

    private void formData(Element form) {
        only(form);
        for (Element field : SafeXml.children(form)) {
            if (!ModelNames.isCamunda(field, "formField")) {
                findings.error(field, "element", field.getNodeName());
                continue;
            }
            only(field, "id", "label", "type");
            if (!NAME.matcher(field.getAttribute("id")).matches()
                    || !FIELD_TYPES.contains(field.getAttribute("type"))) {
                findings.error(field, "formField", field.getAttribute("id"), field.getAttribute("type"));
            }
            ownName(field);
            for (Element part : SafeXml.children(field)) {
                formFieldPart(part);
            }
        }
    }

    /** A field is a variable: none may write what the product computes, and a decision is one of those offered. */
    private void ownName(Element field) {
        String id = field.getAttribute("id");
        if (catalogue.ownVariables().contains(id)) {
            findings.error(field, "formFieldReserved", id);
        } else if (catalogue.decisionVariables().contains(id) && !offersChoice(field)) {
            findings.error(field, "formFieldDecision", id);
        }
    }

    private static boolean offersChoice(Element field) {
        return field.getAttribute("type").equals("enum")
                && SafeXml.children(field).stream().anyMatch(part -> ModelNames.isCamunda(part, "value"));
    }

    private void formFieldPart(Element part) {
        if (ModelNames.isCamunda(part, "value") && SafeXml.children(part).isEmpty()) {
            only(part, "id", "name");
        } else if (ModelNames.isCamunda(part, "validation")) {
            only(part);
            for (Element constraint : SafeXml.children(part)) {
                only(constraint, "name", "config");
                if (!CONSTRAINTS.contains(constraint.getAttribute("name"))
                        || !constraint.getAttribute("config").matches("\\d{0,9}|true|false")
                        || !SafeXml.children(constraint).isEmpty()) {
                    findings.error(constraint, "validator", constraint.getAttribute("name"));
                }
            }
        } else {
            findings.error(part, "element", part.getNodeName());
        }
    }

    /** Mappings of a call: the case number of the called process, and variables by plain name. */
    private void mapping(Element mapping) {
        boolean key = mapping.hasAttribute("businessKey")
                && mapping.getAttributes().getLength() == 1
                && mapping.getLocalName().equals("in")
                && ClosedGrammar.variable(mapping.getAttribute("businessKey")) != null;
        boolean variable = mapping.getAttributes().getLength() == 2
                && ClosedGrammar.isName(mapping.getAttribute("source"))
                && ClosedGrammar.isName(mapping.getAttribute("target"));
        boolean onCall = mapping.getParentNode() != null
                && mapping.getParentNode().getParentNode() instanceof Element owner
                && ModelNames.isBpmn(owner, "callActivity");
        if (!onCall || !(key || variable) || !SafeXml.children(mapping).isEmpty()) {
            findings.error(mapping, "mapping", mapping.getNodeName());
        }
        String target = mapping.getAttribute("target");
        if (isReserved(mapping, "target", target)) {
            findings.error(mapping, "variableReserved", target);
        }
    }

    /** Refuses every attribute but those named, and expressions in these. */
    private void only(Element element, String... names) {
        Set<String> allowed = Set.of(names);
        for (Attr attribute : SafeXml.attributes(element)) {
            if (ModelNames.XMLNS.equals(attribute.getNamespaceURI())) {
                continue;
            }
            if (attribute.getNamespaceURI() != null || !allowed.contains(attribute.getLocalName())) {
                String refused = ModelNames.REFUSED.get(attribute.getLocalName());
                findings.error(
                        element, refused == null ? "attribute" : refused, attribute.getName(), attribute.getValue());
            }
            if (ClosedGrammar.hasExpression(attribute.getValue())) {
                findings.error(element, "expression", attribute.getName(), attribute.getValue());
            }
        }
    }
}
