package org.bihuan.testing;

import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Catches the statements that the product sends to MySQL, with their values, and asks the server how it
 * carries each of them out: queries are run by {@code EXPLAIN ANALYZE}, so that the rows read are counted
 * and not estimated; changes are explained only.
 */
public final class QueryPlans {

    private final Map<String, List<ParameterSetOperation>> caught = new ConcurrentHashMap<>();
    private volatile boolean recording;
    private volatile @Nullable DataSource plain;

    /** The same database, listened to. */
    public DataSource wrap(DataSource source) {
        plain = source;
        return ProxyDataSourceBuilder.create(source).listener(new Listener()).build();
    }

    /** Runs the act and returns how each different statement of it is carried out. */
    public List<QueryPlan> of(Runnable act) {
        caught.clear();
        recording = true;
        try {
            act.run();
        } finally {
            recording = false;
        }
        List<QueryPlan> plans = new ArrayList<>();
        new LinkedHashMap<>(caught).forEach((sql, values) -> plans.add(explain(sql, values)));
        return plans;
    }

    private QueryPlan explain(String sql, List<ParameterSetOperation> values) {
        boolean query = isQuery(sql);
        try (Connection connection = Objects.requireNonNull(plain).getConnection();
                PreparedStatement explain = connection.prepareStatement(
                        (query ? "explain analyze " : "explain format=traditional ") + sql)) {
            for (ParameterSetOperation value : values) {
                value.getMethod().invoke(explain, value.getArgs());
            }
            try (ResultSet rows = explain.executeQuery()) {
                return query ? QueryPlan.analyzed(sql, tree(rows)) : QueryPlan.estimated(sql, table(rows));
            }
        } catch (SQLException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Not explained: " + sql, e);
        }
    }

    private static String tree(ResultSet rows) throws SQLException {
        StringBuilder tree = new StringBuilder();
        while (rows.next()) {
            tree.append(rows.getString(1)).append('\n');
        }
        return tree.toString();
    }

    private static List<QueryPlan.Access> table(ResultSet rows) throws SQLException {
        List<QueryPlan.Access> accesses = new ArrayList<>();
        while (rows.next()) {
            String type = String.valueOf(rows.getString("type"));
            accesses.add(new QueryPlan.Access(
                    String.valueOf(rows.getString("table")),
                    Set.of("ALL", "index").contains(type),
                    rows.getDouble("rows"),
                    type));
        }
        return accesses;
    }

    static boolean isQuery(String sql) {
        String start = start(sql);
        return start.startsWith("select") || start.startsWith("(select");
    }

    private static String start(String sql) {
        return sql.stripLeading().toLowerCase(Locale.ROOT);
    }

    /** Queries, and changes that look for rows; inserts of given values have no plan. */
    private static boolean hasPlan(String sql) {
        String start = start(sql);
        return isQuery(sql)
                || start.startsWith("update")
                || start.startsWith("delete")
                || (start.startsWith("insert") && start.contains(" select "));
    }

    private final class Listener implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            if (!recording) {
                return;
            }
            for (QueryInfo query : queries) {
                if (hasPlan(query.getQuery())) {
                    List<List<ParameterSetOperation>> sets = query.getParametersList();
                    caught.putIfAbsent(query.getQuery(), sets.isEmpty() ? List.of() : List.copyOf(sets.get(0)));
                }
            }
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            // What matters was caught before: a statement that fails was sent all the same.
        }
    }
}
