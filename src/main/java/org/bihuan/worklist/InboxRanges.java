package org.bihuan.worklist;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bihuan.identity.Actor;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Level;
import org.jspecify.annotations.Nullable;

/**
 * The open lists as SQL: a union of index ranges, one for each principal of the caller and, where the
 * level counts, each level; every branch stops as soon as the page is full. A step to claim that the caller is
 * barred from judging is no work of theirs and is left out; its page, and the approvals, say the reason.
 */
final class InboxRanges {

    private final Actor actor;
    private final LocalDate today;
    private final Inbox.Tab tab;
    private final Inbox.Filter filter;
    private final Inbox.Sort sort;
    private final Map<Long, List<Long>> barred;
    private final List<Object> args = new ArrayList<>();

    InboxRanges(Actor actor, LocalDate today, Inbox.Tab tab, Inbox.Filter filter, Inbox.Sort sort) {
        this.actor = actor;
        this.today = today;
        this.tab = tab;
        this.filter = filter;
        this.sort = sort;
        this.barred = Barred.byPost(actor);
    }

    /** Where a page begins, in the terms of every sort. */
    record Position(int rank, LocalDate due, String numberKey, long id) {

        static Position of(WorkItemRow row, LocalDate today) {
            return new Position(
                    InboxRanges.rank(row.levelOn(today)),
                    row.due(),
                    new CaseNumber(row.caseNumber()).sortKey(),
                    row.id());
        }
    }

    /**
     * Rows of one shown level: the stored level together with the dates in which it is shown.
     *
     * @param stored the stored level, or null for any
     */
    private record Band(
            int rank,
            @Nullable Level stored,
            @Nullable LocalDate from,
            @Nullable LocalDate before) {}

    /** Arguments of the statements made so far, in their order. */
    List<Object> args() {
        return args;
    }

    static int rank(Level shown) {
        return Level.SERIOUS.ordinal() - shown.ordinal();
    }

    /** Order of the list; with {@code alias} and a dot in front of each column. */
    String order(String alias) {
        return switch (sort) {
            case DUE -> alias + "due, " + alias + "item_id";
            case NUMBER -> alias + "number_key, " + alias + "item_id";
            case LEVEL -> alias + "urgency, " + alias + "due, " + alias + "item_id";
        };
    }

    /** The union of all ranges, each with at most {@code limit} rows behind {@code after}. */
    String union(@Nullable Position after, int limit) {
        List<String> branches = new ArrayList<>();
        for (Long principal : principals()) {
            for (Band band : bands()) {
                if (after == null || sort != Inbox.Sort.LEVEL || band.rank() >= after.rank()) {
                    branches.add(branch(principal, band, after, limit));
                }
            }
        }
        return branches.isEmpty()
                ? "select i.kind, i.due, i.number_key, i.item_id, 0 urgency from work_inbox i where 1 = 0"
                : String.join(" union all ", branches);
    }

    /** Work that is mine stands before persons, work to claim before posts: neither list walks the other's rows. */
    private Set<Long> principals() {
        Set<Long> persons = new LinkedHashSet<>();
        Set<Long> posts = new LinkedHashSet<>();
        persons.add(actor.personId());
        actor.posts().forEach(post -> posts.add(post.id()));
        actor.represents().forEach(absent -> {
            persons.add(absent.personId());
            absent.posts().forEach(post -> posts.add(post.id()));
        });
        return switch (tab) {
            case MINE -> persons;
            case CLAIM -> posts;
            default -> actor.principals();
        };
    }

    private List<Band> bands() {
        Level asked = filter.level();
        if (asked == null && sort != Inbox.Sort.LEVEL) {
            return within(List.of(new Band(0, null, null, null)));
        }
        List<Band> bands = new ArrayList<>();
        for (Level shown : Level.values()) {
            if (asked == null || asked == shown) {
                bands.addAll(bands(shown));
            }
        }
        return within(bands);
    }

