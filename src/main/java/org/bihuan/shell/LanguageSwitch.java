package org.bihuan.shell;

import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;

/** One button that names the other language and switches to it; the browser remembers the choice. */
class LanguageSwitch extends Composite<NativeButton> {

    LanguageSwitch() {
        Locale other = getLocale().getLanguage().equals("en") ? Languages.CHINESE : Languages.ENGLISH;
        NativeButton button = getContent();
        button.setText(other.equals(Languages.CHINESE) ? "中文" : "English");
        button.getElement().setAttribute("lang", other.toLanguageTag());
        button.addClassName("quiet-button");
        button.addClickListener(click -> switchTo(other));
    }

    private void switchTo(Locale locale) {
        if (VaadinResponse.getCurrent() instanceof HttpServletResponse response) {
            response.addCookie(Languages.remember(locale));
        }
        VaadinSession.getCurrent().setLocale(locale);
        UI.getCurrent().getPage().reload();
    }
}
