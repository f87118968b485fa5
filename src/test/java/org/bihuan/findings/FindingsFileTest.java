package org.bihuan.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** A preview that has been put down is the same when it is taken up again. */
class FindingsFileTest {

    @Test
    void a_corrected_preview_comes_back_as_it_was_with_its_figures_and_warnings() throws IOException {
        FindingsEditor editor = new FindingsEditor(new FindingsParser().parse(notice()));
        editor.correct(editor.draft().measures().get(0).id(), "一是召开会议 12 次，同比增长 5%，制定《会议制度》。");
        editor.split(editor.draft().measures().get(1).id(), 10);
        editor.drop(editor.draft().problems().get(3).id());
        Map<String, String> form = Map.of("code", "XH2025", "title", "“引号”与\n换行");

        HalfDone again = FindingsFile.read(FindingsFile.write(new HalfDone(editor.draft(), form, "还没有\n读取")));

        assertThat(again.draft()).isEqualTo(editor.draft());
        assertThat(again.draft().warnings()).isNotEmpty();
        assertThat(again.form()).isEqualTo(form);
        assertThat(again.unread()).isEqualTo("还没有\n读取");
    }

    @Test
    void rows_split_after_that_get_ids_of_their_own() throws IOException {
        HalfDone again =
                FindingsFile.read(FindingsFile.write(new HalfDone(new FindingsParser().parse(notice()), Map.of(), "")));
        FindingsEditor editor = new FindingsEditor(again.draft());
        editor.split(again.draft().measures().get(0).id(), 10);
        assertThat(editor.draft().measures()).extracting(MeasureDraft::id).doesNotHaveDuplicates();
    }

    @Test
    void a_preview_of_before_there_was_unread_text_has_none() throws IOException {
        String written = FindingsFile.write(new HalfDone(new FindingsParser().parse(notice()), Map.of(), ""));
        String before = written.replace(",\"unread\":\"\"", "");
        assertThat(before).isNotEqualTo(written);
        assertThat(FindingsFile.read(before).unread()).isEmpty();
    }

    private static String notice() throws IOException {
        try (InputStream stream = FindingsFileTest.class.getResourceAsStream("/demo/notice-xinhong.txt")) {
            assertThat(stream).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
