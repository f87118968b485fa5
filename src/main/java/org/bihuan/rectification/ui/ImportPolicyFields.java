package org.bihuan.rectification.ui;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import org.bihuan.calendar.RestDayRule;
import org.bihuan.rectification.RoundPolicy;
import org.bihuan.rectification.RoundSuggestion;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** The fields of a round's policy; what is typed into them is kept with the document. */
final class ImportPolicyFields extends FormLayout {

    private static final int LONG = 300;
    private static final int SHORT = 200;
    private static final int[] PERIODS = {3, 6};

    private final transient ImportWork work;
    private final Runnable changed;
    private final Map<String, HasValidationProperties> all = new LinkedHashMap<>();
    private final TextField code = new TextField();
    private final TextField title = new TextField();
    private final TextField inspectedOrg = new TextField();
    private final TextField inspectionTeam = new TextField();
    private final LocalDateField inspectionFrom = new LocalDateField("");
    private final LocalDateField inspectionTo = new LocalDateField("");
    private final LocalDateField feedbackDate = new LocalDateField("");
    private final LocalDateField planDue = new LocalDateField("");
    private final ComboBox<Integer> periodMonths = new ComboBox<>();
    private final LocalDateField reportDue = new LocalDateField("");
    private final Select<RestDayRule> restDayRule = new Select<>();
    private final IntegerField remindBefore = new IntegerField();
    private final IntegerField escalateAfter = new IntegerField();
    private final IntegerField followUpMonths = new IntegerField();
    private boolean filling = true;

