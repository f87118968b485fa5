package org.bihuan.worklist.ui;

import java.util.Map;
import java.util.Optional;

import org.bihuan.identity.CurrentActor;
import org.bihuan.shared.Texts;
import org.bihuan.shared.ui.MenuBadge;
import org.bihuan.worklist.Inbox;
import org.bihuan.worklist.WorkChanges;
import org.springframework.stereotype.Component;

/** How much work is open, beside "my work" in the navigation; the same number as on its first list. */
@Component
class WorkBadge implements MenuBadge {

    private final Inbox inbox;
    private final WorkChanges changes;
    private final CurrentActor currentActor;
    private final Texts texts;

    WorkBadge(Inbox inbox, WorkChanges changes, CurrentActor currentActor, Texts texts) {
        this.inbox = inbox;
        this.changes = changes;
        this.currentActor = currentActor;
        this.texts = texts;
    }

    @Override
    public String route() {
        return "work";
    }

    @Override
    public Optional<String> badge() {
        int open = counts().getOrDefault(Inbox.Tab.ALL, 0);
        return open == 0 ? Optional.empty() : Optional.of(text(open));
    }

    @Override
    public Optional<String> label() {
        Map<Inbox.Tab, Integer> counts = counts();
        int open = counts.getOrDefault(Inbox.Tab.ALL, 0);
        int overdue = counts.getOrDefault(Inbox.Tab.OVERDUE, 0);
        return open == 0 ? Optional.empty() : Optional.of(texts.get("worklist.badge", text(open), text(overdue)));
    }

    private Map<Inbox.Tab, Integer> counts() {
        return currentActor.find().isEmpty() ? Map.of() : inbox.counts();
    }

    private static String text(int count) {
        return text(count, Inbox.BADGE_BOUND);
    }

    /** A count that stops at a bound as text. */
    static String text(int count, int bound) {
        return count >= bound ? (bound - 1) + "+" : Integer.toString(count);
    }

    @Override
    public Runnable watch(Runnable changed) {
        return changes.subscribe(changed)::remove;
    }
}
