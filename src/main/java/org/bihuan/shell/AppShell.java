package org.bihuan.shell;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.Theme;

/** The page around every screen: theme, push, icon and the early choice of light or dark. */
@Theme("bihuan")
@Push
public class AppShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport("width=device-width, initial-scale=1, viewport-fit=cover");
        settings.addFavIcon("icon", "icons/bihuan.svg", "any");
        settings.addMetaTag("theme-color", "#16325c");
        settings.addMetaTag("referrer", "same-origin");
    }
}
