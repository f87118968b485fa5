package org.bihuan.evidence.ui;

import java.text.NumberFormat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import org.bihuan.evidence.Evidence;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.identity.CurrentActor;
import org.bihuan.shared.Dates;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.Glyph;
import org.bihuan.shared.ui.StatusChip;
import org.jspecify.annotations.Nullable;

/** One file in the list. */
class EvidenceLine extends ListItem {

    private final transient Evidence evidence;
    private final transient CurrentActor currentActor;
    private final transient EvidenceItem item;
    private final Runnable withdrawn;
    private @Nullable Dialog question;

    EvidenceLine(
            Evidence evidence, CurrentActor currentActor, EvidenceItem item, boolean mayWithdraw, Runnable withdrawn) {
        this.evidence = evidence;
        this.currentActor = currentActor;
        this.item = item;
        this.withdrawn = withdrawn;
        addClassName("evidence-line");
        Span texts = new Span(name(), details());
        texts.addClassName("evidence-texts");
        add(texts);
        if (item.withdrawn()) {
            add(badge());
        }
        if (item.previewable()) {
            add(button(Glyph.EYE, "evidence.panel.preview", this::preview));
        }
        add(download());
        if (mayWithdraw) {
            add(button(Glyph.TRASH, "evidence.panel.withdraw", this::askReason));
        }
    }

    /** Takes back the question for a reason, should it stand open. */
    void close() {
        if (question != null) {
            question.close();
        }
    }

    private Component name() {
        Span name = new Span(item.fileName());
        name.addClassName("evidence-name");
        return name;
    }

    private Component details() {
        Span details = new Span(getTranslation(
                "evidence.panel.details",
                getTranslation(item.kind().key()),
                size(),
                item.uploaderName(),
                Dates.time(item.uploadedAt()),
                getTranslation("evidence.panel.attempt", item.attempt())));
        details.addClassName("quiet");
        return details;
    }

    private Component badge() {
        return new StatusChip(getTranslation("evidence.panel.withdrawn"), StatusChip.Tone.RETURNED);
    }

    private Component download() {
        Anchor anchor = new Anchor("evidence/" + item.id(), "");
        anchor.setRouterIgnore(true);
        anchor.getElement().setAttribute("download", true);
        anchor.setAriaLabel(getTranslation("evidence.panel.download", item.fileName()));
        anchor.addClassName("evidence-download");
        anchor.add(Glyph.DOWNLOAD.create());
        return anchor;
    }

    private Button button(Glyph icon, String key, Runnable act) {
        Button button = new Button(icon.create(), e -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation(key, item.fileName()));
        button.setTooltipText(getTranslation(key, item.fileName()));
        return button;
    }

    private void preview() {
        Dialog dialog = new Dialog(item.fileName());
        String source = "evidence/" + item.id() + "/preview";
        if (item.isPicture()) {
            Image image = new Image(source, item.fileName());
            image.addClassName("evidence-picture");
            dialog.add(image);
        } else {
            IFrame frame = new IFrame(source);
            frame.setTitle(item.fileName());
            frame.setSizeFull();
            dialog.setWidth("90vw");
            dialog.setHeight("90vh");
            dialog.add(frame);
        }
        dialog.getFooter().add(new Button(getTranslation("evidence.panel.close"), e -> dialog.close()));
        dialog.open();
    }

    private void askReason() {
        Dialog dialog = new Dialog(getTranslation("evidence.withdraw.title"));
        question = dialog;
        TextArea reason = new TextArea(getTranslation("evidence.withdraw.reason"));
        reason.setHelperText(item.fileName());
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        Button confirm = new Button(getTranslation("evidence.withdraw.confirm"), e -> withdraw(dialog, reason));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        dialog.add(reason);
        dialog.getFooter().add(new Button(getTranslation("evidence.withdraw.cancel"), e -> dialog.close()), confirm);
        dialog.open();
        reason.focus();
    }

    private void withdraw(Dialog dialog, TextArea reason) {
        try {
            evidence.withdraw(item.id(), reason.getValue(), currentActor.require());
        } catch (RuleViolation refused) {
            reason.setInvalid(true);
            reason.setErrorMessage(getTranslation(refused.key(), refused.args()));
            return;
        }
        dialog.close();
        withdrawn.run();
    }

    private String size() {
        NumberFormat number = NumberFormat.getInstance(getLocale());
        number.setMaximumFractionDigits(1);
        double kilobytes = item.size() / 1024.0;
        if (kilobytes < 1) {
            return item.size() + " B";
        }
        return kilobytes < 1024 ? number.format(kilobytes) + " kB" : number.format(kilobytes / 1024) + " MB";
    }
}
