package org.bihuan.audit;

import java.util.Arrays;
import java.util.Optional;

/** What an entry is of, as a reader looks for it: one family of actions each. */
public enum TrailKind {
    PROBLEM("problem", Part.CASES),
    PLAN("plan", Part.CASES),
    MEASURE("measure", Part.CASES),
    EVIDENCE("evidence", Part.CASES),
    CLOSURE("closure", Part.CASES),
    FOLLOW_UP("followUp", Part.CASES),
    TASK("task", Part.CASES),
    STEP("step", Part.CASES),
    ROUND("round", Part.CASES),
    PERSON("person", Part.PEOPLE),
    UNIT("unit", Part.PEOPLE),
    SUBSTITUTION("substitution", Part.PEOPLE),
    LOGIN("login", Part.ACCESS),
    SESSION("session", Part.ACCESS),
    CALENDAR("calendar", Part.SETTINGS);

    /** What belongs together in a list of kinds. */
    public enum Part {
        CASES,
        PEOPLE,
        ACCESS,
        SETTINGS
    }

    private final String family;
    private final Part part;

    TrailKind(String family, Part part) {
        this.family = family;
        this.part = part;
    }

    /** The beginning of its actions, up to the dot. */
    String family() {
        return family;
    }

    public Part part() {
        return part;
    }

    /** Message key of the word. */
    public String key() {
        return "audit.kind." + name();
    }

    /** The kind of an action; empty for one that no version has recorded yet. */
    public static Optional<TrailKind> of(String action) {
        String family = action.substring(0, (action + ".").indexOf('.'));
        return Arrays.stream(values())
                .filter(kind -> kind.family.equals(family))
                .findFirst();
    }
}