    ImportPolicyFields(ImportWork work, RoundSuggestion suggestion, Runnable changed) {
        this.work = work;
        this.changed = changed;
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("36rem", 2));
        texts(suggestion);
        dates(suggestion);
        numbers(suggestion);
        suggestDates(suggestion);
        filling = false;
        feedbackDate.addValueChangeListener(change -> suggestDates(suggestion));
        periodMonths.addValueChangeListener(change -> suggestDates(suggestion));
    }

    private void texts(RoundSuggestion suggestion) {
        code.setMaxLength(13);
        code.setHelperText(getTranslation("findings.round.codeHint"));
        add("code", code, true, suggestion.code(), text -> text.toUpperCase(Locale.ROOT), text -> text);
        title.setMaxLength(LONG);
        add("title", title, true, suggestedTitle(suggestion), text -> text, text -> text);
        inspectedOrg.setMaxLength(SHORT);
        add("inspectedOrg", inspectedOrg, true, suggestion.inspectedOrg(), text -> text, text -> text);
        inspectionTeam.setMaxLength(SHORT);
        String team = suggestion.inspectionTeam();
        add("inspectionTeam", inspectionTeam, false, team == null ? "" : team, text -> text, text -> text);
        setColspan(title, 2);
    }

    private String suggestedTitle(RoundSuggestion suggestion) {
        LocalDate day = suggestion.feedbackDate();
        if (suggestion.inspectedOrg().isEmpty()) {
            return "";
        }
        return day == null
                ? getTranslation("findings.round.titleOf", suggestion.inspectedOrg())
                : getTranslation(
                        "findings.round.titleOfYear", suggestion.inspectedOrg(), String.valueOf(day.getYear()));
    }

    private void dates(RoundSuggestion suggestion) {
        date("inspectionFrom", inspectionFrom, false, suggestion.inspectionFrom());
        date("inspectionTo", inspectionTo, false, suggestion.inspectionTo());
        date("feedbackDate", feedbackDate, true, suggestion.feedbackDate());
        periodMonths.setItems(PERIODS[0], PERIODS[1]);
        periodMonths.setItemLabelGenerator(months -> getTranslation("findings.round.months", months));
        periodMonths.setAllowCustomValue(true);
        periodMonths.addCustomValueSetListener(typed -> typedMonths(number(typed.getDetail())));
        periodMonths.setHelperText(getTranslation("findings.round.periodHint"));
        add("periodMonths", periodMonths, true, suggestion.periodMonths(), ImportPolicyFields::number, String::valueOf);
        date("planDue", planDue, true, null);
        date("reportDue", reportDue, true, null);
    }

    /** A number beside those on offer is set from here, and yet typed by hand: it is kept like any other. */
    private void typedMonths(@Nullable Integer months) {
        periodMonths.setValue(months);
        changed("periodMonths", months == null ? "" : String.valueOf(months), true);
    }

    private void numbers(RoundSuggestion suggestion) {
        restDayRule.setItems(RestDayRule.values());
        restDayRule.setItemLabelGenerator(rule -> getTranslation("findings.restDay." + rule.name()));
        add("restDayRule", restDayRule, false, suggestion.restDayRule(), RestDayRule::valueOf, RestDayRule::name);
        whole("remindBefore", remindBefore, suggestion.remindBefore());
        whole("escalateAfter", escalateAfter, suggestion.escalateAfter());
        whole("followUpMonths", followUpMonths, suggestion.followUpMonths());
    }

    private void date(String name, LocalDateField field, boolean required, @Nullable LocalDate suggested) {
        add(name, field, required, suggested, ImportPolicyFields::day, LocalDate::toString);
    }

    private void whole(String name, IntegerField field, int suggested) {
        field.setStepButtonsVisible(true);
        field.setMin(0);
        add(name, field, true, suggested, ImportPolicyFields::number, String::valueOf);
    }

    /** Puts a field in its place with what has been typed, or else what is suggested. */
    private <F extends AbstractField<?, T> & HasValidationProperties & HasValidation, T> void add(
            String name,
            F field,
            boolean required,
            @Nullable T suggested,
            Function<String, @Nullable T> reader,
            Function<T, String> writer) {
        field.getElement().setProperty("label", getTranslation("findings.round." + name));
        field.setRequiredIndicatorVisible(required);
        field.setManualValidation(true);
        T value = work.hasTyped(name) ? reader.apply(work.typed(name)) : suggested;
        if (value != null) {
            field.setValue(value);
        }
        field.addValueChangeListener(change -> {
            T now = change.getValue();
            changed(name, now == null ? "" : writer.apply(now), change.isFromClient());
        });
        all.put(name, field);
        add(field);
    }

    private void changed(String name, String value, boolean byHand) {
        if (filling) {
            return;
        }
        all.values().forEach(field -> field.setInvalid(false));
        if (byHand) {
            try {
                work.type(name, value);
            } catch (RuleViolation refusal) {
                refuse(RuleViolation.at(name, refusal.key(), refusal.args()), false);
                return;
            }
        }
        changed.run();
    }

    /** The plan's date follows the habit of the round before, the report's the period, until somebody sets them. */
    private void suggestDates(RoundSuggestion suggestion) {
        LocalDate feedback = feedbackDate.getValue();
        Integer months = periodMonths.getValue();
        if (feedback == null) {
            return;
        }
        if (suggestion.planAfterMonths() != null && !work.hasTyped("planDue")) {
            planDue.setValue(feedback.plusMonths(suggestion.planAfterMonths()));
        }
        if (months != null && months > 0 && months <= 120 && !work.hasTyped("reportDue")) {
            reportDue.setValue(feedback.plusMonths(months));
        }
    }

    /** Whether dates can be computed: nothing of what must be there is missing. */
    boolean complete() {
        return all.values().stream()
                .map(field -> (AbstractField<?, ?>) field)
                .noneMatch(field -> field.isRequiredIndicatorVisible() && field.isEmpty());
    }

    /** Refuses for every date that has been typed and is none: as a value it would be missing. */
    void requireReadable() {
        RuleViolation.gather(all.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof LocalDateField)
                .map(entry -> (Runnable) () -> ((LocalDateField) entry.getValue()).requireReadable(entry.getKey()))
                .toArray(Runnable[]::new));
    }

    /** The policy as it stands there, complete or not. */
    RoundPolicy policy() {
        return new RoundPolicy(
                code.getValue().strip().toUpperCase(Locale.ROOT),
                title.getValue().strip(),
                inspectedOrg.getValue().strip(),
                inspectionTeam.isEmpty() ? null : inspectionTeam.getValue().strip(),
                inspectionFrom.getValue(),
                inspectionTo.getValue(),
                feedbackDate.getValue(),
                planDue.getValue(),
                periodMonths.getValue(),
                reportDue.getValue(),
                restDayRule.getValue(),
                remindBefore.getValue(),
                escalateAfter.getValue(),
                followUpMonths.getValue());
    }

    /**
     * Shows a refusal and those found with it, each beside its field, the first of which gets the keyboard
     * where {@code lead} says so; false where it concerns none of them.
     */
    boolean refuse(RuleViolation refusal, boolean lead) {
        Map<String, RuleViolation> byField = new LinkedHashMap<>();
        for (RuleViolation one : refusal.all()) {
            if (one.field() != null && all.containsKey(one.field())) {
                byField.putIfAbsent(one.field(), one);
            }
        }
        boolean first = lead;
        for (Map.Entry<String, HasValidationProperties> entry : all.entrySet()) {
            RuleViolation own = byField.get(entry.getKey());
            if (own == null) {
                continue;
            }
            HasValidationProperties field = entry.getValue();
            field.setErrorMessage(getTranslation(own.key(), own.args()));
            field.setInvalid(true);
            if (first && field instanceof Focusable<?> focusable) {
                focusable.focus();
                first = false;
            }
        }
        return !byField.isEmpty();
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException empty) {
            return null;
        }
    }

    private static @Nullable Integer number(String text) {
        String digits = text.replaceAll("\\D", "");
        if (digits.isEmpty() || digits.length() > 4) {
            return null;
        }
        // A number that the rules refuse comes back as it was typed, to be refused once more.
        return text.startsWith("-") ? -Integer.parseInt(digits) : Integer.valueOf(digits);
    }
}
