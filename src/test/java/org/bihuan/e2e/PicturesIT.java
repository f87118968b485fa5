package org.bihuan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;
import org.bihuan.testing.AppProcess;
import org.bihuan.testing.RealBrowser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pictures of {@code src/docs/screens} show the product as it is. Beside each picture lies the frame of
 * the screen when it was taken: title, labels, tabs, navigation and columns, but nothing that follows the data or
 * the day. Where the screen says something else by now the picture is old; {@code -Dscreens.write} takes them
 * all anew.
 */
@Tag("slow")
class PicturesIT {

    private static final Path FOLDER = Path.of("src", "docs", "screens");
    private static final long MOST_BYTES = 150_000;

    @ParameterizedTest(name = "{0}×{1}")
    @CsvSource({"1440, 900", "390, 844"})
    void every_screen_has_its_picture_and_the_picture_is_current(int width, int height) throws IOException {
        boolean write = System.getProperty("screens.write") != null;
        // The round as it was told, whatever other tests have done to theirs.
        AppProcess product = AppProcess.with().start();
        Map<String, String> old = new TreeMap<>();
        Map<String, User> users = new TreeMap<>();
        try {
            for (ShownScreen screen : ShownScreen.values()) {
                User user = users.computeIfAbsent(screen.login(), login -> user(product, login, width, height));
                screen.open(user);
                Path picture = FOLDER.resolve(screen.file() + "-" + width + ".png");
                Path said = FOLDER.resolve(screen.file() + "-" + width + ".txt");
                if (write) {
                    take(user.page(), picture);
                    Files.writeString(said, words(user.page()));
                }
                check(picture, width, height);
                if (!Files.exists(said) || !Files.readString(said).equals(words(user.page()))) {
                    old.put(picture.toString(), words(user.page()));
                }
            }
        } finally {
            users.values().forEach(User::close);
            product.close();
        }
        assertThat(old)
                .as("pictures that are old; take them anew with -Dscreens.write")
                .isEmpty();
    }

    private static User user(AppProcess product, String login, int width, int height) {
        User user = User.in(RealBrowser.newSession(width, height), product, login);
        return login.isEmpty() ? user : user.signIn();
    }

    private static void take(Page page, Path picture) throws IOException {
        Files.createDirectories(FOLDER);
        byte[] shot = page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setCaret(ScreenshotCaret.HIDE));
        Files.write(picture, FewColours.png(shot));
    }

    private static void check(Path picture, int width, int height) throws IOException {
        assertThat(picture).isRegularFile();
        assertThat(Files.size(picture)).as(picture.toString()).isLessThan(MOST_BYTES);
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(List.of(image.getWidth(), image.getHeight())).isEqualTo(List.of(width, height));
    }

    /** What the screen says apart from the data on it, a line each, in alphabetical order. */
    private static String words(Page page) {
        return page.evaluate(WORDS) + "\n";
    }

    private static final String WORDS = """
            () => {
              const seen = e => e.checkVisibility ? e.checkVisibility() : e.offsetParent !== null;
              const words = new Set();
              const kinds = 'h1, label, vaadin-tab, vaadin-side-nav-item, vaadin-grid-sorter';
              for (const e of document.querySelectorAll(kinds)) {
                const own = (e.getAttribute('aria-label') || e.innerText || '').replace(/\\s+/g, ' ').trim();
                const text = own.replace(/[0-9]+\\+?/g, '').replace(/ +/g, ' ').trim().slice(0, 60);
                if (text && seen(e)) {
                  words.add(e.localName.replace('vaadin-', '') + ': ' + text);
                }
              }
              return [...words].sort().join('\\n');
            }""";
}
