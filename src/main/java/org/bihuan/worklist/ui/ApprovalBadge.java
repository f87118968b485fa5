package org.bihuan.worklist.ui;

import java.util.Optional;

import org.bihuan.shared.Texts;
import org.bihuan.shared.ui.MenuBadge;
import org.bihuan.worklist.Approvals;
import org.bihuan.worklist.Inbox;
import org.springframework.stereotype.Component;

/** The number of closures that wait, beside the entry that only approvers have. */
@Component
class ApprovalBadge implements MenuBadge {

    private final Approvals approvals;
    private final Texts texts;

    ApprovalBadge(Approvals approvals, Texts texts) {
        this.approvals = approvals;
        this.texts = texts;
    }

    @Override
    public String route() {
        return "approvals";
    }

    @Override
    public Optional<String> badge() {
        int count = approvals.count();
        return count == 0 ? Optional.empty() : Optional.of(shown(count));
    }

    @Override
    public Optional<String> label() {
        return badge().map(count -> texts.get("worklist.approval.badge", count));
    }

    static String shown(int count) {
        return WorkBadge.text(count, Inbox.COUNT_BOUND);
    }
}
