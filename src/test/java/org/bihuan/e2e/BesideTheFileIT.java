package org.bihuan.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.testing.RealBrowser.newSession;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only a browser shows of forms that stand beside a file: what lies over what, and what an upload leaves behind. */
class BesideTheFileIT {

    /** How many parts of the file have anything in common with the decision. */
    private static final String COVERED = """
            () => {
              const form = document.querySelector('.approval-decision').getBoundingClientRect();
              return [...document.querySelectorAll('.approval-page > .card, .approval-header')]
                .map(part => part.getBoundingClientRect())
                .filter(part => part.left < form.right && form.left < part.right
                  && part.top < form.bottom && form.top < part.bottom)
                .length;
            }
            """;

    private static final String IN_SIGHT = """
            () => document.activeElement.closest('.approval-form')
              && document.querySelector('.approval-form .form-actions').getBoundingClientRect().bottom <= innerHeight
            """;

    @ParameterizedTest(name = "{0}×{1}")
    @CsvSource({"1440, 900", "390, 844"})
    void an_open_return_lies_over_no_part_of_the_file_and_can_be_seen(int width, int height) {
        try (User approver = User.in(newSession(width, height, ColorScheme.LIGHT), DemoProduct.shared(), "shuji")) {
            approver.signIn().go("/approvals");
            approver.page()
                    .locator(".approval-queue li:has(vaadin-checkbox) a")
                    .first()
                    .click();
            approver.button("退回").click();
            approver.button("确认退回").waitFor();
            approver.page().waitForFunction(IN_SIGHT);
            assertThat(approver.page().evaluate(COVERED)).isEqualTo(0);
            approver.page().evaluate("() => document.querySelector('.approval-page .measure-body').scrollIntoView()");
            assertThat(approver.page().evaluate(COVERED)).isEqualTo(0);
        }
    }

    @Test
    void refused_files_leave_the_upload_and_their_sentences_stay_until_the_next(@TempDir Path folder)
            throws IOException {
        Path quoted = file(folder, "关于\"三项\"的报告.pdf");
        Path broken = file(folder, "破损.docx");
        Path foreign = file(folder, "程序.exe");
        try (User handler = User.demo(DemoProduct.shared(), "yingshangban-jingbanren")) {
            ShownScreen.TASK.open(handler);
            handler.select("材料类别", "文件制度");
            choose(handler, quoted, broken, foreign);
            Locator refusals = handler.page().locator(".evidence-refusal");
            refusals.nth(2).waitFor();
            assertThat(String.join("\n", refusals.allTextContents())).contains("关于\"三项\"的报告.pdf", "破损.docx", "程序.exe");
            handler.page()
                    .waitForFunction(
                            "() => [...document.querySelectorAll('vaadin-upload')].every(u => !u.files.length)");
            choose(handler, broken);
            handler.page().waitForFunction("() => document.querySelectorAll('.evidence-refusal').length === 1");
        }
    }

    private static Path file(Path folder, String name) throws IOException {
        return Files.write(folder.resolve(name), "没有内容".getBytes(StandardCharsets.UTF_8));
    }

    private static void choose(User user, Path... files) {
        FileChooser chooser =
                user.page().waitForFileChooser(() -> user.button("选择文件").first().click());
        chooser.setFiles(List.of(files).toArray(Path[]::new));
    }
}
