package org.bihuan.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class SessionSetUpTest {

    private static String headScript() {
        Document document = Document.createShell("");
        IndexHtmlResponse page = new IndexHtmlResponse(mock(VaadinRequest.class), mock(VaadinResponse.class), document);
        ServiceInitEvent event = mock(ServiceInitEvent.class);
        when(event.getSource()).thenReturn(mock(VaadinService.class));
        doAnswer(call -> {
                    call.<IndexHtmlRequestListener>getArgument(0).modifyIndexHtmlResponse(page);
                    return null;
                })
                .when(event)
                .addIndexHtmlRequestListener(any());
        new SessionSetUp(mock(FriendlyErrors.class), mock(Addresses.class)).serviceInit(event);
        return document.head().getElementsByTag("script").get(0).data();
    }

    @Test
    void the_dark_choice_is_laid_aside_while_a_page_is_printed_and_taken_up_again_after_it() {
        String script = headScript();
        assertThat(script)
                .contains("addEventListener('beforeprint', () => document.documentElement.removeAttribute('theme'))")
                .contains("addEventListener('afterprint', () => bihuanTheme.apply())");
        assertThat(script.indexOf("beforeprint")).isGreaterThan(script.indexOf("bihuanTheme.apply();\n"));
    }
}
