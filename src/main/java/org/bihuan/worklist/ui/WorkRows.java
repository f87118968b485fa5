package org.bihuan.worklist.ui;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import org.bihuan.shared.CaseNumber;
import org.bihuan.worklist.Inbox;
import org.bihuan.worklist.WorkItemRow;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a grid page by page. Each page read leaves a keyset anchor behind, so that scrolling on costs
 * one index range from there and not a walk from the beginning.
 */
final class WorkRows extends AbstractBackEndDataProvider<WorkItemRow, Void> {

    private final transient Inbox inbox;
    private final TreeMap<Integer, WorkItemRow> anchors = new TreeMap<>();
    private final Set<String> problems = ConcurrentHashMap.newKeySet();
    private Inbox.Tab tab = Inbox.Tab.ALL;
    private transient Inbox.Filter filter = Inbox.Filter.NONE;
    private Inbox.Sort sort = Inbox.Sort.DUE;

    WorkRows(Inbox inbox) {
        this.inbox = inbox;
    }

    void show(Inbox.Tab newTab, Inbox.Filter newFilter, Inbox.Sort newSort) {
        tab = newTab;
        filter = newFilter;
        sort = newSort;
        problems.clear();
        reload();
    }

    void reload() {
        anchors.clear();
        refreshAll();
    }

    Inbox.Tab tab() {
        return tab;
    }

    Inbox.Filter filter() {
        return filter;
    }

    int count() {
        return inbox.count(tab, filter);
    }

    /** Whether rows about this problem have been read since the list was last changed; asked on any thread. */
    boolean shows(String problem) {
        return problems.contains(problem);
    }

    @Override
    protected Stream<WorkItemRow> fetchFromBackEnd(Query<WorkItemRow, Void> query) {
        int offset = query.getOffset();
        var anchor = anchors.floorEntry(offset);
        @Nullable WorkItemRow after = anchor == null ? null : anchor.getValue();
        int skip = anchor == null ? offset : offset - anchor.getKey();
        List<WorkItemRow> rows = inbox.page(tab, filter, sort, after, skip, query.getLimit());
        if (tab != Inbox.Tab.DONE && !rows.isEmpty()) {
            anchors.put(offset + rows.size(), rows.get(rows.size() - 1));
        }
        rows.forEach(
                row -> problems.add(new CaseNumber(row.caseNumber()).problem().value()));
        return rows.stream();
    }

    @Override
    protected int sizeInBackEnd(Query<WorkItemRow, Void> query) {
        return count();
    }

    @Override
    public Object getId(WorkItemRow row) {
        return row.id();
    }
}
