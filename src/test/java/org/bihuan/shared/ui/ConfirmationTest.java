package org.bihuan.shared.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import org.bihuan.testing.MockScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MockScreen.class)
class ConfirmationTest {

    private final AtomicInteger done = new AtomicInteger();
    private final Button button = Confirmation.before("end", () -> "end it?", done::incrementAndGet);

    @BeforeEach
    void show() {
        UI.getCurrent().add(button);
        _click(button);
    }

    @Test
    void nothing_happens_before_the_answer_and_a_second_click_finds_the_button_off() {
        assertThat(done).hasValue(0);
        assertThat(button.isEnabled()).isFalse();
        assertThat(ask().getElement().getProperty("header")).isEqualTo("end");
        assertThat(ask().getElement().getProperty("message")).isEqualTo("end it?");
        assertThat(ask().getElement().getProperty("cancelButtonVisible", false)).isTrue();
    }

    @Test
    void it_is_done_once_however_often_yes_is_clicked() {
        ConfirmDialog ask = ask();
        yes(ask);
        yes(ask);
        assertThat(done).hasValue(1);
        assertThat(button.isEnabled()).isTrue();
    }

    @Test
    void who_cancels_may_ask_again() {
        ConfirmDialog ask = ask();
        ComponentUtil.fireEvent(ask, new ConfirmDialog.CancelEvent(ask, false));
        ask.close();
        assertThat(done).hasValue(0);
        _assertNone(ConfirmDialog.class);
        _click(button);
        yes(ask());
        assertThat(done).hasValue(1);
    }

    private static ConfirmDialog ask() {
        return _get(ConfirmDialog.class);
    }

    private static void yes(ConfirmDialog ask) {
        ComponentUtil.fireEvent(ask, new ConfirmDialog.ConfirmEvent(ask, false));
    }
}
