package org.bihuan.rectification.ui;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.bihuan.rectification.CaseDiagram;
import org.bihuan.shared.CaseNumber;

/**
 * The process diagram of a case: in words where it stands, the drawing with its legend, and the
 * processes below, of which each opens one level deeper.
 */
final class CaseDiagramPanel extends Composite<Div> {

    private final transient CaseServices services;
    private final Nav path = new Nav();
    private final Paragraph now = new Paragraph();
    private final Paragraph passed = new Paragraph();
    private final Div drawing = new Div();
    private final Div below = new Div();

    CaseDiagramPanel(CaseServices services, CaseNumber number) {
        this.services = services;
        path.getElement().setAttribute("aria-label", getTranslation("rectification.diagram.path"));
        path.addClassName("diagram-path");
        now.getElement().setAttribute("role", "status");
        now.addClassName("diagram-now");
        passed.addClassName("diagram-passed");
        getContent().addClassName("diagram-panel");
        getContent().add(path, now, passed, drawing, below);
        show(number);
    }

    /** Shows the diagram of a case: the problem's or a measure's. */
    void show(CaseNumber number) {
        CaseDiagram diagram = services.cases().diagram(number);
        showPath(number);
        drawing.removeAll();
        below.removeAll();
        if (diagram.xml().isEmpty()) {
            now.setText(getTranslation("rectification.diagram.notStarted", number));
            passed.setVisible(false);
            return;
        }
        Map<String, String> names = ElementNames.of(diagram.xml());
        now.setText(
                diagram.tokens().isEmpty()
                        ? getTranslation("rectification.diagram.ended", number)
                        : getTranslation("rectification.diagram.now", number, words(diagram.tokens(), names)));
        String done = words(diagram.done(), names);
        passed.setVisible(!done.isEmpty());
        passed.setText(getTranslation("rectification.diagram.passed", done));
        drawing.add(picture(diagram), legend());
        showBelow(diagram.called());
    }

    private String words(Collection<String> ids, Map<String, String> names) {
        return String.join(
                getTranslation("rectification.list.separator"),
                ids.stream()
                        .map(names::get)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private void showPath(CaseNumber number) {
        path.removeAll();
        CaseNumber problem = number.problem();
        if (!number.isMeasure()) {
            path.setVisible(false);
            return;
        }
        Button up = new Button(problem.value(), click -> show(problem));
        up.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        Span here = new Span(number.value());
        here.getElement().setAttribute("aria-current", "page");
        path.add(up, new Span(" › "), here);
        path.setVisible(true);
    }

    private Div picture(CaseDiagram diagram) {
        BpmnDiagram picture = new BpmnDiagram();
        picture.getElement().setAttribute("role", "img");
        picture.getElement().setAttribute("aria-label", getTranslation("rectification.diagram.picture"));
        picture.show(
                diagram.xml(),
                diagram.tokens(),
                diagram.done(),
                diagram.called().stream()
                        .map(CaseDiagram.Called::elementId)
                        .distinct()
                        .toList());
        picture.onCalled(click -> openCalled(diagram.called(), click.elementId()));
        picture.onFailed(failure -> picture.getElement().setText(getTranslation("rectification.diagram.failed")));
        Div tools = new Div(
                tool(VaadinIcon.PLUS, "rectification.diagram.zoomIn", picture::zoomIn),
                tool(VaadinIcon.MINUS, "rectification.diagram.zoomOut", picture::zoomOut),
                tool(VaadinIcon.EXPAND_SQUARE, "rectification.diagram.fit", picture::fit));
        tools.addClassName("diagram-tools");
        Div frame = new Div(tools, picture);
        frame.addClassName("diagram-frame");
        return frame;
    }

    private Button tool(VaadinIcon icon, String key, Runnable act) {
        Button button = new Button(icon.create(), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation(key));
        button.setTooltipText(getTranslation(key));
        return button;
    }

    private UnorderedList legend() {
        UnorderedList legend = new UnorderedList(
                entry("bpmn-token-sign", "●", "rectification.diagram.legendNow"),
                entry("bpmn-done-sign", "✓", "rectification.diagram.legendDone"),
                entry("bpmn-called-sign", "▭", "rectification.diagram.legendCalled"));
        legend.addClassName("diagram-legend");
        return legend;
    }

    private ListItem entry(String sign, String mark, String key) {
        Span symbol = new Span(mark);
        symbol.addClassName(sign);
        symbol.getElement().setAttribute("aria-hidden", "true");
        return new ListItem(symbol, new Span(getTranslation(key)));
    }

    private void showBelow(List<CaseDiagram.Called> called) {
        if (called.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("diagram-called");
        for (CaseDiagram.Called child : called.stream()
                .sorted(java.util.Comparator.comparing(CaseDiagram.Called::caseNumber))
                .toList()) {
            Button open = new Button(
                    getTranslation(
                            child.running() ? "rectification.diagram.running" : "rectification.diagram.finished",
                            child.caseNumber()),
                    click -> show(child.caseNumber()));
            open.addThemeVariants(ButtonVariant.LUMO_SMALL);
            list.add(new ListItem(open));
        }
        below.add(new Paragraph(getTranslation("rectification.diagram.below")), list);
    }

    /** One process below opens at once; of several the list is brought to the reader. */
    private void openCalled(List<CaseDiagram.Called> called, String elementId) {
        List<CaseDiagram.Called> here = called.stream()
                .filter(child -> child.elementId().equals(elementId))
                .toList();
        if (here.size() == 1) {
            show(here.get(0).caseNumber());
        } else {
            below.scrollIntoView();
            below.getElement().executeJs("this.querySelector('vaadin-button')?.focus()");
        }
    }
}
