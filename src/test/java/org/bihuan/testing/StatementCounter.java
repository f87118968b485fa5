package org.bihuan.testing;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
 * statement in auto-commit mode is a commit too, since it costs one. Who asks is told of their own thread alone:
 * what the product does by itself meanwhile is nobody's cost.
 */
public final class StatementCounter {

    private final List<Sent> statements = new CopyOnWriteArrayList<>();
    private final List<Thread> commits = new CopyOnWriteArrayList<>();

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
        commits.clear();
    }

    /** The statements in the order sent. */
    public List<String> sql() {
        return statements.stream()
                .filter(sent -> sent.by() == Thread.currentThread())
                .map(Sent::sql)
                .toList();
    }

    /** How many transactions were committed. */
    public int commits() {
        return (int) commits.stream().filter(by -> by == Thread.currentThread()).count();
    }

    private final class Queries implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            statements.add(new Sent(
                    Thread.currentThread(),
                    queries.stream().map(QueryInfo::getQuery).collect(Collectors.joining("; "))));
            try {
                if (execution.getStatement().getConnection().getAutoCommit()) {
                    commits.add(Thread.currentThread());
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
            if (context.getTarget() instanceof java.sql.Connection
                    && context.getThrown() == null
                    && context.getMethod().getName().equals("commit")) {
                commits.add(Thread.currentThread());
            }
        }
    }
}
