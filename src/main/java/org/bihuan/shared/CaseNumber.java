package org.bihuan.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The human case number, business key of every process: {@code XH2025-P02} for a problem,
 * {@code XH2025-P02-M03} for a measure; a later cycle of a re-opened problem keeps the number.
 */
public record CaseNumber(String value) implements Comparable<CaseNumber> {

    private static final int LONGEST = 32;
    private static final Pattern FORM = Pattern.compile("([A-Z]{2,8}\\d{4}[A-Z]?)-P(\\d{2,3})(?:-M(\\d{2,3}))?");

    public CaseNumber {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new RuleViolation("shared.caseNumber.malformed", value);
        }
    }

    /** The number that an address names; {@link NotFound} where it cannot be one. */
    public static CaseNumber ofAddress(String value) {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new NotFound(value);
        }
        return new CaseNumber(value);
    }

    /** The number of problem {@code ordinal} (from 1) of a round. */
    public static CaseNumber problem(String roundCode, int ordinal) {
        return new CaseNumber("%s-P%02d".formatted(roundCode, ordinal));
    }

    /** The number of measure {@code ordinal} (from 1) of this problem. */
    public CaseNumber measure(int ordinal) {
        return new CaseNumber("%s-M%02d".formatted(problem().value, ordinal));
    }

    /** The number of the problem: itself, or that above a measure. */
    public CaseNumber problem() {
        int m = value.indexOf("-M");
        return m < 0 ? this : new CaseNumber(value.substring(0, m));
    }

    public boolean isMeasure() {
        return value.contains("-M");
    }

    /** Code of the round, {@code XH2025}. */
    public String round() {
        Matcher m = FORM.matcher(value);
        m.matches();
        return m.group(1);
    }

    /** The number with ordinals of three digits, {@code XH2025-P002-M003}: as text it sorts as people count. */
    public String sortKey() {
        Matcher m = FORM.matcher(value);
        m.matches();
        String problem = m.group(1) + "-P" + threeDigits(m.group(2));
        return m.group(3) == null ? problem : problem + "-M" + threeDigits(m.group(3));
    }

    private static String threeDigits(String ordinal) {
        return ordinal.length() < 3 ? "0" + ordinal : ordinal;
    }

    @Override
    public int compareTo(CaseNumber other) {
        return sortKey().compareTo(other.sortKey());
    }

    @Override
    public String toString() {
        return value;
    }
}
