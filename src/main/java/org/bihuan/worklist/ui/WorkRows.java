package org.bihuan.worklist.ui;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import org.bihuan.worklist.Inbox;
import org.bihuan.worklist.WorkItemRow;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a grid page by page. Each page read leaves a keyset anchor behind, so that scrolling on costs
 * one index range from there and not a walk from the beginning.
 */
final class WorkRows extends AbstractBackEndDataProvider<WorkItemRow, Void> {

    private final transient Inbox inbox;
    private final TreeMap<Integer, Inbox.Cursor> anchors = new TreeMap<>();
    private Inbox.Tab tab = Inbox.Tab.ALL;
    private String search = "";

    WorkRows(Inbox inbox) {
        this.inbox = inbox;
    }

    void show(Inbox.Tab newTab, String newSearch) {
        tab = newTab;
        search = newSearch;
        reload();
    }

    void reload() {
        anchors.clear();
        refreshAll();
    }

    Inbox.Tab tab() {
        return tab;
    }

    @Override
    protected Stream<WorkItemRow> fetchFromBackEnd(Query<WorkItemRow, Void> query) {
        int offset = query.getOffset();
        var anchor = anchors.floorEntry(offset);
        Inbox.@Nullable Cursor after = anchor == null ? null : anchor.getValue();
        int skip = anchor == null ? offset : offset - anchor.getKey();
        List<WorkItemRow> rows = inbox.page(tab, search, after, skip, query.getLimit());
        if (tab != Inbox.Tab.DONE && !rows.isEmpty()) {
            WorkItemRow last = rows.get(rows.size() - 1);
            anchors.put(offset + rows.size(), new Inbox.Cursor(last.due(), last.id()));
        }
        return rows.stream();
    }

    @Override
    protected int sizeInBackEnd(Query<WorkItemRow, Void> query) {
        return inbox.count(tab, search);
    }

    @Override
    public Object getId(WorkItemRow row) {
        return row.id();
    }
}
