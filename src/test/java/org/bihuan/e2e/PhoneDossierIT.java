package org.bihuan.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.testing.RealBrowser.newSession;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a phone the dossier opens with what the reader came for, not with its head alone. */
class PhoneDossierIT {

    private static final int HEIGHT = 844;

    /** Pixels of the chosen part that are seen at once: what a measure takes to say its name, state and date. */
    private static final double SEEN = 120;

    private static final String LIES_OPEN = """
            mark => {
              const box = mark.getBoundingClientRect();
              const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
              return box.width > 20 && box.height > 10 && mark.contains(top);
            }""";

    @ParameterizedTest
    @ValueSource(strings = {"measures", "facts", "evidence", "timeline", "diagram"})
    void every_part_begins_in_sight(String part) {
        try (User reader = User.in(newSession(390, HEIGHT), DemoProduct.shared(), "banzi3")) {
            reader.signIn().go("/case/XH2025-P02?part=" + part);
            Locator content = reader.page().locator(".case-part > *").first();
            content.waitFor();
            ShownScreen.settle(reader.page());
            BoundingBox bar = reader.page().locator(".bottom-bar").first().boundingBox();
            assertThat(content.boundingBox().y + SEEN).isLessThan(bar.y);
        }
    }

    /** The licence of the drawing wants its mark seen: nothing may lie over it. */
    @Test
    void the_mark_of_the_drawing_can_be_seen() {
        try (User reader = User.in(newSession(390, HEIGHT), DemoProduct.shared(), "banzi3")) {
            reader.signIn().go("/case/XH2025-P02?part=diagram");
            Locator mark = reader.page().locator(".bjs-powered-by");
            mark.scrollIntoViewIfNeeded();
            assertThat(mark.evaluate(LIES_OPEN)).isEqualTo(true);
        }
    }
}
