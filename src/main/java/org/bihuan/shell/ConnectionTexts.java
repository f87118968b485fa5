package org.bihuan.shell;

import java.util.Locale;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.bihuan.shared.Texts;
import org.springframework.stereotype.Component;

/** What the browser says by itself, in the person's language: the connection is lost and sought again, or is back. */
@Component
class ConnectionTexts implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;

    ConnectionTexts(Texts texts) {
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(asked -> messages(asked.getLocale()));
        event.getSource().addUIInitListener(init -> connection(init.getUI()));
    }

    private void connection(UI ui) {
        ReconnectDialogConfiguration lost = ui.getReconnectDialogConfiguration();
        lost.setDialogText(texts.get(ui.getLocale(), "shell.connection.lost"));
        lost.setDialogTextGaveUp(texts.get(ui.getLocale(), "shell.connection.gone"));
        ui.getPage()
                .executeJs(
                        "const indicator = window.Vaadin && window.Vaadin.connectionIndicator;"
                                + " if (indicator) { indicator.onlineText = $0; indicator.offlineText = $1; }",
                        texts.get(ui.getLocale(), "shell.connection.back"),
                        texts.get(ui.getLocale(), "shell.connection.gone"));
    }

    /** A fault has had its incident number before; what is left to say is how to go on. */
    private SystemMessages messages(Locale locale) {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setInternalErrorCaption(texts.get(locale, "shell.error.fault.title"));
        messages.setInternalErrorMessage(texts.get(locale, "shell.connection.reload"));
        messages.setCookiesDisabledCaption(texts.get(locale, "shell.connection.cookies.title"));
        messages.setCookiesDisabledMessage(texts.get(locale, "shell.connection.cookies"));
        return messages;
    }
}
