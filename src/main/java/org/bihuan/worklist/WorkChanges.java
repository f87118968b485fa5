package org.bihuan.worklist;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.bihuan.identity.CurrentActor;
import org.bihuan.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells open screens that work of theirs has changed. It reads the outbox, which every node writes, so
 * a change made on another node reaches this one's screens as well; rows are read a few seconds back,
 * since a transaction that began earlier may commit later.
 */
@Component
public class WorkChanges {

    private static final Logger LOG = LoggerFactory.getLogger(WorkChanges.class);
    private static final int OVERLAP_SECONDS = 10;

    /** With more problems than this changed at once, every screen is told. */
    private static final int FEW = 200;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final Map<Long, Listener> listeners = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Set<Long> seen = ConcurrentHashMap.newKeySet();

    WorkChanges(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    private record Listener(Set<Long> principals, Predicate<String> shows, Runnable tell) {}

    /** @param principals before whom it stood until then, or null where that may be anybody */
    private record Change(long id, String problem, @Nullable Set<Long> principals) {}

    /**
     * Calls the listener, on another thread, whenever work has changed that stands or stood before the
     * caller; close the result to stop.
     */
    public Subscription subscribe(Runnable listener) {
        return subscribe(problem -> false, listener);
    }

    /**
     * As {@link #subscribe(Runnable)}, and also when something changed about a problem that is on the
     * screen.
     *
     * @param shows tells by its number whether a problem is; asked on another thread
     */
    public Subscription subscribe(Predicate<String> shows, Runnable listener) {
        Long number = numbers.incrementAndGet();
        Set<Long> principals =
                currentActor.find().map(actor -> Set.copyOf(actor.principals())).orElseGet(Set::of);
        listeners.put(number, new Listener(principals, shows, listener));
        return () -> listeners.remove(number);
    }

    /** A running subscription. */
    @FunctionalInterface
    public interface Subscription {

        void remove();
    }

    @Scheduled(fixedDelayString = "${bihuan.worklist.refresh:1000}")
    void look() {
        if (listeners.isEmpty()) {
            return;
        }
        Instant since = clock.instant().minusSeconds(OVERLAP_SECONDS);
        List<Change> recent = jdbc.sql("select id, case_number, principals from work_outbox where at > ? order by id")
                .param(Timestamp.from(since))
                .query((rs, row) -> new Change(
                        rs.getLong(1), new CaseNumber(rs.getString(2)).problem().value(), principals(rs.getString(3))))
                .list();
        List<Change> fresh =
                recent.stream().filter(change -> !seen.contains(change.id())).toList();
        Set<Long> ids = new HashSet<>();
        recent.forEach(change -> ids.add(change.id()));
        seen.retainAll(ids);
        seen.addAll(ids);
        if (!fresh.isEmpty()) {
            tell(fresh);
        }
    }

    private static @Nullable Set<Long> principals(@Nullable String stored) {
        return stored == null
                ? null
                : Arrays.stream(stored.split(",", -1))
                        .filter(id -> !id.isEmpty())
                        .map(Long::valueOf)
                        .collect(Collectors.toSet());
    }

    private void tell(List<Change> changes) {
        Set<String> problems = new TreeSet<>();
        Set<Long> concerned = new HashSet<>();
        boolean anybody = false;
        for (Change change : changes) {
            problems.add(change.problem());
            anybody |= change.principals() == null;
            concerned.addAll(change.principals() == null ? Set.of() : change.principals());
        }
        anybody |= problems.size() > FEW;
        if (!anybody) {
            concerned.addAll(standsBefore(problems));
        }
        for (Map.Entry<Long, Listener> entry : listeners.entrySet()) {
            Listener listener = entry.getValue();
            if (anybody
                    || !Collections.disjoint(concerned, listener.principals())
                    || problems.stream().anyMatch(listener.shows())) {
                tell(entry.getKey(), listener);
            }
        }
    }

    private List<Long> standsBefore(Set<String> problems) {
        return jdbc.sql("select distinct i.principal from work_inbox i join work_item w on w.id = i.item_id"
                        + " where w.problem_number in ("
                        + String.join(",", Collections.nCopies(problems.size(), "?")) + ") and w.state = 'OPEN'")
                .params(new ArrayList<Object>(problems))
                .query(Long.class)
                .list();
    }

    private void tell(Long number, Listener listener) {
        try {
            listener.tell().run();
        } catch (IllegalStateException gone) {
            LOG.debug("A screen closed while it was told", gone);
            listeners.remove(number);
        }
    }
}
