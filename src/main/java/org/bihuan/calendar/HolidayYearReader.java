package org.bihuan.calendar;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.bihuan.calendar.HolidayYear.Entry;
import org.bihuan.shared.RuleViolation;

/**
 * Reads the holidays of one year out of a JSON file: the product's own form ({@code years}, each with
 * {@code rest} and {@code work}), or one year of the public collection holiday-cn ({@code days}, each with
 * {@code date} and {@code isOffDay}). A part that is missing or misspelt is refused, since it would lose a day.
 */
final class HolidayYearReader {

    /** A year's file has a few kilobytes. */
    static final int LARGEST = 256 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HolidayYearReader() {}

    static HolidayYear read(int year, byte[] file) {
        if (file.length > LARGEST) {
            throw RuleViolation.at("file", "calendar.file.tooLarge", LARGEST / 1024);
        }
        JsonNode root = parse(file);
        if (root.path("years").isArray()) {
            return ownForm(year, root.path("years"));
        }
        if (root.path("days").isArray() && root.path("year").isInt()) {
            requireYear(year, root.path("year").intValue());
            return days(year, root);
        }
        throw RuleViolation.at("file", "calendar.file.unknownForm");
    }

    private static JsonNode parse(byte[] file) {
        try {
            JsonNode root = JSON.readTree(file);
            if (root == null || !root.isObject()) {
                throw RuleViolation.at("file", "calendar.file.notJson");
            }
            return root;
        } catch (IOException notJson) {
            throw RuleViolation.at("file", "calendar.file.notJson");
        }
    }

    private static HolidayYear ownForm(int year, JsonNode years) {
        String found = "";
        for (JsonNode candidate : years) {
            if (candidate.path("year").asInt() == year) {
                return own(year, candidate);
            }
            found = candidate.path("year").asText();
        }
        throw RuleViolation.at("file", "calendar.file.wrongYear", found, Integer.toString(year));
    }

    private static HolidayYear own(int year, JsonNode node) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode rest : list(node, "rest")) {
            entries.add(new Entry(text(rest, "name"), date(rest, "from"), date(rest, "to"), false));
        }
        for (JsonNode work : list(node, "work")) {
            LocalDate day = date(work, "day");
            entries.add(new Entry(text(work, "name"), day, day, true));
        }
        return new HolidayYear(year, node.path("notice").asText(""), entries);
    }

    private static HolidayYear days(int year, JsonNode root) {
        List<Entry> days = new ArrayList<>();
        for (JsonNode day : root.path("days")) {
            if (!day.path("isOffDay").isBoolean()) {
                throw RuleViolation.at("file", "calendar.file.partMissing", "isOffDay");
            }
            LocalDate date = date(day, "date");
            days.add(new Entry(
                    text(day, "name"), date, date, !day.path("isOffDay").booleanValue()));
        }
        List<String> papers = new ArrayList<>();
        root.path("papers").forEach(paper -> papers.add(paper.asText()));
        return new HolidayYear(year, String.join(" ", papers), joined(days));
    }

    /** Neighbouring days of the same kind and name as one entry; a day that comes twice stays twice. */
    private static List<Entry> joined(List<Entry> days) {
        List<Entry> spans = new ArrayList<>();
        for (Entry day : days.stream().sorted(Comparator.comparing(Entry::from)).toList()) {
            Entry last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (last != null
                    && last.workday() == day.workday()
                    && last.name().equals(day.name())
                    && last.to().plusDays(1).equals(day.from())) {
                spans.set(spans.size() - 1, new Entry(last.name(), last.from(), day.to(), last.workday()));
            } else {
                spans.add(day);
            }
        }
        return spans;
    }

    private static JsonNode list(JsonNode node, String part) {
        if (!node.path(part).isArray()) {
            throw RuleViolation.at("file", "calendar.file.partMissing", part);
        }
        return node.path(part);
    }

    private static String text(JsonNode node, String part) {
        if (!node.path(part).isTextual()) {
            throw RuleViolation.at("file", "calendar.file.partMissing", part);
        }
        return node.path(part).textValue();
    }

    private static LocalDate date(JsonNode node, String part) {
        String text = text(node, part);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            throw RuleViolation.at("file", "calendar.file.badDate", text);
        }
    }

    private static void requireYear(int wanted, int found) {
        if (wanted != found) {
            throw RuleViolation.at(
                    "file", "calendar.file.wrongYear", Integer.toString(found), Integer.toString(wanted));
        }
    }
}
