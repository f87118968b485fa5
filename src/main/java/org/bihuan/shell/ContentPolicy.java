package org.bihuan.shell;

import java.security.SecureRandom;
import java.util.Base64;

import com.vaadin.flow.server.communication.IndexHtmlResponse;

/**
 * What the browser may load and run. Nothing comes from elsewhere, nothing may frame us, and no script
 * stands in a page but those that the server marked in this very answer. The two deviations are
 * Flow's: the start page builds the functions that the server sends from text ({@code unsafe-eval}),
 * and components set inline styles. Why they stay is told in the decision record on the content policy.
 */
final class ContentPolicy {

    /** For every answer but the start page: no script of its own runs in it. */
    static final String STRICT = policy("script-src 'self'");

    private static final String HEADER = "Content-Security-Policy";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 16;

    private ContentPolicy() {}

    /** Marks the scripts of the start page as ours, so that any other that gets into it does not run. */
    static void allowScriptsOf(IndexHtmlResponse page) {
        byte[] random = new byte[NONCE_BYTES];
        RANDOM.nextBytes(random);
        String nonce = Base64.getEncoder().encodeToString(random);
        page.getDocument().getElementsByTag("script").attr("nonce", nonce);
        page.getVaadinResponse().setHeader(HEADER, policy("script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'"));
    }

    private static String policy(String scripts) {
        return String.join(
                "; ",
                "default-src 'self'",
                scripts,
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "font-src 'self' data:",
                "connect-src 'self'",
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-src 'self' blob:",
                "frame-ancestors 'none'");
    }
}
