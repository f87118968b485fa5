package org.bihuan.rectification.ui;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.bihuan.rectification.CaseDiagram;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.OpenSteps.Step;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.ModelText;
import org.bihuan.shared.ui.Glyph;

/**
 * The process diagram of a case: in words where it stands, the drawing with its legend, every step in
 * words, and the processes below, of which each opens one level deeper.
 */
final class CaseDiagramPanel extends Composite<Div> {

    private final transient CaseServices services;
    private final transient List<MeasureView> measures;
    private final transient List<Step> open;
    private final Nav path = new Nav();
    private final Paragraph now = new Paragraph();
    private final Div drawing = new Div();
    private final Div below = new Div();
    private final transient Map<CaseNumber, Button> openers = new HashMap<>();

    /** @param open the open steps of the problem and its measures */
    CaseDiagramPanel(CaseServices services, CaseNumber number, List<MeasureView> measures, List<Step> open) {
        this.services = services;
        this.measures = List.copyOf(measures);
        this.open = List.copyOf(open);
        path.getElement().setAttribute("aria-label", getTranslation("rectification.diagram.path"));
        path.addClassName("diagram-path");
        now.getElement().setAttribute("role", "status");
        now.addClassName("diagram-now");
        below.addClassName("diagram-below");
        getContent().addClassName("diagram-panel");
        getContent().add(path, now, drawing, below);
        show(number);
    }

    /** Shows the diagram of a case: the problem's or a measure's. */
    void show(CaseNumber number) {
        CaseDiagram diagram = services.cases().diagram(number);
        showPath(number);
        drawing.removeAll();
        below.removeAll();
        openers.clear();
        if (diagram.xml().isEmpty()) {
            now.setText(getTranslation("rectification.diagram.notStarted", number));
            return;
        }
        ElementNames names = ElementNames.of(diagram.xml());
        now.setText(
                diagram.tokens().isEmpty()
                        ? getTranslation("rectification.diagram.ended", number)
                        : getTranslation("rectification.diagram.now", number, here(diagram, names)));
        drawing.add(picture(diagram), legend(), steps(number, diagram, names));
        showBelow(diagram.called());
    }

    /** The steps where it stands; a stage around them is named only where there is none in it. */
    private String here(CaseDiagram diagram, ElementNames names) {
        List<String> steps =
                names.steps().stream().filter(diagram.tokens()::contains).toList();
        return String.join(
                getTranslation("shared.listed"),
                (steps.isEmpty() ? diagram.tokens().stream().sorted().toList() : steps)
                        .stream()
                                .filter(names.all()::containsKey)
                                .map(id -> name(names, id))
                                .distinct()
                                .toList());
    }

    private Details steps(CaseNumber number, CaseDiagram diagram, ElementNames names) {
        OrderedList list = new OrderedList();
        list.addClassName("diagram-steps");
        for (String id : names.steps()) {
            String state =
                    diagram.tokens().contains(id) ? "now" : diagram.done().contains(id) ? "done" : "ahead";
            ListItem item = new ListItem(new Span(name(names, id)), mark(state));
            item.addClassName("step-" + state);
            open.stream()
                    .filter(step -> state.equals("now")
                            && step.caseNumber().equals(number)
                            && step.step().element().equals(id))
                    .findFirst()
                    .ifPresent(step -> item.add(new Span(CaseTexts.names(this, step))));
            list.add(item);
        }
        Details details = new Details(getTranslation("rectification.diagram.steps"), list);
        details.setOpened(true);
        return details;
    }

    private String name(ElementNames names, String id) {
        return services.models()
                .name(new ModelText(id, String.valueOf(names.all().get(id))), getLocale());
    }

    private Span mark(String state) {
        Span mark = new Span(
                switch (state) {
                    case "now" -> getTranslation("rectification.diagram.state.now");
                    case "done" -> getTranslation("rectification.diagram.state.done");
                    default -> getTranslation("rectification.diagram.state.ahead");
                });
        mark.addClassName("step-mark");
        return mark;
    }

    /** One level deeper; what was pressed is gone, and the way back stands in its place. */
    private void open(CaseNumber child) {
        show(child);
        path.getChildren().filter(Button.class::isInstance).findFirst().ifPresent(up -> ((Button) up).focus());
    }

    /** Back to the problem, and to the measure from which it was left. */
    private void close(CaseNumber child) {
        show(child.problem());
        Button opener = openers.get(child);
        if (opener != null) {
            opener.focus();
        }
    }

    private void showPath(CaseNumber number) {
        path.removeAll();
        CaseNumber problem = number.problem();
        if (!number.isMeasure()) {
            path.setVisible(false);
            return;
        }
        Button up = new Button(getTranslation("rectification.diagram.up", problem.value()), click -> close(number));
        up.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        Span here = new Span(number.value());
        here.getElement().setAttribute("aria-current", "page");
        path.add(up, new Span(" › "), here);
        path.setVisible(true);
    }

    private Div picture(CaseDiagram diagram) {
        BpmnDiagram picture = new BpmnDiagram();
        picture.getElement().setAttribute("role", "group");
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
                tool(Glyph.PLUS, "rectification.diagram.zoomIn", picture::zoomIn),
                tool(Glyph.MINUS, "rectification.diagram.zoomOut", picture::zoomOut),
                tool(Glyph.FIT, "rectification.diagram.fit", picture::fit));
        tools.addClassName("diagram-tools");
        Div frame = new Div(tools, picture);
        frame.addClassName("diagram-frame");
        return frame;
    }

    private Button tool(Glyph icon, String key, Runnable act) {
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
                .sorted(Comparator.comparing(CaseDiagram.Called::caseNumber))
                .toList()) {
            Button open = new Button(child.caseNumber().value(), click -> open(child.caseNumber()));
            open.addThemeVariants(ButtonVariant.LUMO_SMALL);
            openers.put(child.caseNumber(), open);
            open.setAriaLabel(getTranslation("rectification.diagram.open", child.caseNumber()));
            Span name = new Span(heading(child.caseNumber()));
            name.addClassName("diagram-called-name");
            list.add(new ListItem(open, name, new Span(stateOf(child))));
        }
        H3 heading = new H3(getTranslation("rectification.diagram.below"));
        below.add(heading, list);
    }

    private String heading(CaseNumber number) {
        return measures.stream()
                .filter(measure -> measure.caseNumber().equals(number))
                .map(MeasureView::heading)
                .findFirst()
                .orElse("");
    }

    private String stateOf(CaseDiagram.Called child) {
        if (!child.running()) {
            return getTranslation("rectification.diagram.finished");
        }
        return open.stream()
                .filter(step -> step.caseNumber().equals(child.caseNumber()))
                .map(step -> services.who(this, getLocale(), step))
                .findFirst()
                .orElseGet(() -> getTranslation("rectification.diagram.running"));
    }

    /** One process below opens at once; of several the list is brought to the reader. */
    private void openCalled(List<CaseDiagram.Called> called, String elementId) {
        List<CaseDiagram.Called> here = called.stream()
                .filter(child -> child.elementId().equals(elementId))
                .toList();
        if (here.size() == 1) {
            open(here.get(0).caseNumber());
        } else {
            below.scrollIntoView();
            below.getElement().executeJs("this.querySelector('vaadin-button')?.focus()");
        }
    }
}
