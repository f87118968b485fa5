package org.bihuan.docs;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A model's tasks and timers as Markdown, read from the BPMN file without the engine. */
final class ProcessTable {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final Path IN_ENGLISH = Path.of("src/main/resources/i18n/model/messages_en.properties");

    private final Document model;
    private final boolean chinese;
    private final Properties english = new Properties();

    private ProcessTable(Document model, boolean chinese) {
        this.model = model;
        this.chinese = chinese;
    }

    static ProcessTable read(Path file, boolean chinese)
            throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        ProcessTable table = new ProcessTable(factory.newDocumentBuilder().parse(file.toFile()), chinese);
        try (Reader words = Files.newBufferedReader(IN_ENGLISH)) {
            table.english.load(words);
        }
        return table;
    }

    String markdown() {
        Element process = elements(model.getDocumentElement(), BPMN, "process").get(0);
        List<String> lines = new ArrayList<>();
        lines.add("### " + (chinese ? label(process) : code(process.getAttribute("id"))));
        lines.add("");
        lines.add(chinese ? "| 任务 | 表单键 | 交给谁 | 时限 |" : "| task | form key | rule | due |");
        lines.add("| --- | --- | --- | --- |");
        for (Element task : elements(process, BPMN, "userTask")) {
            lines.add(row(
                    label(task),
                    code(task.getAttributeNS(CAMUNDA, "formKey")),
                    code(property(task, "bihuan.assign")),
                    code(property(task, "bihuan.due"))));
        }
        lines.add("");
        lines.add(chinese ? "| 定时器 | 时刻 | 作用 |" : "| timer | moment | effect |");
        lines.add("| --- | --- | --- |");
        for (Element timer : elements(process, BPMN, "timerEventDefinition")) {
            Element event = (Element) timer.getParentNode();
            lines.add(row(label(event), code(timer.getTextContent().strip()), effect(event)));
        }
        return String.join("\n", lines);
    }

    private String effect(Element event) {
        String attachedTo = event.getAttribute("attachedToRef");
        if (attachedTo.isEmpty()) {
            return chinese ? "流程在此等待" : "the process waits for it";
        }
        boolean interrupts = !"false".equals(event.getAttribute("cancelActivity"));
        String task = name(attachedTo);
        if (chinese) {
            return (interrupts ? "中断" : "不中断") + "“" + task + "”";
        }
        return (interrupts ? "interrupts " : "does not interrupt ") + task;
    }

    private String name(String id) {
        return elements(model.getDocumentElement(), BPMN, "*").stream()
                .filter(element -> id.equals(element.getAttribute("id")))
                .map(this::name)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No element " + id));
    }

    private String name(Element element) {
        String process =
                elements(model.getDocumentElement(), BPMN, "process").get(0).getAttribute("id");
        String drawn = element.getAttribute("name");
        return chinese
                ? drawn
                : english.getProperty("model.%s.%s.name".formatted(process, element.getAttribute("id")), drawn);
    }

    private static String property(Element task, String name) {
        return elements(task, CAMUNDA, "property").stream()
                .filter(property -> name.equals(property.getAttribute("name")))
                .map(property -> property.getAttribute("value"))
                .findFirst()
                .orElse("");
    }

    private String label(Element element) {
        return name(element) + " " + code(element.getAttribute("id"));
    }

    private static String code(String text) {
        return text.isEmpty() ? "–" : "`" + text + "`";
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static List<Element> elements(Element below, String namespace, String name) {
        NodeList nodes = below.getElementsByTagNameNS(namespace, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
