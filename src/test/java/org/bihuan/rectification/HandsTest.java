package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.bihuan.identity.Actor;
import org.bihuan.identity.Duty;
import org.bihuan.identity.PostRef;
import org.bihuan.identity.Represented;
import org.junit.jupiter.api.Test;

class HandsTest {

    private static final PostRef OWN_POST = new PostRef(10, 100, Duty.HANDLER);
    private static final PostRef ABSENT_POST = new PostRef(20, 200, Duty.SUPERVISOR);
    private static final Actor ACTOR = new Actor(
            1,
            "经办人",
            List.of(OWN_POST),
            List.of(new Represented(2, "督查员", List.of(ABSENT_POST), LocalDate.of(2026, 12, 1))),
            "system");

    @Test
    void are_ones_own_where_the_step_is_ones_own_by_person_or_post() {
        for (long entitled : List.of(1L, 10L)) {
            Hands hands = Hands.of(ACTOR, Set.of(entitled));
            assertThat(hands.by()).isEqualTo(1);
            assertThat(hands.onBehalfOf()).isNull();
            assertThat(hands.units()).containsExactly(100L);
        }
    }

    @Test
    void are_those_of_the_absent_person_too_where_the_step_is_theirs_by_person_or_post() {
        for (long entitled : List.of(2L, 20L)) {
            Hands hands = Hands.of(ACTOR, Set.of(entitled));
            assertThat(hands.by()).isEqualTo(1);
            assertThat(hands.onBehalfOf()).isEqualTo(2);
            assertThat(hands.onBehalfOfName()).isEqualTo("督查员");
            assertThat(hands.units()).containsExactlyInAnyOrder(100L, 200L);
        }
    }

    @Test
    void are_ones_own_where_both_are_entitled() {
        assertThat(Hands.of(ACTOR, Set.of(10L, 20L)).onBehalfOf()).isNull();
    }

    @Test
    void touch_what_either_person_signed_and_nothing_else() {
        Hands both = Hands.of(ACTOR, Set.of(20L));
        assertThat(both.touch(1L)).isTrue();
        assertThat(both.touch(2L)).isTrue();
        assertThat(both.touch(3L)).isFalse();
        assertThat(both.touch((Long) null)).isFalse();
        assertThat(both.touch((Signature) null)).isFalse();
        assertThat(both.touch(Signature.of(Fixtures.hands(2)))).isTrue();
        assertThat(both.touch(Signature.of(Fixtures.hands(3)))).isFalse();
        assertThat(Fixtures.hands(2).touch(Signature.of(both))).isTrue();
        assertThat(Fixtures.hands(1).touch(Signature.of(both))).isTrue();
    }
}
