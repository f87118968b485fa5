package org.bihuan.shared.ui;

import java.util.function.Supplier;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before what cannot be taken back; the focus stands on “cancel”, so that keys pressed in a hurry do nothing. */
public final class Confirmation extends ConfirmDialog {

    // The component leads the focus to “yes” when its overlay opens, so that “cancel” can take it only after that.
    private static final String TAKE_FOCUS = """
            const take = event => {
                if (event.target.contains(this)) {
                    document.removeEventListener('vaadin-overlay-open', take);
                    this.focus();
                }
            };
            document.addEventListener('vaadin-overlay-open', take);""";

    private final transient Runnable act;
    private final Button asked;
    private boolean answered;

    private Confirmation(Button asked, String question, Runnable act) {
        this.asked = asked;
        this.act = act;
        setHeader(asked.getText());
        setText(question);
        setConfirmText(asked.getText());
        setConfirmButtonTheme("error primary");
        Button cancel = new Button(getTranslation("shared.cancel"));
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        cancel.getElement().executeJs(TAKE_FOCUS);
        setCancelButton(cancel);
        setCancelable(true);
        addConfirmListener(confirmed -> answer(true));
        addCancelListener(cancelled -> answer(false));
    }

    /**
     * A button that asks before it acts. It is off while the question stands, so that a second click of a hurried
     * hand finds nothing, and has the focus again afterwards where it is still shown.
     *
     * @param text what the button, the title of the question and its “yes” say
     * @param question names what is acted on
     */
    public static Button before(String text, Supplier<String> question, Runnable act) {
        Button button = new Button(text);
        button.setDisableOnClick(true);
        button.addClickListener(click -> new Confirmation(button, question.get(), act).open());
        return button;
    }

    /** The second click on “yes” arrives here too. */
    private void answer(boolean yes) {
        if (answered) {
            return;
        }
        answered = true;
        asked.setEnabled(true);
        if (yes) {
            act.run();
        }
        if (asked.isAttached() && asked.isVisible()) {
            asked.focus();
        }
    }
}
