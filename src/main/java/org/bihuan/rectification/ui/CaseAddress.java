package org.bihuan.rectification.ui;

import java.util.Map;

import org.bihuan.shared.AddressedScreen;
import org.springframework.stereotype.Component;

/** A dossier is there for whoever may read its case. */
@Component
class CaseAddress implements AddressedScreen {

    private final CaseServices services;

    CaseAddress(CaseServices services) {
        this.services = services;
    }

    @Override
    public Class<?> screen() {
        return CaseView.class;
    }

    @Override
    public boolean finds(Map<String, String> parameters) {
        services.addressed(parameters.getOrDefault("number", ""));
        return true;
    }
}
