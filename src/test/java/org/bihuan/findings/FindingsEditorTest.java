package org.bihuan.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.junit.jupiter.api.Test;

class FindingsEditorTest {

    private final FindingsDraft source = new FindingsParser().parse("""
            一、反馈意见整改情况
            （一）关于作风方面的整改
            1. 针对服务不到位的问题。一是走访 20 户。二是制定《走访办法》。
            2. 针对效率不高的问题。压缩时限，提高效率。
            （二）关于纪律方面的整改
            1. 针对考勤不严的问题。严格考勤，每月通报。
            """);
    private final FindingsEditor editor = new FindingsEditor(source);

    private ProblemDraft problem(int index) {
        return editor.draft().problems().get(index);
    }

    private int measure(int problem, int index) {
        return problem(problem).measures().get(index).id();
    }

    @Test
    void a_corrected_measure_has_its_figures_read_again() {
        editor.correct(measure(0, 0), " 一是走访 35 户。 ");
        MeasureDraft corrected = problem(0).measures().get(0);
        assertThat(corrected.text()).isEqualTo("一是走访 35 户。");
        assertThat(corrected.marker()).isEqualTo("一是");
        assertThat(corrected.quantities()).singleElement().satisfies(q -> assertThat(q.value())
                .hasToString("35"));
    }

    @Test
    void titles_of_problems_and_aspects_can_be_corrected() {
        editor.correct(problem(1).id(), "针对效率低的问题。");
        editor.correct(source.aspects().get(1).id(), "纪律方面");
        assertThat(problem(1).statement()).isEqualTo("效率低");
        assertThat(editor.draft().aspects().get(1).title()).isEqualTo("纪律方面");
    }

    @Test
    void a_merged_measure_joins_the_one_before() {
        editor.mergeWithPrevious(measure(0, 1));
        assertThat(problem(0).measures()).singleElement().satisfies(m -> {
            assertThat(m.text()).isEqualTo("一是走访 20 户。二是制定《走访办法》。");
            assertThat(m.quantities()).hasSize(1);
            assertThat(m.documents()).hasSize(1);
        });
    }

    @Test
    void a_merged_problem_brings_its_measures() {
        editor.mergeWithPrevious(problem(1).id());
        assertThat(problem(0).title()).isEqualTo("针对服务不到位的问题。针对效率不高的问题。");
        assertThat(problem(0).measures()).hasSize(3);
        assertThat(editor.draft().problems()).hasSize(2);
    }

    @Test
    void a_split_measure_becomes_two_with_ids_of_their_own() {
        editor.split(measure(1, 0), 5);
        assertThat(problem(1).measures()).extracting(MeasureDraft::text).containsExactly("压缩时限，", "提高效率。");
        assertThat(editor.draft().measures()).extracting(MeasureDraft::id).doesNotHaveDuplicates();
    }

    @Test
    void the_rest_of_a_split_problem_takes_the_measures() {
        editor.split(problem(0).id(), 4);
        assertThat(problem(0).measures()).isEmpty();
        assertThat(problem(1).title()).isEqualTo("不到位的问题。");
        assertThat(problem(1).measures()).hasSize(2);
    }

    @Test
    void dropped_rows_go_with_all_below_them() {
        editor.drop(source.aspects().get(0).id());
        assertThat(editor.draft().problems()).singleElement().satisfies(p -> assertThat(p.statement())
                .isEqualTo("考勤不严"));
    }

    @Test
    void a_measure_moves_to_another_problem_and_a_problem_to_another_aspect() {
        editor.move(measure(0, 0), problem(2).id(), 0);
        assertThat(problem(2).measures()).extracting(MeasureDraft::text).containsExactly("一是走访 20 户。", "严格考勤，每月通报。");
        editor.move(problem(0).id(), source.aspects().get(1).id(), 1);
        assertThat(editor.draft().aspects().get(1).problems()).hasSize(2);
    }

    @Test
    void rows_move_up_and_down_and_over_the_edge_of_their_parent() {
        editor.moveDown(measure(0, 0));
        assertThat(problem(0).measures()).extracting(MeasureDraft::text).containsExactly("二是制定《走访办法》。", "一是走访 20 户。");
        editor.moveDown(measure(0, 1));
        assertThat(problem(1).measures()).extracting(MeasureDraft::text).containsExactly("一是走访 20 户。", "压缩时限，提高效率。");
        editor.moveUp(measure(1, 0));
        assertThat(problem(0).measures()).hasSize(2);
        editor.moveUp(problem(2).id());
        assertThat(editor.draft().aspects().get(0).problems()).hasSize(3);
        editor.moveUp(source.aspects().get(1).id());
        assertThat(editor.draft().aspects())
                .extracting(AspectDraft::title)
                .first()
                .isEqualTo("关于纪律方面的整改");
    }

    @Test
    void a_measure_becomes_a_problem_and_takes_the_measures_behind_it() {
        int promoted = measure(0, 0);
        editor.promote(promoted);
        assertThat(problem(0).measures()).isEmpty();
        assertThat(problem(1).id()).isEqualTo(promoted);
        assertThat(problem(1).title()).isEqualTo("走访 20 户。");
        assertThat(problem(1).measures()).extracting(MeasureDraft::text).containsExactly("二是制定《走访办法》。");
        assertThat(editor.undo()).isEqualTo(source);
    }

    @Test
    void a_problem_becomes_a_measure_of_the_problem_before_it() {
        editor.demote(problem(1).id());
        assertThat(problem(0).measures())
                .extracting(MeasureDraft::text)
                .containsExactly("一是走访 20 户。", "二是制定《走访办法》。", "针对效率不高的问题。", "压缩时限，提高效率。");
        assertThat(editor.draft().problems()).hasSize(2);
    }

