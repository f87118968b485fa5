package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The search finds what is planted here, and nothing else. */
class LooseWritesTest {

    private static final String SQL = "delete from t";

    private static Set<String> loose(Class<?>... planted) {
        return LooseWrites.in(new ClassFileImporter().importClasses(planted)).stream()
                .map(way -> way.replace("LooseWritesTest$", ""))
                .collect(Collectors.toSet());
    }

    @Test
    void a_write_that_nobody_calls_in_a_transaction_is_loose() {
        assertThat(loose(Rows.class)).containsExactlyInAnyOrder("Rows.one", "Rows.batch");
    }

    @Test
    void a_write_reached_in_a_transaction_only_is_let_pass() {
        assertThat(loose(Rows.class, Careful.class, Programmed.class)).isEmpty();
    }

    @Test
    void one_caller_without_a_transaction_among_many_is_found() {
        assertThat(loose(Rows.class, Careful.class, Programmed.class, Past.class))
                .containsExactly("Past.act > Rows.one");
    }

    @Test
    void a_caller_that_names_the_interface_is_found() {
        assertThat(loose(Written.class, Rows.class, Past.class, Named.class))
                .containsExactlyInAnyOrder("Past.act > Rows.one", "Named.act");
    }

    @Test
    void a_call_past_the_proxy_opens_no_transaction() {
        assertThat(loose(OnItself.class)).containsExactly("OnItself.act > OnItself.write");
    }

    @Test
    void a_transaction_that_only_reads_is_none_for_a_write() {
        assertThat(loose(Reader.class)).containsExactly("Reader.write");
    }

    @Test
    void a_private_method_has_no_transaction_of_its_own() {
        assertThat(loose(Hidden.class)).containsExactly("Hidden.act > Hidden.write");
    }

    @Test
    void what_comes_after_the_commit_is_outside_of_the_transaction() throws ClassNotFoundException {
        Class<?> synchronization = Class.forName(Afterwards.class.getName() + "$1");
        assertThat(loose(Afterwards.class, synchronization)).containsExactly("Afterwards$1.afterCommit");
    }

    interface Written {

        void batch();
    }

    record Named(Written rows) {

        void act() {
            rows.batch();
        }
    }

    /** Without a transaction of its own: its callers must have one. */
    record Rows(JdbcClient client, JdbcTemplate jdbc) implements Written {

        void one() {
            client.sql(SQL).update();
        }

        @Override
        public void batch() {
            jdbc.batchUpdate(SQL);
        }

        long read() {
            return client.sql("select 1").query(Long.class).single();
        }
    }

    @Transactional
    static class Careful {

        private final Rows rows;

        Careful(Rows rows) {
            this.rows = rows;
        }

        void act() {
            deeper();
            rows.batch();
        }

        private void deeper() {
            rows.one();
        }

        @Transactional(readOnly = true)
        long look() {
            return rows.read();
        }
    }

    record Programmed(TransactionTemplate transactions, Rows rows) {

        void act() {
            transactions.executeWithoutResult(tx -> rows.one());
        }

        void through() {
            inTransaction(rows::batch);
        }

        private void inTransaction(Runnable act) {
            transactions.executeWithoutResult(tx -> act.run());
        }
    }

    record Past(TransactionTemplate transactions, Rows rows) {

        void act() {
            transactions.executeWithoutResult(tx -> rows.one());
            rows.one();
        }
    }

    record OnItself(JdbcTemplate jdbc) {

        void act() {
            write();
        }

        @Transactional
        void write() {
            jdbc.update(SQL);
        }
    }

    @Transactional
    record Reader(JdbcTemplate jdbc) {

        @Transactional(readOnly = true)
        void write() {
            jdbc.update(SQL);
        }
    }

    record Hidden(JdbcTemplate jdbc) {

        void act() {
            write();
        }

        @Transactional
        private void write() {
            jdbc.update(SQL);
        }
    }

    @Transactional
    record Afterwards(JdbcTemplate jdbc) {

        void act() {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    jdbc.update(SQL);
                }
            });
        }
    }
}
