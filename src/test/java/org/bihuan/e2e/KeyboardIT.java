package org.bihuan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A person without a mouse: every key goes to what has the focus, and the focus can be seen. */
class KeyboardIT {

    private static final String NUMBER = "XH2025-P05-M03";
    private static final int MOST_STOPS = 80;

    @Test
    void from_signing_in_to_a_submitted_task_with_the_keyboard_alone() {
        try (User user = User.at(DemoProduct.shared(), "dangjianban-jingbanren", User.DEMO_PASSWORD)) {
            Page page = user.go("/login").page();
            tabTo(page, user.field("账号"));
            type(page, user.login());
            tabTo(page, user.field("密码"));
            type(page, User.DEMO_PASSWORD);
            page.keyboard().press("Enter");
            user.heading("我的工作").waitFor();
            tabTo(page, user.field("查找"));
            type(page, NUMBER);
            user.button("清除筛选").waitFor();
            user.row(NUMBER).waitFor();
            // The heads of the columns are one stop, the rows the next.
            tabTo(page, page.locator("vaadin-grid #items"));
            page.keyboard().press("Enter");
            user.heading("签收整改措施").waitFor();
            tabTo(page, user.button("签收"));
            page.keyboard().press("Enter");
            user.says(NUMBER + " 签收整改措施：已办理。");
        }
    }

    private static void type(Page page, String text) {
        page.keyboard().insertText(text);
    }

    /** Presses Tab until the focus is on, or within, the element; each stop on the way shows that it has the focus. */
    private static void tabTo(Page page, Locator target) {
        target.waitFor();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            if (Boolean.TRUE.equals(target.evaluate("element => element.matches(':focus, :focus-within')"))) {
                return;
            }
            page.keyboard().press("Tab");
            assertThat(page.evaluate(FOCUS_IS_SEEN))
                    .as("focus is seen at stop %s before %s", stop, target)
                    .isEqualTo("");
        }
        throw new AssertionError("not reached by Tab: " + target);
    }

    /** Empty, or what has the focus without an outline, a ring or another background on itself or its frame. */
    private static final String FOCUS_IS_SEEN = """
            () => {
              let element = document.activeElement;
              // A grid draws the ring of a cell in what stands before the cell's content.
              const marked = e => e.hasAttribute('focus-ring') || [null, '::before'].some(part => {
                const style = getComputedStyle(e, part);
                return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
                  || style.boxShadow !== 'none';
              });
              const chain = [];
              while (element) {
                chain.push(element);
                element = element.shadowRoot && element.shadowRoot.activeElement;
              }
              const innermost = chain[chain.length - 1];
              if (!innermost || innermost === document.body) {
                return '';
              }
              for (let e = innermost, i = 0; e && i < 4; e = e.parentElement || e.getRootNode().host, i++) {
                chain.push(e);
              }
              return chain.some(marked) ? '' : innermost.outerHTML.slice(0, 200);
            }""";
}
