package org.bihuan.rectification.ui;

import java.io.IOException;
import java.io.InputStream;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import org.bihuan.findings.FindingsImport;
import org.bihuan.shared.RuleViolation;

/** The first step: paste the document or upload it. What cannot be read is refused here, and the text stays. */
final class ImportSource extends Div {

    private static final int MEGABYTE = 1024 * 1024;

    /** A paste is sent at once, what is typed after it at most this often: the whole text goes each time. */
    private static final int QUIET = 2000;

    private final transient FindingsImport findings;
    private final transient ImportWork work;
    private final Runnable next;
    private final TextArea text = new TextArea();
    private final Paragraph fileRefused = ImportNotes.refusal();

    ImportSource(FindingsImport findings, ImportWork work, Runnable next) {
        this.findings = findings;
        this.work = work;
        this.next = next;
        addClassName("import-source");
        if (work.begun()) {
            add(ImportNotes.info(getTranslation("findings.source.replaces")));
        }
        add(new Div(file()), new Div(paste()));
        add(actions());
    }

    private Div file() {
        Upload upload = new Upload(new Receiver());
        upload.setAcceptedFileTypes(
                ".docx",
                ".txt",
                "text/plain",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        upload.setMaxFiles(1);
        upload.setMaxFileSize((int) Math.min(Integer.MAX_VALUE, findings.maxBytes()));
        upload.setUploadButton(new Button(getTranslation("findings.source.choose")));
        upload.setDropLabel(new Span(getTranslation("findings.source.drop")));
        upload.setI18n(uploadTexts());
        upload.getElement().setAttribute("aria-label", getTranslation("findings.source.file"));
        upload.addStartedListener(start -> ImportNotes.say(fileRefused, ""));
        upload.addFileRejectedListener(
                rejected -> refuseFile(getTranslation("findings.source.rejected", rejected.getFileName(), limit())));
        upload.addFailedListener(failed -> {
            if (!fileRefused.isVisible()) {
                refuseFile(getTranslation("findings.source.failed", failed.getFileName()));
            }
        });
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        Div part = new Div(
                new H2(getTranslation("findings.source.file")),
                new Paragraph(getTranslation("findings.source.fileHint", limit())),
                upload,
                fileRefused);
        part.addClassName("card");
        return part;
    }

    private UploadI18N uploadTexts() {
        String failed = getTranslation("findings.source.failedShort");
        UploadI18N texts = new UploadI18N();
        texts.setError(new UploadI18N.Error()
                .setTooManyFiles(getTranslation("findings.source.one"))
                .setFileIsTooBig(getTranslation("findings.source.tooBig", limit()))
                .setIncorrectFileType(getTranslation("findings.source.kind")));
        texts.setUploading(new UploadI18N.Uploading()
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(failed)
                        .setUnexpectedServerError(failed)
                        .setForbidden(failed)));
        return texts;
    }

    private String limit() {
        return findings.maxBytes() / MEGABYTE + " MB";
    }

    private Div paste() {
        text.setLabel(getTranslation("findings.source.text"));
        text.setHelperText(getTranslation("findings.source.textHint"));
        text.setWidthFull();
        text.setMinHeight("16rem");
        text.setMaxHeight("30rem");
        text.setManualValidation(true);
        if (!work.unread().isBlank()) {
            text.setValue(work.unread());
        } else if (work.begun()) {
            text.setValue(work.onDesk().source());
        }
        text.setValueChangeMode(ValueChangeMode.TIMEOUT);
        text.setValueChangeTimeout(QUIET);
        text.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                keep(change.getValue());
            }
        });
        Div part = new Div(new H2(getTranslation("findings.source.paste")), text);
        part.addClassName("card");
        return part;
    }

    private Div actions() {
        Button read = new Button(getTranslation("findings.source.read"), click -> read());
        read.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        read.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(text);
        Div bar = new Div(read);
        if (work.begun()) {
            bar.add(new Button(getTranslation("findings.source.back"), click -> next.run()));
        }
        bar.addClassName("action-bar");
        return bar;
    }

    /** What stands there survives the browser, read or not. */
    private void keep(String pasted) {
        text.setInvalid(false);
        try {
            work.paste(pasted);
        } catch (RuleViolation refusal) {
            refuseText(refusal);
        }
    }

    private void read() {
        text.setInvalid(false);
        try {
            work.begin(text.getValue());
        } catch (RuleViolation refusal) {
            refuseText(refusal);
            text.focus();
            return;
        }
        next.run();
    }

    private void refuseText(RuleViolation refusal) {
        text.setErrorMessage(getTranslation(refusal.key(), refusal.args()));
        text.setInvalid(true);
    }

    private void refuseFile(String sentence) {
        ImportNotes.say(fileRefused, sentence);
    }

    /** Reads a file and goes on; false if it was refused, which is shown beside the field by then. */
    boolean receive(String name, InputStream content, long size, UI ui) throws IOException {
        String read;
        try {
            read = findings.readFile(name, content, size);
        } catch (RuleViolation refusal) {
            ui.access(() -> refuseFile(getTranslation(refusal.key(), refusal.args())));
            return false;
        }
        ui.access(() -> {
            try {
                work.begin(read);
            } catch (RuleViolation refusal) {
                refuseFile(
                        getTranslation("findings.source.inFile", name, getTranslation(refusal.key(), refusal.args())));
                return;
            }
            next.run();
        });
        return true;
    }

    /** Reads as much as the limit allows and no further; the session is not locked meanwhile. */
    private final class Receiver implements UploadHandler {

        private static final int UNPROCESSABLE = 422;

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try (InputStream content = event.getInputStream()) {
                if (!receive(event.getFileName(), content, event.getFileSize(), event.getUI())) {
                    event.getResponse().setStatus(UNPROCESSABLE);
                }
            }
        }

        /** Keeps the status of a refusal, which the default would turn into a success. */
        @Override
        public void responseHandled(boolean success, VaadinResponse response) {
            if (!success) {
                response.setStatus(500);
            }
        }
    }
}
