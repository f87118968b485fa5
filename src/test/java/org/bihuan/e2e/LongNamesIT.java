package org.bihuan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.microsoft.playwright.Page;
import org.bihuan.testing.AppProcess;
import org.bihuan.testing.RealBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Titles, units and files with names of 120 characters, half of them without a place to break: nothing pokes out. */
class LongNamesIT {

    private static final String OPTIONS =
            "/bihuan;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE" + ";AUTO_SERVER=TRUE";
    private static final String CHINESE = "针对落实全面从严治党主体责任还有差距，".repeat(7).substring(0, 119);
    private static final String UNBROKEN = "Zustaendigkeitszuordnung".repeat(5).substring(0, 119);
    private static final Set<ShownScreen> SCREENS = EnumSet.complementOf(
            EnumSet.of(ShownScreen.LOGIN, ShownScreen.DEMO_ACCOUNTS, ShownScreen.CALENDAR, ShownScreen.IMPORT));
    private static final List<String> MORE = List.of(
            "/case/XH2025-P08?part=evidence",
            "/case/XH2025-P07-M01",
            "/case/XH2025-P07?part=facts",
            "/ledger/XH2025?q=XH2025-P05");

    private static final AppProcess PRODUCT =
            AppProcess.with("--spring.datasource.url=jdbc:h2:file:${bihuan.data-dir}" + OPTIONS);

    @BeforeAll
    static void rename() throws SQLException {
        PRODUCT.start();
        String url = "jdbc:h2:file:" + PRODUCT.dataFolder() + OPTIONS + ";IFEXISTS=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "bihuan", "");
                Statement statement = connection.createStatement()) {
            for (String column : List.of("rect_problem.title", "rect_measure.heading")) {
                statement.execute(renaming(column, "cast(right(case_number, 1) as int)"));
            }
            statement.execute(renaming("work_item.title", "cast(right(case_number, 1) as int)"));
            statement.execute(renaming("identity_unit.name", "sort_order"));
            statement.execute("update work_item set unit_name = (select name from identity_unit where id = unit_id)");
            statement.execute("update evidence_item set file_name = concat(case mod(id, 2) when 0 then '"
                    + CHINESE.substring(4) + "' else '" + UNBROKEN.substring(4) + "' end, '.txt')");
            statement.execute("update identity_revision set revision = revision + 1");
        }
    }

    private static String renaming(String column, String number) {
        String[] parts = column.split("\\.", -1);
        return "update %s set %s = concat(case mod(%s, 2) when 0 then '%s' else '%s' end, mod(%s, 10))"
                .formatted(parts[0], parts[1], number, CHINESE, UNBROKEN, number);
    }

    @AfterAll
    static void end() {
        PRODUCT.close();
    }

    @ParameterizedTest(name = "{0}×{1}")
    @CsvSource({"1440, 900", "390, 844"})
    void nothing_pokes_out_and_every_button_stays_in_sight(int width, int height) {
        Map<String, Object> broken = new LinkedHashMap<>();
        Map<String, User> users = new LinkedHashMap<>();
        try {
            for (ShownScreen screen : SCREENS) {
                User user = users.computeIfAbsent(screen.login(), login -> user(login, width, height));
                screen.open(user);
                look(broken, screen.name(), user.page());
            }
            User user = users.computeIfAbsent("ducha", login -> user(login, width, height));
            assertThat(user.page().locator("main").innerText()).contains(CHINESE, UNBROKEN);
            for (String path : MORE) {
                user.go(path);
                ShownScreen.settle(user.page());
                look(broken, path, user.page());
            }
        } finally {
            users.values().forEach(User::close);
        }
        assertThat(broken).isEmpty();
    }

    private static User user(String login, int width, int height) {
        return User.in(RealBrowser.newSession(width, height), PRODUCT, login).signIn();
    }

    private static void look(Map<String, Object> broken, String screen, Page page) {
        Object found = page.evaluate(POKES_OUT);
        if (found instanceof List<?> list && !list.isEmpty()) {
            broken.put(screen, list);
        }
    }

    /**
     * What is wider than the page, what stands outside its card, cell or line, and what can be pressed but not be
     * seen. Links that come up only with the focus are left out. A text that its own box shortens with dots is not
     * broken, nor one that can be scrolled to.
     */
    private static final String POKES_OUT = """
            () => {
              const broken = [];
              const page = document.scrollingElement;
              if (page.scrollWidth > page.clientWidth) {
                broken.push('page: ' + page.scrollWidth + ' > ' + page.clientWidth);
              }
              const frame = '.card, vaadin-grid-cell-content, li, td, section, dd, main';
              const up = e => e.assignedSlot || e.parentElement || e.getRootNode().host;
              const holder = start => {
                for (let e = start; e; e = up(e)) {
                  const style = getComputedStyle(e);
                  if (['auto', 'scroll'].includes(style.overflowX)
                      || (style.overflowX !== 'visible' && style.textOverflow === 'ellipsis')) {
                    return null;
                  }
                  if (style.overflowX !== 'visible' || (e.matches && e.matches(frame))) {
                    return e;
                  }
                }
                return null;
              };
              const name = e => e.localName + (e.className ? '.' + e.className : '');
              const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (words.nextNode()) {
                const text = words.currentNode;
                const element = text.parentElement;
                if (!text.data.trim() || element.closest('bihuan-diagram, script, style, .skip-link, .approval-skip')
                    || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) {
                  continue;
                }
                const box = holder(element)?.getBoundingClientRect();
                const range = document.createRange();
                range.selectNodeContents(text);
                for (const line of range.getClientRects()) {
                  if (box && box.width > 1 && line.width > 0
                      && (line.right > box.right + 1 || line.left < box.left - 1)) {
                    broken.push(name(element) + ' in ' + name(holder(element)) + ': '
                      + text.data.trim().slice(0, 30));
                    break;
                  }
                }
              }
              for (const button of document.querySelectorAll('main vaadin-button, main a[href], main vaadin-checkbox')) {
                const box = button.getBoundingClientRect();
                if (box.width && button.checkVisibility({ visibilityProperty: true }) && holder(button)
                    && (box.right > innerWidth + 1 || box.left < -1)) {
                  broken.push('out of sight: ' + name(button) + ' ' + button.textContent.slice(0, 30));
                }
              }
              return [...new Set(broken)].slice(0, 12);
            }""";
}
