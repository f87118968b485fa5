package org.bihuan.e2e;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.awaitility.Awaitility;
import org.bihuan.testing.AppProcess;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The product on a database that the test looks into, and in which it holds rows, from outside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CrashBed {

    /** Jobs that a dead node held come back, and files that nobody wants go, soon enough for a test. */
    static final String[] SHORT_WAITS = {
        "--camunda.bpm.job-execution.lock-time-in-millis=10000",
        "--bihuan.evidence.orphan-age=1s",
        "--bihuan.evidence.sweep-interval=PT1S"
    };

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private @Nullable AppProcess product;

    /** Prepares the product on a database that holds the demo round with every timer still to run. */
    abstract AppProcess prepared();

    /** A connection of the test's own, whether or not the product runs. */
    abstract Connection connect() throws SQLException;

    /** Waits until the product that has just been launched has opened its database. */
    abstract void awaitDatabase();

    /** Whether a transaction of the product that has written already waits for a row that {@code ours} holds. */
    abstract boolean writerWaitsFor(Connection ours) throws SQLException;

    @BeforeAll
    void prepare() {
        product = prepared();
    }

    @AfterAll
    void end() {
        if (product != null) {
            product.close();
        }
    }

    AppProcess product() {
        return Objects.requireNonNull(product);
    }

    /** Looks into the database, whether or not the product runs. */
    void look(Consumer<Consistency> looking) {
        try (Connection connection = connect()) {
            looking.accept(new Consistency(
                    new SingleConnectionDataSource(connection, true), product().dataFolder()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for something in the database of the running product. */
    void await(String what, Predicate<Consistency> condition) {
        look(books -> Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> condition.test(books)));
    }

    /** Everything agrees, and whatever a crash left in the store has been swept away. */
    void assertConsistent() {
        look(Consistency::check);
        await("the store holds what is on record", Consistency::storeIsSwept);
    }

    /** Takes hold of a measure's row, so that nothing about it can be committed. */
    HeldRow hold(String measure) {
        try {
            return new HeldRow(connect(), measure);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A row that the test has locked; whoever wants to change it waits. */
    final class HeldRow implements AutoCloseable {

        private final Connection connection;

        private HeldRow(Connection connection, String measure) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            try (PreparedStatement lock =
                    connection.prepareStatement("select id from rect_measure where case_number = ? for update")) {
                lock.setString(1, measure);
                try (ResultSet row = lock.executeQuery()) {
                    if (!row.next()) {
                        throw new IllegalStateException("there is no " + measure);
                    }
                }
            }
        }

        /** Waits until the product stands in the middle of a transaction that has written and not committed. */
        void awaitWriter() {
            Awaitility.await("a transaction that has written waits for the row")
                    .atMost(PATIENCE)
                    // InnoDB lists its transactions anew only for who has not looked for a tenth of a second.
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> writerWaitsFor(connection));
        }

        @Override
        public void close() {
            try {
                connection.rollback();
                connection.close();
            } catch (SQLException theServerIsGone) {
                // On H2 the server was the product, which the test has killed meanwhile.
            }
        }
    }
}
