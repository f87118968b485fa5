package org.bihuan.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import org.bihuan.shared.ui.Glyph;
import org.bihuan.shared.ui.MenuBadge;
import org.bihuan.shared.ui.Notifications;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The frame around every screen: navigation by duty at the left (a drawer and a bottom bar on a
 * phone), user menu and language at the top. Entries are the routes with {@code @Menu} that the
 * person may enter; their titles are message keys.
 */
@Layout
@PermitAll
class MainLayout extends AppLayout implements AfterNavigationObserver {

    private static final int BOTTOM_BAR_ENTRIES = 4;

    /** Screens without an entry of their own, by the entry that one comes from. */
    private static final Map<String, String> BELOW = Map.of("ledger", "case");

    private final ObjectProvider<MenuBadge> badges;
    private final Main main = new Main();
    private final SideNav navigation = new SideNav();
    private final Nav bottomBar = new Nav();
    private final transient Map<MenuBadge, Count> counts = new LinkedHashMap<>();
    private final transient List<Runnable> watches = new ArrayList<>();

    MainLayout(ObjectProvider<MenuBadge> badges, UserMenu userMenu) {
        this.badges = badges;
        setPrimarySection(Section.DRAWER);
        main.setId("content");
        main.getElement().setAttribute("tabindex", "-1");

        Anchor skip = new Anchor("#content", getTranslation("shell.skip"));
        skip.addClassName("skip-link");
        skip.setRouterIgnore(true);
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.navigation.toggle"));
        Span name = new Span(getTranslation("shell.product"));
        name.addClassName("top-product");
        Div space = new Div();
        space.addClassName("top-space");
        Header top = new Header(skip, toggle, name, space, new LanguageSwitch(), userMenu);
        top.addClassName("top-bar");
        addToNavbar(top);

        Anchor home = new Anchor("", getTranslation("shell.product"));
        home.addClassName("drawer-mark");
        navigation.getElement().setAttribute("aria-label", getTranslation("shell.navigation"));
        addToDrawer(home, navigation);

        bottomBar.addClassName("bottom-bar");
        bottomBar.getElement().setAttribute("aria-label", getTranslation("shell.navigation.bottom"));
        super.setContent(new Div(main, bottomBar));
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement oldContent) {
        main.getElement().removeAllChildren();
    }

    /** Counts change with every act, so entries are built anew with each navigation. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Notifications.leave();
        show(event.getLocation().getPath());
    }

    /** Builds the navigation for the screen at {@code here}, a path without a leading slash. */
    void show(String here) {
        List<MenuEntry> entries = entries();
        navigation.removeAll();
        bottomBar.removeAll();
        counts.clear();
        for (MenuEntry entry : entries) {
            SideNavItem item = new SideNavItem(getTranslation(entry.title()), entry.path());
            item.setMatchNested(true);
            item.setPathAliases(aliases(entry));
            item.setPrefixComponent(Glyph.named(entry.icon()).create());
            badge(entry).ifPresent(item::setSuffixComponent);
            navigation.addItem(item);
        }
        for (MenuEntry entry : entries.subList(0, Math.min(BOTTOM_BAR_ENTRIES, entries.size()))) {
            Anchor link = new Anchor(
                    entry.path(), Glyph.named(entry.icon()).create(), new Span(getTranslation(entry.title())));
            badge(entry).ifPresent(link::add);
            if (isAt(here, entry)) {
                link.getElement().setAttribute("aria-current", "page");
            }
            bottomBar.add(link);
        }
        counts.values().forEach(Count::show);
        bottomBar.setVisible(!entries.isEmpty());
    }

    /** The screens that the person signed in may enter, in menu order. */
    List<MenuEntry> entries() {
        return MenuConfiguration.getMenuEntries(getLocale());
    }

    private Optional<Span> badge(MenuEntry entry) {
        return badges.orderedStream()
                .filter(badge -> badge.route().equals(trimmed(entry.path())))
                .findFirst()
                .map(badge -> {
                    Span place = new Span();
                    counts.computeIfAbsent(badge, found -> new Count(found, new ArrayList<>()))
                            .places()
                            .add(place);
                    return place;
                });
    }

    /** A count beside the entries of one screen, shown while there is something to count. */
    private record Count(MenuBadge badge, List<Span> places) {

        void show() {
            Optional<String> text = badge.badge();
            Optional<String> label = badge.label();
            for (Span place : places) {
                place.setClassName("nav-badge", text.isPresent());
                place.setVisible(text.isPresent());
                place.setText(text.orElse(""));
                label.ifPresent(
                        words -> place.getElement().setAttribute("role", "img").setAttribute("aria-label", words));
            }
        }
    }

    /** Counts follow what others do, without a navigation. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        UI ui = event.getUI();
        badges.orderedStream().forEach(badge -> {
            Runnable end = badge.watch(ui.accessLater(() -> counts.values().forEach(Count::show), () -> {})::run);
            watches.add(end);
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        watches.forEach(Runnable::run);
        watches.clear();
        super.onDetach(event);
    }

    /** Whether the screen at {@code here} is the entry's own or one that one comes to from it. */
    private static boolean isAt(String here, MenuEntry entry) {
        if (here.isEmpty()) {
            return aliases(entry).contains(here);
        }
        return Stream.concat(Stream.of(trimmed(entry.path())), aliases(entry).stream())
                .filter(path -> !path.isEmpty())
                .anyMatch(path -> here.equals(path) || here.startsWith(path + "/"));
    }

    /** Other addresses of the same screen, such as the empty one of the start page, and screens below it. */
    private static Set<String> aliases(MenuEntry entry) {
        Set<String> aliases = new HashSet<>();
        if (entry.menuClass() != null) {
            for (RouteAlias alias : entry.menuClass().getAnnotationsByType(RouteAlias.class)) {
                aliases.add(alias.value());
            }
        }
        String below = BELOW.get(trimmed(entry.path()));
        if (below != null) {
            aliases.add(below);
        }
        return aliases;
    }

    private static String trimmed(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
