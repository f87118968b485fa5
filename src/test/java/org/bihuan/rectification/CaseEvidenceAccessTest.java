package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.bihuan.rectification.Fixtures.AT;
import static org.bihuan.rectification.Fixtures.HANDLER;
import static org.bihuan.rectification.Fixtures.VERIFIER;
import static org.bihuan.rectification.Fixtures.assertRefused;
import static org.bihuan.rectification.Fixtures.measure;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;

import org.bihuan.evidence.EvidenceItem;
import org.bihuan.evidence.EvidenceKind;
import org.bihuan.identity.Actor;
import org.bihuan.shared.Forbidden;
import org.junit.jupiter.api.Test;

/** When evidence may be added and withdrawn. */
class CaseEvidenceAccessTest {

    private static final String NUMBER = "XH2025-P01-M01";
    private static final Actor DOER = actor(HANDLER.by());

    private final Aggregates aggregates = mock(Aggregates.class);
    private final CaseEvidenceAccess access = new CaseEvidenceAccess(mock(CaseFile.class), aggregates);

    private static Actor actor(long person) {
        return new Actor(person, "经办人", List.of(), List.of(), "system");
    }

    private static EvidenceItem item() {
        return new EvidenceItem(
                5,
                NUMBER,
                EvidenceKind.DOCUMENT,
                "a.txt",
                "text/plain",
                1,
                "e".repeat(64),
                1,
                1,
                "经办人",
                Instant.EPOCH,
                false);
    }

    private void refused(String key, Measure measure) {
        when(aggregates.measure(any())).thenReturn(measure);
        assertRefused(key, () -> access.checkMayAdd(NUMBER, DOER));
        assertRefused(key, () -> access.checkMayWithdraw(item(), DOER));
    }

    @Test
    void not_before_the_measure_has_been_received() {
        refused("rectification.evidence.notReceived", measure().planned());
        refused("rectification.evidence.notReceived", measure().open());
        Measure again = measure().accepted();
        again.redo(VERIFIER, "重做", AT);
        refused("rectification.evidence.notReceived", again);
    }

    @Test
    void while_it_is_worked_on() {
        when(aggregates.measure(any())).thenReturn(measure().inProgress());
        assertThatCode(() -> {
                    access.checkMayAdd(NUMBER, DOER);
                    access.checkMayWithdraw(item(), DOER);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void not_while_it_is_judged_nor_after() {
        refused("rectification.evidence.notWhileJudged", measure().submitted());
        refused("rectification.evidence.notWhileJudged", measure().verified());
        refused("rectification.evidence.notWhileJudged", measure().accepted());
    }

    @Test
    void not_by_whom_it_does_not_concern_and_not_for_a_problem() {
        when(aggregates.measure(any())).thenReturn(measure().inProgress());
        assertThatCode(() -> access.checkMayAdd(NUMBER, actor(99))).isInstanceOf(Forbidden.class);
        assertRefused("rectification.evidence.onMeasuresOnly", () -> access.checkMayAdd("XH2025-P01", DOER));
    }
}
