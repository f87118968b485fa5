package org.bihuan.identity.ui;

import java.util.Map;

import org.bihuan.identity.FirstAdministrator;
import org.bihuan.shared.AddressedScreen;
import org.springframework.stereotype.Component;

/** The set-up is there until the first administrator is. */
@Component
class SetUpAddress implements AddressedScreen {

    private final FirstAdministrator firstAdministrator;

    SetUpAddress(FirstAdministrator firstAdministrator) {
        this.firstAdministrator = firstAdministrator;
    }

    @Override
    public Class<?> screen() {
        return SetUpView.class;
    }

    @Override
    public boolean finds(Map<String, String> parameters) {
        return firstAdministrator.awaited();
    }
}
