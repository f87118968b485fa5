package org.bihuan.rectification.ui;

import java.util.Map;

import org.bihuan.rectification.Rounds;
import org.bihuan.shared.AddressedScreen;
import org.springframework.stereotype.Component;

/** The deployment of a round is there for each round that exists. */
@Component
class AssignAddress implements AddressedScreen {

    private final Rounds rounds;

    AssignAddress(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public Class<?> screen() {
        return AssignView.class;
    }

    /** {@link org.bihuan.shared.NotFound} says no. */
    @Override
    public boolean finds(Map<String, String> parameters) {
        rounds.round(parameters.getOrDefault("round", ""));
        return true;
    }
}