    private List<Band> bands(Level shown) {
        int rank = rank(shown);
        if (shown == Level.SERIOUS) {
            return List.of(new Band(rank, shown, null, null));
        }
        if (shown == Level.OVERDUE) {
            return List.of(
                    new Band(rank, Level.OVERDUE, null, null),
                    new Band(rank, Level.WARNING, null, today),
                    new Band(rank, Level.NOTICE, null, today),
                    new Band(rank, Level.NORMAL, null, today));
        }
        return List.of(new Band(rank, shown, today, null));
    }

    private List<Band> within(List<Band> bands) {
        if (tab != Inbox.Tab.OVERDUE) {
            return bands;
        }
        return bands.stream()
                .filter(band -> band.from() == null)
                .map(band -> new Band(band.rank(), band.stored(), null, today))
                .toList();
    }

    private String branch(long principal, Band band, @Nullable Position after, int limit) {
        boolean joined = !filter.terms().isEmpty();
        // The hint keeps MySQL from reading all of the principal's rows by another index and sorting them.
        StringBuilder sql = new StringBuilder("(select /*+ INDEX(i ")
                .append(index(band))
                .append(") */ i.kind, i.due, i.number_key, i.item_id, ")
                .append(band.rank())
                .append(" urgency from work_inbox i");
        if (joined) {
            sql.append(" join work_item w on w.id = i.item_id");
        }
        add(sql, " where i.principal = ?", principal);
        if (tab == Inbox.Tab.MINE || tab == Inbox.Tab.CLAIM) {
            add(sql, " and i.kind = ?", tab.name());
        }
        List<Long> hands = barred.get(principal);
        if (hands != null) {
            sql.append(" and (i.kind <> 'CLAIM' or ")
                    .append(Barred.none("i.barred", hands))
                    .append(")");
            args.addAll(Barred.patterns(hands));
        }
        if (band.stored() != null) {
            add(sql, " and i.level = ?", band.stored().name());
        }
        if (band.from() != null) {
            add(sql, " and i.due >= ?", Date.valueOf(band.from()));
        }
        if (band.before() != null) {
            add(sql, " and i.due < ?", Date.valueOf(band.before()));
        }
        if (filter.unit() != null) {
            add(sql, " and i.unit_id = ?", filter.unit());
        }
        if (filter.step() != null) {
            add(sql, " and i.step_key = ?", filter.step());
        }
        if (after != null) {
            behind(sql, band, after);
        }
        terms(sql, filter, args);
        sql.append(" order by ").append(sort == Inbox.Sort.NUMBER ? "i.number_key" : "i.due");
        return sql.append(", i.item_id limit ").append(limit).append(")").toString();
    }

    /** The index that has the rows of a branch in the order of the list. */
    private String index(Band band) {
        if (sort == Inbox.Sort.NUMBER) {
            return "work_inbox_by_number";
        }
        return band.stored() == null ? "PRIMARY" : "work_inbox_by_level";
    }

    private void behind(StringBuilder sql, Band band, Position after) {
        if (sort == Inbox.Sort.NUMBER) {
            add(sql, " and i.number_key >= ?", after.numberKey());
            add(sql, " and (i.number_key > ?", after.numberKey());
            add(sql, " or i.item_id > ?)", after.id());
        } else if (sort == Inbox.Sort.DUE || band.rank() == after.rank()) {
            add(sql, " and i.due >= ?", Date.valueOf(after.due()));
            add(sql, " and (i.due > ?", Date.valueOf(after.due()));
            add(sql, " or i.item_id > ?)", after.id());
        }
    }

    private void add(StringBuilder sql, String clause, Object argument) {
        sql.append(clause);
        args.add(argument);
    }

    /** Every word that is searched for stands in the number, the title, the measure's heading or the step. */
    static void terms(StringBuilder sql, Inbox.Filter filter, List<Object> args) {
        for (String term : filter.terms()) {
            sql.append(" and (lower(w.case_number) like ? escape '!' or lower(w.title) like ? escape '!'"
                    + " or lower(w.subject) like ? escape '!' or lower(w.step_name) like ? escape '!')");
            String pattern = "%" + term.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
            args.addAll(List.of(pattern, pattern, pattern, pattern));
        }
    }
}
