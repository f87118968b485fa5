package org.bihuan.rectification.ui;

import java.util.Collection;
import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;

/**
 * A read-only BPMN diagram with markers. Its library is fetched by the browser only when a diagram is
 * shown; whoever cannot see it is served by the words around it.
 */
@Tag("bihuan-diagram")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
@JsModule("./bpmn/bpmn-diagram.js")
final class BpmnDiagram extends Component {

    /**
     * Shows a model.
     *
     * @param xml BPMN 2.0 XML
     * @param tokens ids of the elements where the case stands now
     * @param done ids of the elements that it has passed
     * @param called ids of the call activities with a process below them
     */
    void show(String xml, Collection<String> tokens, Collection<String> done, Collection<String> called) {
        getElement().setProperty("xml", xml);
        getElement().setPropertyList("tokens", List.copyOf(tokens));
        getElement().setPropertyList("done", List.copyOf(done));
        getElement().setPropertyList("called", List.copyOf(called));
    }

    void zoomIn() {
        getElement().callJsFunction("zoom", 1);
    }

    void zoomOut() {
        getElement().callJsFunction("zoom", -1);
    }

    void fit() {
        getElement().callJsFunction("fit");
    }

    Registration onCalled(ComponentEventListener<Called> listener) {
        return addListener(Called.class, listener);
    }

    Registration onFailed(ComponentEventListener<Failed> listener) {
        return addListener(Failed.class, listener);
    }

    /** A call activity was clicked. */
    @DomEvent("called")
    static final class Called extends ComponentEvent<BpmnDiagram> {

        private final String elementId;

        public Called(BpmnDiagram source, boolean fromClient, @EventData("event.detail.elementId") String elementId) {
            super(source, fromClient);
            this.elementId = elementId;
        }

        String elementId() {
            return elementId;
        }
    }

    /** The diagram could not be drawn. */
    @DomEvent("diagram-failed")
    static final class Failed extends ComponentEvent<BpmnDiagram> {

        public Failed(BpmnDiagram source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
