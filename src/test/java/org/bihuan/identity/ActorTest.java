package org.bihuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

class ActorTest {

    private static final Actor ACTOR = new Actor(
            1,
            "经办人",
            List.of(new PostRef(10, 100, Duty.HANDLER)),
            List.of(new Represented(
                    2,
                    "联络员",
                    List.of(new PostRef(20, 200, Duty.CLERK), new PostRef(21, 200, Duty.SYSTEM_ADMIN)),
                    LocalDate.of(2026, 12, 1))),
            "system");

    @Test
    void acts_in_their_own_duties_and_in_those_of_whom_they_stand_in_for() {
        assertThat(ACTOR.mayActAs(Duty.HANDLER)).isTrue();
        assertThat(ACTOR.mayActAs(Duty.CLERK)).isTrue();
        assertThat(ACTOR.has(Duty.CLERK)).isFalse();
        assertThat(ACTOR.mayActAs(Duty.SUPERVISOR)).isFalse();
        assertThat(ACTOR.postsFor(Duty.HANDLER, Duty.CLERK, Duty.SUPERVISOR)).containsExactlyInAnyOrder(10L, 20L);
    }

    @Test
    void takes_over_no_officers_duty() {
        assertThat(ACTOR.mayActAs(Duty.SYSTEM_ADMIN)).isFalse();
        Actor officer = new Actor(2, "系统管理员", List.of(new PostRef(21, 200, Duty.SYSTEM_ADMIN)), List.of(), "system");
        assertThat(officer.mayActAs(Duty.SYSTEM_ADMIN)).isTrue();
    }
}
