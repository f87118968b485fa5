package org.bihuan.shared;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tries a whole transaction again, a bounded number of times, where it lost a race: a deadlock, a wait
 * for a lock, a row that another transaction changed or inserted first. Nothing of a lost attempt
 * remains, and each attempt checks all its rules anew; a failure whose outcome is unknown, such as a
 * broken connection, is never repeated.
 */
public final class Repeats {

    /** Attempts before the caller is told to try again later. */
    static final int ATTEMPTS = 15;

    /** Refusals on what may have been stale that are an answer. */
    private static final int REFUSALS = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Repeats.class);
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** SQL states of class 40 are rollbacks by the database: deadlocks and failures to serialise. */
    private static final String ROLLED_BACK = "40";

    /**
     * MySQL: wait for a lock 1205, deadlock 1213, duplicate 1062. H2: duplicate 23505, lock 50200, row
     * changed meanwhile 90131.
     */
    private static final Set<Integer> RACES = Set.of(1205, 1213, 1062, 23505, 50200, 90131);

    private Repeats() {}

    /** One attempt: a whole transaction. */
    @FunctionalInterface
    public interface Attempt<T, E extends Throwable> {

        T make() throws E;
    }

    /**
     * Makes attempts until one does not lose; within a transaction exactly one, since that transaction is
     * the caller's to repeat.
     *
     * @throws RuleViolation {@code shared.busy} if every attempt lost
     */
    public static <T, E extends Throwable> T run(Attempt<T, E> attempt) throws E {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return attempt.make();
        }
        int refused = 0;
        for (int made = 1; ; made++) {
            try {
                return attempt.make();
            } catch (RuntimeException failure) {
                if (!lost(failure)) {
                    throw failure;
                }
                refused += failure instanceof LostRace race && race.isRefusal() ? 1 : 0;
                if (made == ATTEMPTS || refused == REFUSALS) {
                    throw given(failure);
                }
                LOG.debug("Attempt {} lost a race", made, failure);
                // Two that keep meeting part ways.
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(STEP_NANOS, STEP_NANOS * (made + 1)));
            }
        }
    }

    /** As {@link #run(Attempt)}, for an act without a result. */
    public static void run(Runnable transaction) {
        run(() -> {
            transaction.run();
            return true;
        });
    }

    /** Whether the failure means that another transaction was faster. */
    static boolean lost(Throwable failure) {
        if (failure instanceof RuleViolation || failure instanceof NotFound) {
            return false;
        }
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof ConcurrencyFailureException
                    || cause instanceof DuplicateKeyException
                    || cause instanceof OptimisticLockException
                    || cause instanceof PessimisticLockException
                    || (cause instanceof SQLException sql && lost(sql))) {
                return true;
            }
        }
        return false;
    }

    private static boolean lost(SQLException failure) {
        String state = failure.getSQLState();
        return (state != null && state.startsWith(ROLLED_BACK)) || RACES.contains(failure.getErrorCode());
    }

    /** What the caller gets when every attempt lost: what is no race after all shows its true face. */
    private static RuntimeException given(RuntimeException failure) {
        if (failure instanceof LostRace race && !race.isCertain() && race.getCause() instanceof RuntimeException own) {
            return own;
        }
        if (failure instanceof DuplicateKeyException) {
            return failure;
        }
        LOG.warn("Gave up after {} attempts", ATTEMPTS, failure);
        RuleViolation busy = new RuleViolation("shared.busy");
        busy.addSuppressed(failure);
        return busy;
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }
}
