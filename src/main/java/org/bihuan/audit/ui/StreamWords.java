package org.bihuan.audit.ui;

import java.util.Map;

import com.vaadin.flow.component.Component;
import org.bihuan.audit.AuditRecord;

/** What an entry is about and where it came from, in the language of the screen. */
final class StreamWords {

    private static final String SYSTEM = "system";

    private final Component screen;

    StreamWords(Component screen) {
        this.screen = screen;
    }

    /** The number of a case as it is, else what the stream is of; {@code names} says what people and units are called. */
    String name(String stream, Map<String, String> names) {
        int colon = stream.indexOf(':');
        if (colon < 0) {
            return stream;
        }
        String id = stream.substring(colon + 1);
        return switch (stream.substring(0, colon)) {
            case "person" -> screen.getTranslation("audit.stream.person", names.getOrDefault(stream, id));
            case "unit" -> screen.getTranslation("audit.stream.unit", names.getOrDefault(stream, id));
            case "round" -> screen.getTranslation("audit.stream.round", id);
            case "calendar" -> screen.getTranslation("audit.stream.calendar", id);
            default -> stream;
        };
    }

    String origin(AuditRecord row) {
        return row.origin().equals(SYSTEM) ? screen.getTranslation("audit.trail.origin.system") : row.origin();
    }
}