    @Test
    void the_same_wording_is_no_step_and_line_breaks_are_closed() {
        editor.correct(measure(0, 0), " 一是走访\n 20 户。");
        assertThat(problem(0).measures().get(0).text()).isEqualTo("一是走访20 户。");
        editor.undo();
        editor.correct(measure(0, 0), "一是走访 20 户。");
        assertThat(editor.canUndo()).isFalse();
    }

    @Test
    void warnings_follow_the_corrections() {
        assertThat(editor.draft().warnings()).noneMatch(w -> w.key().equals("findings.warn.duplicate"));
        editor.correct(measure(1, 0), "走访 20 户");
        assertThat(editor.draft().warnings())
                .contains(ImportWarning.at(measure(1, 0), "findings.warn.duplicate", "P02-M01", "P01-M01"));
        editor.drop(measure(0, 0));
        assertThat(editor.draft().warnings()).noneMatch(w -> w.key().equals("findings.warn.duplicate"));
        editor.drop(measure(1, 0));
        assertThat(editor.draft().warnings())
                .contains(ImportWarning.at(problem(1).id(), "findings.warn.problemWithoutMeasures", "P02"));
    }

    @Test
    void a_draft_that_cannot_become_a_round_says_which_row_is_in_the_way() {
        editor.correct(problem(0).id(), "长".repeat(1001));
        assertThat(editor.draft().warnings().get(0))
                .isEqualTo(ImportWarning.blocks(problem(0).id(), "findings.warn.problemTooLong", "P01", "1000"));
        refused("findings.warn.problemTooLong", () -> editor.draft().requireAcceptable());
        editor.undo();
        editor.draft().requireAcceptable();
        editor.correct(measure(0, 0), "长".repeat(10_001));
        refused("findings.warn.measureTooLong", () -> editor.draft().requireAcceptable());
        source.aspects().forEach(a -> editor.drop(a.id()));
        refused("findings.accept.nothing", () -> editor.draft().requireAcceptable());
    }

    @Test
    void a_title_that_is_hardly_one_and_a_heading_that_lists_cut_are_remarked_upon() {
        editor.correct(problem(0).id(), "长".repeat(200));
        editor.correct(measure(0, 0), "长".repeat(500));
        assertThat(editor.draft().warnings()).noneMatch(w -> w.key().endsWith("Long"));
        editor.correct(problem(0).id(), "长".repeat(204));
        editor.correct(measure(0, 0), "长".repeat(501));
        assertThat(editor.draft().warnings())
                .contains(
                        ImportWarning.at(problem(0).id(), "findings.warn.problemLong", "P01", "204", "200"),
                        ImportWarning.at(measure(0, 0), "findings.warn.measureLong", "P01-M01", "501", "500"));
        editor.draft().requireAcceptable();
    }

    @Test
    void an_aspect_without_a_title_is_to_be_named_first() {
        FindingsEditor untitled = new FindingsEditor(source.withAspects(
                List.of(source.aspects().get(0).withTitle(""), source.aspects().get(1))));
        refused("findings.warn.aspectWithoutTitle", () -> untitled.draft().requireAcceptable());
        untitled.correct(source.aspects().get(0).id(), "作风方面");
        untitled.draft().requireAcceptable();
    }

    @Test
    void steps_are_undone_and_done_again() {
        editor.drop(measure(0, 0));
        FindingsDraft dropped = editor.draft();
        assertThat(editor.undo()).isEqualTo(source);
        assertThat(editor.canUndo()).isFalse();
        assertThat(editor.redo()).isEqualTo(dropped);
        editor.undo();
        editor.drop(measure(0, 1));
        assertThat(editor.canRedo()).isFalse();
        assertThat(editor.redo()).isSameAs(editor.draft());
    }

    @Test
    void impossible_steps_are_refused_and_change_nothing() {
        refused("findings.edit.blank", () -> editor.correct(measure(0, 0), "  "));
        refused("findings.edit.noPrevious", () -> editor.mergeWithPrevious(measure(0, 0)));
        refused(
                "findings.edit.noPrevious",
                () -> editor.mergeWithPrevious(source.aspects().get(0).id()));
        refused("findings.edit.splitPlace", () -> editor.split(measure(0, 0), 0));
        refused("findings.edit.splitPlace", () -> editor.split(measure(0, 0), 999));
        refused(
                "findings.edit.wrongParent",
                () -> editor.move(measure(0, 0), source.aspects().get(0).id(), 0));
        refused(
                "findings.edit.wrongPlace",
                () -> editor.move(measure(0, 0), problem(1).id(), 5));
        refused(
                "findings.edit.first",
                () -> editor.moveUp(source.aspects().get(0).id()));
        refused("findings.edit.first", () -> editor.moveUp(measure(0, 0)));
        refused("findings.edit.last", () -> editor.moveDown(problem(2).id()));
        refused("findings.edit.onlyMeasures", () -> editor.promote(problem(0).id()));
        refused("findings.edit.onlyProblems", () -> editor.demote(measure(0, 0)));
        refused("findings.edit.noPrevious", () -> editor.demote(problem(0).id()));
        assertThatThrownBy(() -> editor.drop(4711)).isInstanceOf(NotFound.class);
        assertThat(editor.draft()).isSameAs(source);
        assertThat(editor.canUndo()).isFalse();
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOf(RuleViolation.class).hasMessage(key);
    }
}
