package org.bihuan.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.WrappedSession;
import org.bihuan.identity.SessionFilter;
import org.bihuan.shared.Dates;
import org.bihuan.shared.Texts;
import org.bihuan.testing.MockScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An hour's session, as it looks to a screen that stays open. */
@ExtendWith(MockScreen.class)
class IdleWarningTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-27T04:00:00Z"), Dates.ZONE);

    private final Texts texts = mock(Texts.class);
    private final IdleWarning warning = new IdleWarning(texts, NOON);

    @BeforeEach
    void open() {
        when(texts.get(any(Locale.class), any(String.class), any(Object[].class)))
                .thenAnswer(call -> call.getArgument(1) + " " + call.getArgument(call.getArguments().length - 1));
        session().setMaxInactiveInterval(3600);
        warning.follow(UI.getCurrent());
    }

    private static WrappedSession session() {
        return UI.getCurrent().getSession().getSession();
    }

    private void nothingDoneFor(Duration idle) {
        session().setAttribute(SessionFilter.ACTIVE, System.nanoTime() - idle.toNanos());
        warning.look();
        MockVaadin.clientRoundtrip();
    }

    private static List<Div> bars() {
        return _find(Div.class, search -> search.withClasses("idle-warning"));
    }

    @Test
    void five_minutes_before_the_end_it_says_when_that_is() {
        nothingDoneFor(Duration.ofMinutes(54));
        assertThat(bars()).isEmpty();
        nothingDoneFor(Duration.ofMinutes(57));
        nothingDoneFor(Duration.ofMinutes(58));
        assertThat(bars().get(0).getElement().getTextRecursively())
                .contains("shell.idle.soon")
                .containsPattern(" 12:0[23]");
    }

    @Test
    void whoever_goes_on_is_rid_of_it_at_once_and_the_other_tabs_soon() {
        nothingDoneFor(Duration.ofMinutes(57));
        BasicUtilsKt._fireDomEvent(_get(Button.class), "click");
        assertThat(bars()).isEmpty();
        nothingDoneFor(Duration.ofMinutes(58));
        assertThat(bars()).hasSize(1);
        nothingDoneFor(Duration.ZERO);
        assertThat(bars()).isEmpty();
    }

    @Test
    void a_visitor_who_is_not_signed_in_is_told_nothing() {
        warning.look();
        MockVaadin.clientRoundtrip();
        assertThat(bars()).isEmpty();
    }
}
