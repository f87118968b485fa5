package org.bihuan.rectification.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.bihuan.findings.FindingsDraft;
import org.bihuan.findings.FindingsEditor;
import org.bihuan.findings.HalfDone;
import org.bihuan.rectification.FindingsDesk;
import org.bihuan.rectification.FindingsDesk.OnDesk;
import org.bihuan.rectification.RoundPolicy;
import org.bihuan.rectification.RoundView;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** One clerk's work on one document in one window: each step is kept on the desk before the next. */
final class ImportWork {

    private final FindingsDesk desk;
    private final Map<String, String> form = new HashMap<>();
    private String unread = "";
    private @Nullable OnDesk onDesk;
    private @Nullable FindingsEditor editor;

    ImportWork(FindingsDesk desk) {
        this.desk = desk;
        desk.find().ifPresent(this::take);
    }

    private void take(OnDesk found) {
        onDesk = found;
        editor = new FindingsEditor(found.half().draft());
        form.clear();
        form.putAll(found.half().form());
        unread = found.half().unread();
    }

    /** Whether a document has been read and lies there to be checked. */
    boolean begun() {
        return onDesk != null && onDesk.read();
    }

    /** Text that has been pasted and not been read, or empty. */
    String unread() {
        return unread;
    }

    /** Keeps text that stands beside what has been read; the same text once more is none. */
    void paste(String text) {
        String kept = begun() && text.equals(onDesk().source()) ? "" : text;
        if (kept.equals(unread)) {
            return;
        }
        if (onDesk == null) {
            take(desk.paste(kept));
        } else {
            onDesk = desk.keep(onDesk, new HalfDone(draft(), form, kept));
            unread = kept;
        }
    }

    void begin(String text) {
        take(desk.begin(text));
    }

    OnDesk onDesk() {
        if (onDesk == null) {
            throw new IllegalStateException("Nothing lies on the desk");
        }
        return onDesk;
    }

    FindingsEditor editor() {
        if (editor == null) {
            throw new IllegalStateException("Nothing lies on the desk");
        }
        return editor;
    }

    FindingsDraft draft() {
        return editor().draft();
    }

    /** Does a step and keeps it; refused, nothing has changed. */
    void change(Consumer<FindingsEditor> step) {
        FindingsDraft before = draft();
        step.accept(editor());
        if (draft() != before) {
            keep();
        }
    }

    private void keep() {
        onDesk = desk.keep(onDesk(), new HalfDone(draft(), form, unread));
    }

    /** What has been typed into a field of the round's form, or empty. */
    String typed(String field) {
        return form.getOrDefault(field, "");
    }

    /** Keeps what has been typed into a field of the round's form. */
    void type(String field, String value) {
        if (!value.equals(form.put(field, value))) {
            keep();
        }
    }

    boolean hasTyped(String field) {
        return form.containsKey(field);
    }

    void putAway() {
        desk.putAway();
        onDesk = null;
        editor = null;
        unread = "";
        form.clear();
    }

    RoundView accept(RoundPolicy policy) {
        RoundView round = desk.accept(onDesk(), policy);
        onDesk = null;
        editor = null;
        return round;
    }

    /** Whether a refusal means that this window shows an old state. */
    static boolean outdated(RuleViolation refusal) {
        return refusal instanceof org.bihuan.shared.AlreadyDone;
    }
}
