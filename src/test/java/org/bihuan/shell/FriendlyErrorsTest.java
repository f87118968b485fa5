package org.bihuan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

class FriendlyErrorsTest {

    private final FriendlyErrors errors = new FriendlyErrors(new BundledTexts());

    @Test
    void a_rule_speaks_for_itself_even_from_below() {
        assertThat(errors.sentence(new IllegalStateException(new RuleViolation("shared.caseNumber.malformed", "X1"))))
                .contains("“X1”不是有效的编号");
    }

    @Test
    void the_loser_of_a_race_reads_that_somebody_was_faster() {
        assertThat(errors.sentence(new OptimisticLockingFailureException("row changed")))
                .startsWith("其他人刚刚处理过");
    }

    @Test
    void what_may_not_be_known_is_not_found() {
        assertThat(errors.sentence(new NotFound("problem 17")))
                .doesNotContain("17")
                .contains("不存在");
    }

    @Test
    void a_fault_of_ours_shows_a_number_and_nothing_else() {
        assertThat(errors.sentence(new IllegalStateException("secret detail")))
                .containsPattern("故障编号 [A-Z0-9]{8} ")
                .doesNotContain("secret");
    }
}
