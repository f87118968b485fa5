package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.rectification.Fixtures.assertRefused;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

import org.bihuan.shared.CaseNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n"})
    void says_why_whichever_way_it_goes(String blank) {
        assertThat(assertRefused("rectification.decision.noOpinion", () -> Decision.approve(blank))
                        .field())
                .isEqualTo("opinion");
        assertThat(assertRefused("rectification.decision.noReason", () -> Decision.sendBack(blank, null))
                        .field())
                .isEqualTo("opinion");
    }

    @Test
    void has_an_opinion_of_at_most_the_limit() {
        String longest = "字".repeat(Decision.OPINION_LIMIT);
        assertThat(Decision.approve(longest).opinion()).isEqualTo(longest);
        assertRefused("rectification.decision.tooLong", () -> Decision.approve(longest + "字"));
    }

    @Test
    void passes_on_or_sends_back_with_the_date_given() {
        LocalDate day = LocalDate.of(2026, 12, 1);
        assertThat(Decision.approve("agreed").approved()).isTrue();
        assertThat(Decision.sendBack("figures", day).approved()).isFalse();
        assertThat(Decision.sendBack("figures", day).newDue()).isEqualTo(day);
    }

    @Test
    void does_not_change_with_the_set_it_was_made_of() {
        Set<CaseNumber> redo = new HashSet<>(Set.of(new CaseNumber("XH2025-P01-M01")));
        Decision decision = new Decision(false, "again", null, redo);
        redo.clear();
        assertThat(decision.redo()).hasSize(1);
    }
}
