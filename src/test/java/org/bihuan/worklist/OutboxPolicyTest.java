package org.bihuan.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class OutboxPolicyTest {

    @Test
    void what_nodes_may_still_read_is_not_dropped() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutboxPolicy(Duration.ofMinutes(59), 1000))
                .withMessageContaining("outbox.kept");
        assertThat(new OutboxPolicy(Duration.ofHours(1), 1000).kept()).hasHours(1);
    }

    @Test
    void a_batch_is_neither_empty_nor_without_bound() {
        for (int batch : new int[] {0, 10_001}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new OutboxPolicy(Duration.ofDays(7), batch))
                    .withMessageContaining("outbox.batch");
        }
        assertThat(new OutboxPolicy(Duration.ofDays(7), 10_000).batch()).isEqualTo(10_000);
    }
}
