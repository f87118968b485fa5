package org.bihuan.modeling;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.bihuan.shared.ModelText;
import org.bihuan.shared.ModelTexts;
import org.bihuan.shared.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Knows the keys of the texts that the shipped models say. A text is told by its element and its wording, not by
 * its process: a case may run on an earlier or on an admin's version, of which only what is worded alike is ours.
 */
@Component
final class ShippedTexts implements ModelTexts {

    private final Texts texts;
    private final Map<ModelText, String> names = new HashMap<>();
    private final Map<ModelText, String> documentations = new HashMap<>();

    ShippedTexts(Texts texts, @Value("${bihuan.shipped-models:classpath*:processes/*.bpmn}") String location) {
        this.texts = texts;
        try {
            for (Resource model : new PathMatchingResourcePatternResolver().getResources(location)) {
                read(SafeXml.parse(model.getContentAsByteArray()).getDocumentElement());
            }
        } catch (IOException | SAXException e) {
            throw new IllegalStateException("The shipped processes cannot be read", e);
        }
    }

    @Override
    public String name(ModelText written, Locale locale) {
        return said(names, written, locale);
    }

    @Override
    public String documentation(ModelText written, Locale locale) {
        return said(documentations, written, locale);
    }

    private String said(Map<ModelText, String> keys, ModelText written, Locale locale) {
        String key = keys.get(flat(written.element(), written.text()));
        return key != null && texts.has(locale, key) ? texts.get(locale, key) : written.text();
    }

    private void read(Element definitions) {
        for (Element process : SafeXml.children(definitions)) {
            if (!ModelNames.isBpmn(process, "process")) {
                continue;
            }
            NodeList elements = process.getElementsByTagNameNS(ModelNames.BPMN, "*");
            for (int i = 0; i < elements.getLength(); i++) {
                Element element = (Element) elements.item(i);
                String id = element.getAttribute("id");
                String key = "model." + process.getAttribute("id") + "." + id;
                names.put(flat(id, element.getAttribute("name")), key + ".name");
                documentations.put(flat(id, documentation(element)), key + ".doc");
            }
        }
    }

    private static String documentation(Element element) {
        return SafeXml.children(element).stream()
                .filter(child -> ModelNames.isBpmn(child, "documentation"))
                .map(SafeXml::text)
                .collect(Collectors.joining("\n"));
    }

    /** Where a line breaks is of no meaning. */
    private static ModelText flat(String element, String text) {
        return new ModelText(element, text.strip().replaceAll("\\s+", " "));
    }
}
