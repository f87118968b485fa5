package org.bihuan.rectification.ui;

import java.util.Map;

import org.bihuan.rectification.Ledger;
import org.bihuan.shared.AddressedScreen;
import org.springframework.stereotype.Component;

/** A ledger is there for each round that exists; without a round in the address it says what to do. */
@Component
class LedgerAddress implements AddressedScreen {

    private final Ledger ledger;

    LedgerAddress(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Class<?> screen() {
        return LedgerView.class;
    }

    @Override
    public boolean finds(Map<String, String> parameters) {
        String code = parameters.get("round");
        return code == null
                || ledger.rounds().stream().anyMatch(round -> round.code().equals(code));
    }
}
