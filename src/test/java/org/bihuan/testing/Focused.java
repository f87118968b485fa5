package org.bihuan.testing;

import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.dom.Element;

/** Where a screen without a browser leads the focus. */
public final class Focused {

    private Focused() {}

    /**
     * The part that gets the focus by what has just been done; empty where nothing leads it anywhere. To be asked
     * before anything else is looked up on the screen, which counts as an answer of the browser.
     */
    public static Optional<Component> part() {
        UIInternals internals = UI.getCurrent().getInternals();
        internals.getStateTree().runExecutionsBeforeClientResponse();
        return internals.dumpPendingJavaScriptInvocations().stream()
                .filter(call -> call.getInvocation().getExpression().contains(".focus()"))
                .reduce((earlier, later) -> later)
                .flatMap(call -> Element.get(call.getOwner()).getComponent());
    }
}
