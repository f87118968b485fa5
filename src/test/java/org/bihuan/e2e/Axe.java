package org.bihuan.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** What axe has against a page: names and roles for screen readers, contrast, focus order. */
final class Axe {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private Axe() {}

    /** The grave faults in the parts of the page that a selector names, in the light and in the dark; none at best. */
    static List<String> faults(Page page, String part) {
        List<String> faults = faults(on(page, part));
        faults.addAll(faultsInTheDark(page, part));
        return faults;
    }

    /** The same screen when the machine turns dark: only its colours are others. */
    private static List<String> faultsInTheDark(Page page, String part) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.waitForFunction("() => matchMedia('(prefers-color-scheme: dark)').matches"
                + " && (!window.bihuanTheme || document.documentElement.matches('[theme~=dark]'))");
        ShownScreen.settle(page);
        List<String> faults = faults(on(page, part).withRules(List.of("color-contrast")));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return faults.stream().map(fault -> "in the dark: " + fault).toList();
    }

    /** No page of ours frames a foreign one, so that axe needs no second page to bring results together in. */
    private static AxeBuilder on(Page page, String part) {
        return new AxeBuilder(page).setLegacyMode(true).include(List.of(part));
    }

    private static List<String> faults(AxeBuilder axe) {
        List<String> faults = new ArrayList<>();
        for (Rule rule : axe.analyze().getViolations()) {
            if (GRAVE.contains(rule.getImpact())) {
                rule.getNodes()
                        .forEach(node -> faults.add(rule.getId() + " at " + node.getTarget() + ": "
                                + node.getHtml().replaceAll("\\s+", " ")));
            }
        }
        return faults;
    }
}
