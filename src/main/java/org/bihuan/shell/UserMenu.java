package org.bihuan.shell;

import java.util.Optional;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.bihuan.shared.SignedInUser;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Who is signed in, with profile, light or dark, and sign-out; nothing for a visitor. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class UserMenu extends Composite<Div> {

    /** The component marks each entry as one that is not selected, which an entry of a menu can never be. */
    private static final String NOTHING_TO_SELECT = """
            window.bihuanMenus ??= document.addEventListener('vaadin-overlay-open', opened => opened.target
                .querySelectorAll('[role=menuitem][aria-selected]')
                .forEach(item => item.removeAttribute('aria-selected'))) ?? true;""";

    UserMenu(AuthenticationContext authentication, ObjectProvider<SignedInUser> users) {
        getContent().addClassName("user-menu");
        authentication.getPrincipalName().ifPresent(login -> {
            SignedInUser known = users.getIfAvailable();
            SignedInUser.Face face = (known == null ? Optional.<SignedInUser.Face>empty() : known.face())
                    .orElseGet(() -> new SignedInUser.Face(login, ""));
            getContent().add(menu(face, authentication));
        });
    }

    private MenuBar menu(SignedInUser.Face face, AuthenticationContext authentication) {
        Span name = new Span(face.name());
        name.addClassName("user-name");
        name.setTitle(face.name());
        Span duty = new Span(face.dutyText());
        duty.addClassName("user-duty");
        duty.setTitle(face.dutyText());
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
        bar.getElement().executeJs(NOTHING_TO_SELECT);
        MenuItem user = bar.addItem(new Div(name, duty));
        user.getElement().setAttribute("aria-label", getTranslation("shell.user.menu", face.name()));
        user.getSubMenu().addItem(getTranslation("shell.user.profile"), click -> UI.getCurrent()
                .navigate("profile"));
        user.getSubMenu().addItem(getTranslation("shell.user.dark"), click -> UI.getCurrent()
                .getPage()
                .executeJs("window.bihuanTheme.toggle()"));
        user.getSubMenu().addItem(getTranslation("shell.user.signOut"), click -> authentication.logout());
        return bar;
    }
}
