package org.bihuan.modeling;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Says whether a process model stays within the closed vocabulary. Default deny: every element, attribute
 * and text must be one that is known to be harmless or that names an entry of the {@link Catalogue}.
 */
public final class ModelCheck {

    private static final Pattern PROCESS_KEY = Pattern.compile("[a-z][a-z0-9-]{2,59}");
    private static final Pattern TIME_TO_LIVE = Pattern.compile("P?[1-9]\\d{0,4}D?");

    private final Catalogue catalogue;
    private final Predicate<String> processes;

    /** A check that takes every called process for existing. */
    public ModelCheck(Catalogue catalogue) {
        this(catalogue, key -> true);
    }

    /** A check that warns where a called process is not one of {@code processes}. */
    ModelCheck(Catalogue catalogue, Predicate<String> processes) {
        this.catalogue = catalogue;
        this.processes = processes;
    }

    /** All findings on a BPMN file, in the order of the file; empty if there is nothing to say. */
    public List<Finding> check(byte[] bpmn) {
        FindingList findings = new FindingList();
        if (bpmn.length > ModelLimits.BYTES) {
            findings.fileError("size", Integer.toString(ModelLimits.BYTES / 1024));
            return findings.all();
        }
        Element root;
        try {
            root = SafeXml.parse(bpmn).getDocumentElement();
        } catch (SAXException e) {
            String reason = String.valueOf(e.getMessage());
            findings.fileError(reason.contains("DOCTYPE") ? "doctype" : "notXml", reason);
            return findings.all();
        }
        if (!ModelNames.isBpmn(root, "definitions")) {
            findings.fileError("notBpmn");
            return findings.all();
        }
        if (fits(root, findings)) {
            processes(root, findings);
            new ElementRules(catalogue, processes, findings).walk(root);
            new StraightLoops(findings).check(root);
            CallLoops calls = new CallLoops(key -> Set.of());
            calls.add(root);
            calls.check(findings);
        }
        return findings.all();
    }

    private static boolean fits(Element root, FindingList findings) {
        int all = root.getElementsByTagNameNS("*", "*").getLength();
        NodeList bpmn = root.getElementsByTagNameNS(ModelNames.BPMN, "*");
        int counted = 0;
        for (int i = 0; i < bpmn.getLength(); i++) {
            String name = bpmn.item(i).getLocalName();
            if (!name.equals("incoming") && !name.equals("outgoing")) {
                counted++;
            }
        }
        if (counted > ModelLimits.ELEMENTS || all > ModelLimits.XML_ELEMENTS) {
            findings.fileError("elements", Integer.toString(counted), Integer.toString(ModelLimits.ELEMENTS));
            return false;
        }
        return true;
    }

    private static void processes(Element root, FindingList findings) {
        int executable = 0;
        for (Element process : SafeXml.children(root)) {
            if (!ModelNames.isBpmn(process, "process")) {
                continue;
            }
            executable += "true".equals(process.getAttribute("isExecutable")) ? 1 : 0;
            String key = process.getAttribute("id");
            if (!PROCESS_KEY.matcher(key).matches()) {
                findings.error(process, "processKey", key);
            }
            String timeToLive = process.getAttributeNS(ModelNames.CAMUNDA, "historyTimeToLive");
            if (!TIME_TO_LIVE.matcher(timeToLive).matches()) {
                findings.error(process, "historyTimeToLive", timeToLive);
            }
        }
        if (executable == 0) {
            findings.fileError("noProcess");
        }
    }
}
