package org.bihuan.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinRequest;
import org.bihuan.shared.DemoAccount;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * A plain HTML form that posts to the sign-in filter: password managers know it, it works before any
 * script has loaded its components, and it costs no bytes.
 */
@Tag("form")
class SignInForm extends Component implements HasComponents {

    /** @param typed login name that has been typed before, or blank */
    SignInForm(String typed) {
        this();
        getElement().setAttribute("class", "sign-in");
        Input login = field("username", "text", "username");
        Input password = field("password", "password", "current-password");
        login.getElement().setAttribute("autocapitalize", "none").setAttribute("value", typed);
        (typed.isBlank() ? login : password).getElement().setAttribute("autofocus", "");
        password.getElement().setAttribute("maxlength", "128");
        add(label("shell.login.username", login), login, label("shell.login.password", password), password);
        add(submit(getTranslation("shell.login.submit")));
    }

    private SignInForm() {
        getElement()
                .setAttribute("method", "post")
                .setAttribute("action", "login")
                // Flow's client must not take the submission for a navigation of its own.
                .setAttribute("router-ignore", true);
        if (VaadinRequest.getCurrent() != null
                && VaadinRequest.getCurrent().getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            add(hidden(token.getParameterName(), token.getToken()));
        }
    }

    /** A form that signs in as {@code account} by one click. */
    static SignInForm of(DemoAccount account) {
        SignInForm form = new SignInForm();
        form.getElement().setAttribute("class", "demo-account");
        NativeButton button = form.submit("");
        Span name = new Span(account.name());
        Span duty = new Span(account.dutyText());
        name.addClassName("demo-account-name");
        duty.addClassName("demo-account-duty");
        button.add(name, duty);
        form.add(form.hidden("username", account.login()), form.hidden("password", account.password()), button);
        return form;
    }

    private NativeLabel label(String key, Input input) {
        NativeLabel label = new NativeLabel(getTranslation(key));
        label.setFor(input);
        return label;
    }

    private Input field(String name, String type, String autocomplete) {
        Input input = new Input();
        input.setId("sign-in-" + name);
        input.setType(type);
        input.getElement()
                .setAttribute("name", name)
                .setAttribute("autocomplete", autocomplete)
                .setAttribute("required", "");
        return input;
    }

    private Input hidden(String name, String value) {
        Input input = new Input();
        input.setType("hidden");
        input.getElement().setAttribute("name", name).setAttribute("value", value);
        return input;
    }

    private NativeButton submit(String text) {
        NativeButton button = new NativeButton(text);
        button.getElement().setAttribute("type", "submit");
        return button;
    }
}
