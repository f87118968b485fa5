package org.bihuan.testing;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * Counts what goes to a database through a data source: statements (a batch is one) and commits. A
 * statement in auto-commit mode is a commit too, since it costs one.
 */
public final class StatementCounter {

    private final List<Sent> statements = new CopyOnWriteArrayList<>();
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger rollbacks = new AtomicInteger();

    private record Sent(Thread by, String sql) {}

    /** The same database, counted; several data sources may share one counter. */
    public DataSource wrap(DataSource source) {
        ProxyDataSource counted =
                ProxyDataSourceBuilder.create(source).listener(new Queries()).build();
        counted.getProxyConfig().getMethodListener().addListener(new Boundaries());
        return counted;
    }

    /** Forgets everything counted so far. */
    public void reset() {
        statements.clear();
        commits.set(0);
        rollbacks.set(0);
    }

    /** How many statements were sent. */
    public int statements() {
        return statements.size();
    }

    /** The text of the statements in the order sent, for the message of a failed assertion. */
    public List<String> sql() {
        return statements.stream().map(Sent::sql).toList();
    }

    /** As {@link #sql()}, without what other threads sent meanwhile. */
    public List<String> sqlOfThisThread() {
        return statements.stream()
                .filter(sent -> sent.by() == Thread.currentThread())
                .map(Sent::sql)
                .toList();
    }

    /** How many transactions were committed. */
    public int commits() {
        return commits.get();
    }

    /** How many transactions were rolled back. */
    public int rollbacks() {
        return rollbacks.get();
    }

    private final class Queries implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            statements.add(new Sent(
                    Thread.currentThread(),
                    queries.stream().map(QueryInfo::getQuery).collect(Collectors.joining("; "))));
            try {
                if (execution.getStatement().getConnection().getAutoCommit()) {
                    commits.incrementAndGet();
                }
            } catch (SQLException e) {
                throw new IllegalStateException("The connection does not tell its commit mode", e);
            }
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            // Everything is counted before: a statement that fails was sent all the same.
        }
    }

    private final class Boundaries implements MethodExecutionListener {

        @Override
        public void beforeMethod(MethodExecutionContext context) {
            // Counted after, once it has succeeded.
        }

        @Override
        public void afterMethod(MethodExecutionContext context) {
            if (!(context.getTarget() instanceof java.sql.Connection) || context.getThrown() != null) {
                return;
            }
            switch (context.getMethod().getName()) {
                case "commit" -> commits.incrementAndGet();
                case "rollback" -> {
                    boolean whole = context.getMethod().getParameterCount() == 0;
                    rollbacks.addAndGet(whole ? 1 : 0);
                }
                default -> {
                    // No boundary of a transaction.
                }
            }
        }
    }
}
