package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.bihuan.rectification.Decision;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Ids;
import org.bihuan.shared.Level;
import org.bihuan.worklist.Inbox;
import org.bihuan.worklist.Inbox.Filter;
import org.bihuan.worklist.Inbox.Sort;
import org.bihuan.worklist.Inbox.Tab;
import org.bihuan.worklist.WorkItemRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The lists of work: orders, filters, searches and counts. */
abstract class WorkLists extends LoopBed {

    static final Submission YES = new Submission.Decided(Decision.approve("情况属实。"));

    private static final int MANY = 37;

    /** Puts many items before the verifiers' post, of all levels, two units and two steps, due on both sides of today. */
    private void many() {
        long post =
                as.call(VERIFIER, () -> currentActor.require().posts().get(0).id());
        for (int i = 1; i <= MANY; i++) {
            long id = Ids.next();
            CaseNumber number = CaseNumber.problem("ZZ2026", MANY - i + 80).measure(i);
            LocalDate due = MONDAY.plusDays(i % 9 - 4);
            String level = Level.values()[i % 5].name();
            boolean even = i % 2 == 0;
            jdbc.update(
                    "insert into work_item (id, case_number, problem_number, step_key, step_name, title, subject,"
                            + " unit_id, unit_name, due, level, state, created_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)",
                    id,
                    number.value(),
                    number.problem().value(),
                    even ? "userTask_a" : "userTask_b",
                    even ? "验收" : "核查",
                    "针对第" + i + "号问题100%整改_的情况",
                    even ? "健全制度" : "开展培训",
                    even ? 1L : 2L,
                    even ? "甲办" : "乙办",
                    Date.valueOf(due),
                    level,
                    Timestamp.from(clock.instant()));
            jdbc.update(
                    "insert into work_inbox (principal, kind, due, item_id, level, number_key, unit_id, step_key)"
                            + " values (?, 'CLAIM', ?, ?, ?, ?, ?, ?)",
                    post,
                    Date.valueOf(due),
                    id,
                    level,
                    number.sortKey(),
                    even ? 1L : 2L,
                    even ? "userTask_a" : "userTask_b");
        }
    }

    /** They have no task in the engine, and other tests compare. */
    @AfterEach
    void noneOfThem() {
        jdbc.update(
                "delete from work_inbox where item_id in (select id from work_item where case_number like 'ZZ2026%')");
        jdbc.update("delete from work_item where case_number like 'ZZ2026%'");
    }

    private List<WorkItemRow> all(Filter filter, Sort sort) {
        return as.call(VERIFIER, () -> inbox.page(Tab.ALL, filter, sort, null, 0, 500));
    }

    @Test
    void each_order_is_kept_across_pages_and_leaves_nothing_out() {
        many();
        Comparator<WorkItemRow> byDue = Comparator.comparing(WorkItemRow::due).thenComparing(WorkItemRow::id);
        Map<Sort, Comparator<WorkItemRow>> orders = Map.of(
                Sort.DUE, byDue,
                Sort.NUMBER,
                        Comparator.<WorkItemRow, CaseNumber>comparing(row -> new CaseNumber(row.caseNumber()))
                                .thenComparing(WorkItemRow::id),
                Sort.LEVEL,
                        Comparator.<WorkItemRow, Level>comparing(row -> row.levelOn(MONDAY))
                                .reversed()
                                .thenComparing(byDue));
        orders.forEach((sort, order) -> {
            List<WorkItemRow> whole = all(Filter.NONE, sort);
            assertThat(whole).hasSizeGreaterThanOrEqualTo(MANY).isSortedAccordingTo(order);
            List<WorkItemRow> paged = new ArrayList<>();
            WorkItemRow last = null;
            List<WorkItemRow> page;
            do {
                WorkItemRow after = last;
                page = as.call(VERIFIER, () -> inbox.page(Tab.ALL, Filter.NONE, sort, after, 0, 5));
                paged.addAll(page);
                last = page.isEmpty() ? null : page.get(page.size() - 1);
            } while (last != null);
            assertThat(paged).as(sort.name()).isEqualTo(whole);
            assertThat(as.call(VERIFIER, () -> inbox.page(Tab.ALL, Filter.NONE, sort, whole.get(3), 4, 5)))
                    .isEqualTo(whole.subList(8, 13));
        });
    }

