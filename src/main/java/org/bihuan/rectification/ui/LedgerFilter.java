package org.bihuan.rectification.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.vaadin.flow.router.QueryParameters;
import org.bihuan.rectification.LedgerRow;
import org.bihuan.rectification.ProblemState;
import org.bihuan.shared.Level;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger shows; null or blank lets everything through.
 *
 * @param state state of the problem; its measures follow it
 * @param level the level of the row, for a problem the worst of its own and its measures'
 * @param text part of number, title or the unit's name
 */
record LedgerFilter(
        @Nullable Long aspect,
        @Nullable Long unit,
        @Nullable ProblemState state,
        @Nullable Level level,
        String text) {

    static final LedgerFilter NONE = new LedgerFilter(null, null, null, null, "");

    boolean isEmpty() {
        return equals(NONE);
    }

    /** How many conditions besides the text are set. */
    int conditions() {
        return (aspect == null ? 0 : 1) + (unit == null ? 0 : 1) + (state == null ? 0 : 1) + (level == null ? 0 : 1);
    }

    /** The filter as the address keeps it; conditions that are not set are left out. */
    QueryParameters inAddress() {
        Map<String, String> parts = new HashMap<>();
        put(parts, "aspect", aspect);
        put(parts, "unit", unit);
        put(parts, "state", state);
        put(parts, "level", level);
        if (!text.isBlank()) {
            parts.put("q", text.strip());
        }
        return QueryParameters.simple(parts);
    }

    private static void put(Map<String, String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.put(name, value.toString());
        }
    }

    /** The filter that an address names; what it names wrongly counts as not set. */
    static LedgerFilter of(QueryParameters address) {
        return new LedgerFilter(
                number(address.getSingleParameter("aspect")),
                number(address.getSingleParameter("unit")),
                constant(ProblemState.values(), address.getSingleParameter("state")),
                constant(Level.values(), address.getSingleParameter("level")),
                address.getSingleParameter("q").orElse(""));
    }

    private static @Nullable Long number(Optional<String> text) {
        return text.filter(digits -> digits.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(null);
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] values, Optional<String> name) {
        return List.of(values).stream()
                .filter(value -> name.filter(value.name()::equals).isPresent())
                .findFirst()
                .orElse(null);
    }

    /**
     * Whether the row itself, of this problem, passes.
     *
     * @param unitNames names of units by id
     */
    boolean keeps(LedgerRow problem, LedgerRow row, Function<@Nullable Long, String> unitNames) {
        return (aspect == null || aspect == row.aspectId())
                && (unit == null || unit.equals(row.responsibleUnit()))
                && (state == null || state.name().equals(problem.state()))
                && (level == null || level == row.level())
                && hasText(row, unitNames);
    }

    /** The measures to show under a problem: those that pass, or all where only the problem does. */
    List<LedgerRow> measures(LedgerRow problem, List<LedgerRow> measures, Function<@Nullable Long, String> unitNames) {
        List<LedgerRow> passing =
                measures.stream().filter(row -> keeps(problem, row, unitNames)).toList();
        return passing.isEmpty() && keeps(problem, problem, unitNames) ? measures : passing;
    }

    private boolean hasText(LedgerRow row, Function<@Nullable Long, String> unitNames) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || row.caseNumber().toLowerCase(Locale.ROOT).contains(wanted)
                || row.title().toLowerCase(Locale.ROOT).contains(wanted)
                || unitNames
                        .apply(row.responsibleUnit())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted);
    }
}
