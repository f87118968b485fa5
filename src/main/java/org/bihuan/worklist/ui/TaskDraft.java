package org.bihuan.worklist.ui;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.Dates;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.Notifications;
import org.bihuan.worklist.DraftMoved;
import org.bihuan.worklist.FormDrafts;

/**
 * Keeps a half-filled form, brings it back, and asks where another window of the same person has kept
 * something else meanwhile: neither text replaces the other unseen.
 */
final class TaskDraft extends Composite<Div> {

    private static final TypeReference<LinkedHashMap<String, String>> FIELDS = new TypeReference<>() {};

    private final transient FormDrafts drafts;
    private final transient ObjectMapper json;
    private final long item;
    private final transient Supplier<Map<String, String>> write;
    private final transient Consumer<Map<String, String>> restore;
    private final transient Map<String, String> untouched;
    private final Div question = new Div();
    private int seen;
    private boolean asking;
    private boolean closed;

    TaskDraft(
            FormDrafts drafts,
            ObjectMapper json,
            long item,
            Supplier<Map<String, String>> write,
            Consumer<Map<String, String>> restore) {
        this.drafts = drafts;
        this.json = json;
        this.item = item;
        this.write = write;
        this.restore = restore;
        this.untouched = write.get();
        getContent().addClassName("draft-note");
        getContent().getElement().setAttribute("role", "status");
        question.addClassName("draft-question");
        question.getElement().setAttribute("tabindex", "-1");
    }

    /** Brings back what was typed before the browser was closed. */
    void restore() {
        drafts.find(item).ifPresent(draft -> {
            restore.accept(read(draft.content()));
            seen = draft.version();
            say(getTranslation("worklist.draft.restored", Dates.time(draft.keptAt())), startOver());
        });
    }

    private Button startOver() {
        Button button = new Button(getTranslation("worklist.draft.startOver"), click -> {
            drafts.drop(item);
            seen = 0;
            restore.accept(untouched);
            getContent().removeAll();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        return button;
    }

    /** Keeps the form as it is now. */
    void keep() {
        if (asking || closed) {
            return;
        }
        try {
            seen = drafts.keep(item, text(write.get()), seen);
            say(getTranslation("worklist.draft.kept"));
        } catch (DraftMoved moved) {
            ask();
        } catch (AlreadyDone | Forbidden notMine) {
            close();
        } catch (RuleViolation refusal) {
            Notifications.refused(getTranslation(refusal.key(), refusal.args()));
        }
    }

    /** The work was handed in. */
    void drop() {
        drafts.drop(item);
    }

    /** The work is not the caller's any more: says that nothing is kept, and that the text can be copied. */
    void close() {
        closed = true;
        asking = false;
        say(getTranslation("worklist.draft.over"));
    }

    /**
     * Refuses to hand in while it is open which of two windows' texts stands, and leads to the question.
     *
     * @throws RuleViolation while the question is open
     */
    void requireDecided() {
        if (asking) {
            question.getElement().callJsFunction("focus");
            question.scrollIntoView();
            throw new RuleViolation("worklist.draft.undecided");
        }
    }

    private void ask() {
        Optional<FormDrafts.Draft> other = drafts.find(item);
        if (other.isEmpty()) {
            // The other window has started over, or handed in, which the keeping then refuses.
            seen = 0;
            keep();
            return;
        }
        asking = true;
        FormDrafts.Draft draft = other.get();
        Map<String, String> theirs = read(draft.content());
        Button take = new Button(getTranslation("worklist.draft.takeOther"), click -> {
            restore.accept(theirs);
            decided(draft.version(), draft.keptAt());
        });
        Button stay = new Button(getTranslation("worklist.draft.keepThis"), click -> {
            decided(draft.version(), draft.keptAt());
            keep();
        });
        stay.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div words = new Div();
        theirs.values().stream().filter(text -> !text.isBlank()).forEach(text -> words.add(TaskFacts.text(text)));
        question.removeAll();
        question.add(
                new Span(getTranslation("worklist.draft.other", Dates.time(draft.keptAt()))),
                new Details(getTranslation("worklist.draft.showOther"), words),
                new Div(take, stay));
        getContent().removeAll();
        getContent().add(question);
    }

    private void decided(int version, Instant keptAt) {
        asking = false;
        seen = version;
        say(getTranslation("worklist.draft.restored", Dates.time(keptAt)));
    }

    private void say(String text, Button... buttons) {
        getContent().removeAll();
        getContent().add(new Span(text));
        getContent().add(buttons);
    }

    private String text(Map<String, String> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A draft that cannot be read any more counts as none. */
    private Map<String, String> read(String content) {
        try {
            return json.readValue(content, FIELDS);
        } catch (JsonProcessingException broken) {
            return Map.of();
        }
    }
}
