package org.bihuan.rectification.ui;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The labels of a BPMN model, as words for whoever does not see the picture.
 *
 * @param all labels by element id; elements without a label are missing
 * @param steps ids of the labelled steps, in the order in which the model tells them
 */
record ElementNames(Map<String, String> all, List<String> steps) {

    private static final Set<String> STEPS = Set.of(
            "task",
            "userTask",
            "serviceTask",
            "manualTask",
            "businessRuleTask",
            "sendTask",
            "receiveTask",
            "callActivity",
            "intermediateCatchEvent");

    ElementNames {
        all = Map.copyOf(all);
        steps = List.copyOf(steps);
    }

    /** A model that is no XML has no labels. */
    static ElementNames of(String xml) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Map<String, String> names = new HashMap<>();
        List<String> steps = new ArrayList<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    String id = reader.getAttributeValue(null, "id");
                    String name = reader.getAttributeValue(null, "name");
                    if (id != null && name != null && !name.isBlank()) {
                        names.put(id, name.strip().replaceAll("\\s+", " "));
                        if (STEPS.contains(reader.getLocalName())) {
                            steps.add(id);
                        }
                    }
                }
            }
        } catch (XMLStreamException notAModel) {
            return new ElementNames(Map.of(), List.of());
        }
        return new ElementNames(names, steps);
    }
}
