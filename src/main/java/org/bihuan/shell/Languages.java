package org.bihuan.shell;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.Cookie;

import org.jspecify.annotations.Nullable;

/** The two languages of the product and the cookie that remembers the choice. */
final class Languages {

    static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    static final Locale ENGLISH = Locale.ENGLISH;
    static final List<Locale> ALL = List.of(CHINESE, ENGLISH);
    static final String COOKIE = "bihuan-language";

    private static final int ONE_YEAR = 365 * 24 * 3600;

    private Languages() {}

    /** The product's language nearest to {@code locale}: English for any English, else Chinese. */
    static Locale nearest(@Nullable Locale locale) {
        return locale != null && locale.getLanguage().equals("en") ? ENGLISH : CHINESE;
    }

    /** The language chosen earlier in this browser; Chinese where none was. */
    static Locale of(Cookie @Nullable [] cookies) {
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return nearest(Locale.forLanguageTag(cookie.getValue()));
                }
            }
        }
        return CHINESE;
    }

    /** The cookie that remembers {@code locale} for a year. */
    static Cookie remember(Locale locale) {
        Cookie cookie = new Cookie(COOKIE, locale.toLanguageTag());
        cookie.setPath("/");
        cookie.setMaxAge(ONE_YEAR);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
