package org.bihuan.identity.ui;

import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextFieldBase;
import org.bihuan.shared.ui.Refusals;

/** A small form in a dialog, which stays open with its values where the act is refused. */
class FormDialog extends Dialog {

    private static final String WIDTH = "28rem";

    /** Fields of one line, from which the enter key saves. */
    private final Component[] lines;

    FormDialog(String title, Component... fields) {
        setHeaderTitle(title);
        // As wide as one short field a dialog hides the end of a long name, and of a refusal below it.
        setWidth(WIDTH);
        setMaxWidth("100%");
        setCloseOnOutsideClick(false);
        FormLayout form = new FormLayout(fields);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        add(form);
        lines = Stream.of(fields)
                .filter(field -> field instanceof TextFieldBase<?, ?> && !(field instanceof TextArea))
                .toArray(Component[]::new);
        addOpenedChangeListener(change -> {
            if (change.isOpened() && fields.length > 0 && fields[0] instanceof Focusable<?> first) {
                first.focus();
            }
        });
    }

    /** Opens the dialog with a button that says “save”. */
    void onSave(Refusals refusals, Runnable act) {
        onSave("identity.save", refusals, act);
    }

    /** Opens the dialog; the button named by {@code key} runs the act and closes unless it is refused. */
    void onSave(String key, Refusals refusals, Runnable act) {
        Button save = new Button(getTranslation(key), click -> {
            if (refusals.guard(act)) {
                close();
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        if (lines.length > 0) {
            // Elsewhere the key opens a list or takes a day.
            save.addClickShortcut(Key.ENTER).listenOn(lines);
        }
        getFooter().add(new Button(getTranslation("identity.cancel"), click -> close()), save);
        open();
    }
}
