package org.bihuan.worklist;

import org.bihuan.shared.RuleViolation;

/** Another window of the same person has kept a draft of the same form meanwhile. */
public class DraftMoved extends RuleViolation {

    DraftMoved() {
        super("worklist.draft.moved");
    }
}
