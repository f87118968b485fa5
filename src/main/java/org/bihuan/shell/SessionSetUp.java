package org.bihuan.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** What every browser session gets: its language, our error handler, the choice of light or dark. */
@Component
class SessionSetUp implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    /**
     * Runs in the head, before the first paint: a page must not flash white in a dark room. Paper is white,
     * and browsers print no backgrounds: the light letters of the dark choice could not be read on it.
     */
    private static final String THEME_SCRIPT = """
            window.bihuanTheme = {
              system: matchMedia('(prefers-color-scheme: dark)'),
              chosen() { try { return localStorage.getItem('bihuan-theme') } catch (e) { return null } },
              dark() { const c = this.chosen(); return c ? c === 'dark' : this.system.matches },
              apply() {
                const html = document.documentElement;
                if (this.dark()) html.setAttribute('theme', 'dark'); else html.removeAttribute('theme');
              },
              toggle() {
                try { localStorage.setItem('bihuan-theme', this.dark() ? 'light' : 'dark') } catch (e) { }
                this.apply();
              }
            };
            bihuanTheme.apply();
            bihuanTheme.system.addEventListener('change', () => bihuanTheme.apply());
            addEventListener('beforeprint', () => document.documentElement.removeAttribute('theme'));
            addEventListener('afterprint', () => bihuanTheme.apply());
            """;

    private final FriendlyErrors errors;
    private final transient Addresses addresses;

    SessionSetUp(FriendlyErrors errors, Addresses addresses) {
        this.errors = errors;
        this.addresses = addresses;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(start -> {
            start.getSession().setErrorHandler(errors);
            if (start.getRequest() instanceof VaadinServletRequest request) {
                start.getSession().setLocale(Languages.of(request.getCookies()));
            }
        });
        event.addIndexHtmlRequestListener(page -> {
            page.getDocument().head().prependChild(new Element("script").appendChild(new DataNode(THEME_SCRIPT)));
            if (page.getVaadinRequest() instanceof VaadinServletRequest request) {
                page.getVaadinResponse().setStatus(addresses.status(request));
                page.getDocument()
                        .selectXpath("/html")
                        .attr("lang", Languages.of(request.getCookies()).toLanguageTag());
            }
            ContentPolicy.allowScriptsOf(page);
        });
    }
}