    @Test
    void a_filter_shows_what_fits_and_is_counted_as_it_is_listed() {
        many();
        for (Level level : Level.values()) {
            Filter filter = new Filter("ZZ2026", level, null, null);
            for (Sort sort : Sort.values()) {
                assertThat(all(filter, sort))
                        .isNotEmpty()
                        .allMatch(row -> row.levelOn(MONDAY) == level)
                        .hasSize(as.call(VERIFIER, () -> inbox.count(Tab.ALL, filter)));
            }
        }
        Filter unit = new Filter("", null, 1L, null);
        assertThat(all(unit, Sort.DUE)).hasSize(MANY / 2).allMatch(row -> "甲办".equals(row.unitName()));
        Filter step = new Filter("", Level.OVERDUE, 2L, "userTask_b");
        assertThat(all(step, Sort.LEVEL)).isNotEmpty().allMatch(row -> row.stepName()
                .equals("核查"));
        assertThat(all(new Filter("", null, 1L, "userTask_b"), Sort.DUE)).isEmpty();
        Inbox.Facets facets = as.call(VERIFIER, () -> inbox.facets(Tab.CLAIM));
        assertThat(facets.units()).containsEntry(1L, "甲办").containsEntry(2L, "乙办");
        assertThat(facets.steps()).containsEntry("userTask_a", "验收").containsEntry("userTask_b", "核查");
    }

    @Test
    void a_search_finds_parts_of_number_title_measure_and_step_and_takes_wildcards_as_they_are() {
        many();
        assertThat(all(Filter.search("zz2026-p8"), Sort.NUMBER)).isNotEmpty().allMatch(row -> row.caseNumber()
                .startsWith("ZZ2026-P8"));
        assertThat(all(Filter.search("第7号"), Sort.DUE)).hasSize(1);
        assertThat(all(Filter.search("培训"), Sort.DUE)).hasSize(MANY - MANY / 2);
        assertThat(all(Filter.search("号问题　核查"), Sort.DUE)).hasSize(MANY - MANY / 2);
        assertThat(all(Filter.search("0%整"), Sort.DUE)).hasSize(MANY);
        assertThat(all(Filter.search("第%号"), Sort.DUE)).isEmpty();
        assertThat(all(Filter.search("改_的"), Sort.DUE)).hasSize(MANY);
        assertThat(all(Filter.search("第_号"), Sort.DUE)).isEmpty();
        assertThat(all(Filter.search("!"), Sort.DUE)).isEmpty();
        assertThat(all(Filter.search("的情况 ".repeat(200)), Sort.DUE)).hasSize(MANY);
    }

    @Test
    void every_count_is_the_length_of_its_list_with_escalated_work_as_well() {
        CaseNumber problem = underWay("JA2026");
        CaseNumber measure = problem.measure(1);
        submit(HANDLER, measure, new Submission.Acknowledge());
        today(LocalDate.of(2026, 3, 5));
        runJobs();
        for (String login : List.of(HANDLER, HEAD, LEADER, VERIFIER, INSPECTOR)) {
            as.run(login, () -> {
                Map<Tab, Integer> counts = inbox.counts();
                for (Tab tab : List.of(Tab.ALL, Tab.MINE, Tab.CLAIM, Tab.OVERDUE)) {
                    assertThat(inbox.page(tab, Filter.NONE, Sort.DUE, null, 0, 500))
                            .as(login + " " + tab)
                            .hasSize(counts.getOrDefault(tab, -1))
                            .hasSize(inbox.count(tab, Filter.NONE));
                }
            });
        }
        assertThat(as.call(HEAD, () -> inbox.page(Tab.ALL, Filter.search(measure.value()), Sort.DUE, null, 0, 9)))
                .singleElement()
                .extracting(WorkItemRow::kind)
                .isEqualTo(WorkItemRow.Kind.ESCALATED);
        moveDue(measure, LocalDate.of(2026, 4, 30));
        assertThat(as.call(HEAD, () -> inbox.page(Tab.ALL, Filter.search(measure.value()), Sort.DUE, null, 0, 9)))
                .isEmpty();
        assertThat(item(HANDLER, measure).level()).isEqualTo(Level.NORMAL);
    }

    private void moveDue(CaseNumber measure, LocalDate to) {
        as.run(VERIFIER, () -> work.moveDue(measure, to, "材料需要时间。"));
    }

    /** A problem whose plan is approved, so that its measures stand before the handler. */
    CaseNumber underWay(String code) {
        CaseNumber problem = started(code);
        submit(HANDLER, problem, plan(problem));
        submit(LEADER, problem, YES);
        return problem;
    }
}
