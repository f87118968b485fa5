package org.bihuan.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransactionRollbackException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import jakarta.persistence.OptimisticLockException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class RepeatsTest {

    private final AtomicInteger made = new AtomicInteger();

    @AfterEach
    void noTransaction() {
        TransactionSynchronizationManager.setActualTransactionActive(false);
    }

    private Runnable failing(int times, RuntimeException failure) {
        return () -> {
            if (made.incrementAndGet() <= times) {
                throw failure;
            }
        };
    }

    static Stream<RuntimeException> races() {
        return Stream.of(
                LostRace.certain(new IllegalStateException("engine")),
                LostRace.suspected(new NullPointerException()),
                new CannotAcquireLockException("lock"),
                new OptimisticLockingFailureException("changed"),
                new DuplicateKeyException("taken"),
                new OptimisticLockException("changed"),
                new IllegalStateException(new SQLTransactionRollbackException("deadlock", "40001", 1213)),
                new IllegalStateException(new SQLException("lock wait", "HY000", 1205)),
                new IllegalStateException(new SQLException("duplicate", "23000", 1062)),
                new IllegalStateException(new SQLException("row changed", "90131", 90131)));
    }

    @ParameterizedTest
    @MethodSource("races")
    void a_lost_race_is_run_again(RuntimeException race) {
        Repeats.run(failing(2, race));
        assertThat(made).hasValue(3);
    }

    static Stream<RuntimeException> answers() {
        RuleViolation refusal = new RuleViolation("a.rule");
        refusal.initCause(new OptimisticLockException("underneath"));
        return Stream.of(
                refusal,
                new NotFound("nothing"),
                new IllegalStateException("a fault"),
                new IllegalStateException(new SQLException("no such table", "42S02", 1146)),
                // Nobody knows whether a commit arrived: repeating it could do the same twice.
                new DataAccessResourceFailureException("gone", new SQLRecoverableException("broken", "08S01")));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void an_answer_a_fault_and_an_unknown_outcome_are_not_run_again(RuntimeException answer) {
        assertThatThrownBy(() -> Repeats.run(failing(1, answer))).isSameAs(answer);
        assertThat(made).hasValue(1);
    }

    @Test
    void who_loses_every_time_is_told_to_try_later() {
        assertThatThrownBy(() -> Repeats.run(failing(Integer.MAX_VALUE, new CannotAcquireLockException("lock"))))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.key())
                        .isEqualTo("shared.busy"));
        assertThat(made).hasValue(Repeats.ATTEMPTS);
    }

    @Test
    void what_only_looked_like_a_race_shows_its_true_face() {
        NullPointerException fault = new NullPointerException("ours");
        assertThatThrownBy(() -> Repeats.run(failing(Integer.MAX_VALUE, LostRace.suspected(fault))))
                .isSameAs(fault);
        DuplicateKeyException taken = new DuplicateKeyException("for ever");
        made.set(0);
        assertThatThrownBy(() -> Repeats.run(failing(Integer.MAX_VALUE, taken))).isSameAs(taken);
    }

    @Test
    void a_refusal_on_what_may_have_changed_is_asked_once_more_and_then_stands() {
        RuleViolation refusal = new RuleViolation("a.rule");
        assertThatThrownBy(() -> Repeats.run(failing(Integer.MAX_VALUE, LostRace.perhapsStale(refusal))))
                .isSameAs(refusal);
        assertThat(made).hasValue(2);
        made.set(0);
        Repeats.run(failing(1, LostRace.perhapsStale(refusal)));
        assertThat(made).hasValue(2);
    }

    @Test
    void a_race_lost_before_does_not_count_as_having_asked() {
        Iterator<LostRace> failures = List.of(
                        LostRace.certain(new IllegalStateException("engine")),
                        LostRace.perhapsStale(new RuleViolation("a.rule")))
                .iterator();
        Repeats.run(() -> {
            made.incrementAndGet();
            if (failures.hasNext()) {
                throw failures.next();
            }
        });
        assertThat(made).hasValue(3);
    }

    @Test
    void within_a_transaction_nothing_is_run_again() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        LostRace race = LostRace.certain(new IllegalStateException());
        assertThatThrownBy(() -> Repeats.run(failing(1, race))).isSameAs(race);
        assertThat(made).hasValue(1);
    }
}
