package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThatThrownBy(() -> editor.drop(4711)).isInstanceOf(NotFound.class);
        assertThat(editor.draft()).isSameAs(source);
        assertThat(editor.canUndo()).isFalse();
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOf(RuleViolation.class).hasMessage(key);
    }
}
