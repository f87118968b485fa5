package org.bihuan.rectification.ui;

import com.vaadin.flow.component.Component;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.ProblemState;
import org.bihuan.shared.ui.StatusChip;
import org.bihuan.shared.ui.StatusChip.Tone;

/** States of problems and measures as chips. */
final class Chips {

    private Chips() {}

    static StatusChip of(Component owner, ProblemState state) {
        Tone tone = state == ProblemState.IMPORTED ? Tone.NEUTRAL : state.closed() ? Tone.DONE : Tone.ACTIVE;
        return new StatusChip(owner.getTranslation(state.key()), tone);
    }

    static StatusChip of(Component owner, MeasureView measure) {
        return of(owner, measure.state(), measure.attempt());
    }

    /** A measure that is being done again is told from one done for the first time. */
    static StatusChip of(Component owner, MeasureState state, int attempt) {
        boolean again = state == MeasureState.IN_PROGRESS && attempt > 1;
        Tone tone =
                switch (state) {
                    case PLANNED -> Tone.NEUTRAL;
                    case ACCEPTED -> Tone.DONE;
                    default -> again ? Tone.RETURNED : Tone.ACTIVE;
                };
        String word = owner.getTranslation(state.key());
        return new StatusChip(again ? owner.getTranslation("rectification.case.again", word) : word, tone);
    }
}
