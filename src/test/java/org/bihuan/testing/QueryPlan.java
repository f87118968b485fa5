package org.bihuan.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How MySQL carries a statement out.
 *
 * @param text the server's own words, for the message of a failed assertion
 * @param accesses every reading of a table
 * @param sorted rows that were sorted, because no index had them in order
 */
public record QueryPlan(String sql, String text, List<Access> accesses, double sorted) {

    private static final Pattern LINE = Pattern.compile("(?<indent> *)-> (?<what>.*?)(?:  \\(cost=[^)]*\\))?"
            + "(?: \\(actual time=\\S+ rows=(?<rows>\\S+) loops=(?<loops>\\d+)\\)| \\(never executed\\))?\\s*");
    private static final Pattern READ =
            Pattern.compile("(?:Table scan|.*[Ii]ndex .*?|Single-row .*?|.*lookup) on (?<table>\\S+).*");

    public QueryPlan {
        accesses = List.copyOf(accesses);
    }

    /**
     * One reading of a table.
     *
     * @param whole whether the table is read without any index
     * @param rows rows read, over all loops
     */
    public record Access(String table, boolean whole, double rows, String how) {}

    private record Node(int indent, String what, double rows) {}

    /** The plan that the output of {@code EXPLAIN ANALYZE} describes. */
    static QueryPlan analyzed(String sql, String tree) {
        List<Node> nodes = nodes(tree);
        List<Access> accesses = new ArrayList<>();
        double sorted = 0;
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            Node below = i + 1 < nodes.size() && nodes.get(i + 1).indent() > node.indent() ? nodes.get(i + 1) : null;
            if (node.what().startsWith("Sort") && below != null) {
                sorted += below.rows();
            }
            Matcher read = READ.matcher(node.what());
            // With something below it, it reads a result that the statement itself has made.
            if (below == null && read.matches()) {
                String how = node.what();
                boolean whole = how.startsWith("Table scan");
                accesses.add(new Access(read.group("table"), whole, node.rows(), how));
            }
        }
        return new QueryPlan(sql, tree, accesses, sorted);
    }

    /** The plan of a change, which is estimated only. */
    static QueryPlan estimated(String sql, List<Access> accesses) {
        return new QueryPlan(sql, accesses.toString(), accesses, 0);
    }

    private static List<Node> nodes(String tree) {
        List<Node> nodes = new ArrayList<>();
        for (String line : tree.split("\n")) {
            Matcher match = LINE.matcher(line);
            if (match.matches()) {
                double rows = match.group("rows") == null
                        ? 0
                        : Double.parseDouble(match.group("rows")) * Double.parseDouble(match.group("loops"));
                nodes.add(new Node(match.group("indent").length(), match.group("what"), rows));
            }
        }
        return nodes;
    }

    /**
     * What is wrong with the plan: a table read as a whole, or more rows read or sorted than the bound.
     *
     * @param bound rows that one reading may take
     * @param small tables, or their aliases, that are small by nature and may be read as a whole
     */
    public List<String> faults(int bound, Set<String> small) {
        List<String> faults = new ArrayList<>();
        for (Access access : accesses) {
            if (access.whole() && access.rows() > 100 && !small.contains(access.table())) {
                faults.add("%s is read as a whole, %.0f rows".formatted(access.table(), access.rows()));
            } else if (access.rows() > bound) {
                faults.add("%.0f rows of %s are read".formatted(access.rows(), access.table()));
            }
        }
        if (sorted > bound) {
            faults.add("%.0f rows are sorted".formatted(sorted));
        }
        return faults;
    }
}
