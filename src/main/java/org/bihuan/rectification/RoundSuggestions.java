package org.bihuan.rectification;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ibm.icu.text.Transliterator;
import org.bihuan.calendar.RestDayRule;
import org.bihuan.findings.FindingsHeader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds what the form of a new round may be filled with. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RoundSuggestions {

    private static final int USUAL_PERIOD = 6;
    private static final int USUAL_REMINDER = 10;
    private static final Pattern BODY =
            Pattern.compile("^(\\p{IsHan}{2,60}?(?:工作委员会|委员会|党工委|党委|党组|总支部|支部))(?:\\s|关于|$)");
    private static final Pattern PLACE =
            Pattern.compile("(?:.*[省市区县旗州])?(\\p{IsHan}{1,6}?)(?:街道|镇|乡|局|委员会|党工委|党委|党组|学院|大学|集团|公司)");

    private final RoundRepository rounds;
    private final Deadlines deadlines;

    RoundSuggestions(RoundRepository rounds, Deadlines deadlines) {
        this.rounds = rounds;
        this.deadlines = deadlines;
    }

    RoundSuggestion of(FindingsHeader header) {
        String body = body(header);
        Optional<RoundView> last =
                rounds.findAll().stream().map(Round::view).max(Comparator.comparing(RoundView::feedbackDate));
        Integer named = header.year();
        int year = named == null ? deadlines.today().getYear() : named;
        return new RoundSuggestion(
                free(initials(body) + year),
                body,
                header.inspectionTeam(),
                header.inspectedFrom(),
                header.inspectedTo(),
                header.feedbackOn(),
                last.map(r -> months(r.feedbackDate(), r.planDue())).orElse(null),
                last.map(RoundView::periodMonths).orElse(USUAL_PERIOD),
                last.map(RoundView::restDayRule).orElse(RestDayRule.KEEP),
                last.map(RoundView::remindBefore).orElse(USUAL_REMINDER),
                last.map(RoundView::escalateAfter).orElse(1),
                last.map(RoundView::followUpMonths).orElse(USUAL_PERIOD));
    }

    private static int months(LocalDate from, LocalDate to) {
        return Math.max(1, (int) Period.between(from, to).toTotalMonths());
    }

    private static String body(FindingsHeader header) {
        for (String line : header.titleLines()) {
            Matcher m = BODY.matcher(line.strip());
            if (m.find()) {
                return m.group(1);
            }
        }
        return "";
    }

    /** The initials of the place's name: 新虹街道 gives XH. */
    private static String initials(String body) {
        Matcher m = PLACE.matcher(body);
        if (!m.find()) {
            return "XC";
        }
        StringBuilder out = new StringBuilder();
        for (String syllable : Latin.OF_HAN.transliterate(m.group(1)).split("\\s+", -1)) {
            if (!syllable.isEmpty() && Character.isLetter(syllable.charAt(0))) {
                out.append(syllable.substring(0, 1).toUpperCase(Locale.ROOT));
            }
        }
        return out.length() < 2 ? "XC" : out.substring(0, Math.min(8, out.length()));
    }

    /** The code itself, or with the first letter behind it that no round has. */
    private String free(String code) {
        if (rounds.findByCode(code).isEmpty()) {
            return code;
        }
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            if (rounds.findByCode(code + letter).isEmpty()) {
                return code + letter;
            }
        }
        return code;
    }

    /** Holds the table of readings: large, so it is read at the first import and not at every start. */
    private static final class Latin {

        private static final Transliterator OF_HAN = Transliterator.getInstance("Han-Latin; Latin-ASCII");
    }
}
