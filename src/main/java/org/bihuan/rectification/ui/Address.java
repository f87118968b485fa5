package org.bihuan.rectification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;

/** The address of a screen follows what is chosen on it, so that going back, reloading or sending it leads there. */
final class Address {

    private Address() {}

    /** Shows another address for the present screen, without a visit of its own in the browser's history. */
    static void replace(Component screen, String path, QueryParameters parameters) {
        String address = new Location(path, parameters).getPathWithQueryParameters();
        screen.getElement().executeJs("window.history.replaceState(window.history.state, '', $0)", address);
    }
}
