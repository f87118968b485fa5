package org.bihuan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The keyboard of a person without a mouse: every key goes to what has the focus, and the focus can be seen. */
final class Keys {

    private static final int MOST_STOPS = 80;
    private static final String HAS_FOCUS = "element => element.matches(':focus, :focus-within')";

    private final Page page;

    Keys(Page page) {
        this.page = page;
    }

    /** Presses Tab until the focus is on, or within, the element; each stop on the way shows that it has the focus. */
    Keys to(Locator target) {
        return go("Tab", target);
    }

    /** As {@link #to}, the other way round. */
    Keys back(Locator target) {
        return go("Shift+Tab", target);
    }

    private Keys go(String key, Locator target) {
        target.waitFor();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            if (Boolean.TRUE.equals(target.evaluate(HAS_FOCUS))) {
                return this;
            }
            page.keyboard().press(key);
            assertThat(page.evaluate(FOCUS_IS_SEEN))
                    .as("focus is seen at stop %s before %s", stop, target)
                    .isEqualTo("");
        }
        throw new AssertionError("not reached by " + key + ": " + target);
    }

    /** Presses keys one after the other. */
    Keys press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    /** Types, or pastes, into what has the focus. */
    Keys type(String text) {
        page.keyboard().insertText(text);
        return this;
    }

    /** Waits until the focus is on, or within, the element, where it has been led without a key, and can be seen. */
    Keys on(Locator target) {
        target.waitFor();
        page.waitForCondition(() -> Boolean.TRUE.equals(target.evaluate(HAS_FOCUS)));
        assertThat(page.evaluate(FOCUS_IS_SEEN))
                .as("focus is seen on %s", target)
                .isEqualTo("");
        return this;
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
