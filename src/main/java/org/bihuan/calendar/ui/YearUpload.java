package org.bihuan.calendar.ui;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import org.bihuan.calendar.CalendarAdministration;
import org.bihuan.calendar.HolidayYear;
import org.bihuan.shared.RuleViolation;

/** Reads a year out of an uploaded file; what is wrong with it stands below the button. */
class YearUpload extends Composite<Div> {

    private static final int KILOBYTE = 1024;

    private final transient CalendarAdministration administration;
    private final int year;
    private final transient Consumer<HolidayYear> read;
    private final Paragraph result = new Paragraph();

    YearUpload(CalendarAdministration administration, int year, Consumer<HolidayYear> read) {
        this.administration = administration;
        this.year = year;
        this.read = read;
        result.getElement().setAttribute("role", "alert");
        result.setVisible(false);
        UploadHandler handler = event -> receive(event);
        Upload upload = new Upload(handler);
        upload.setAcceptedFileTypes(".json", "application/json");
        upload.setMaxFileSize(CalendarAdministration.LARGEST_FILE);
        upload.setMaxFiles(1);
        upload.setUploadButton(new Button(getTranslation("calendar.editor.choose")));
        upload.setDropLabel(new Span(getTranslation("calendar.editor.drop")));
        upload.setI18n(texts());
        upload.addFileRejectedListener(rejected -> refuse(rejected.getErrorMessage()));
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        getContent()
                .add(
                        new Paragraph(getTranslation(
                                "calendar.editor.fileHint", CalendarAdministration.LARGEST_FILE / KILOBYTE)),
                        upload,
                        result);
    }

    private UploadI18N texts() {
        String failed = getTranslation("calendar.editor.failed");
        UploadI18N texts = new UploadI18N();
        texts.setError(new UploadI18N.Error()
                .setTooManyFiles(failed)
                .setFileIsTooBig(
                        getTranslation("calendar.file.tooLarge", CalendarAdministration.LARGEST_FILE / KILOBYTE))
                .setIncorrectFileType(getTranslation("calendar.file.notJson")));
        texts.setUploading(new UploadI18N.Uploading()
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(failed)
                        .setUnexpectedServerError(failed)
                        .setForbidden(failed)));
        return texts;
    }

    /** One byte more than allowed is enough to know that a file is too large, however large it is. */
    private void receive(UploadEvent event) throws IOException {
        byte[] content;
        try (InputStream stream = event.getInputStream()) {
            content = stream.readNBytes(CalendarAdministration.LARGEST_FILE + 1);
        }
        String name = event.getFileName();
        event.getUI().access(() -> take(name, content));
    }

    /** Reads a received file. */
    void take(String fileName, byte[] content) {
        try {
            read.accept(administration.read(year, content));
            result.removeClassName("refusal");
            result.setText(getTranslation("calendar.editor.read", fileName));
            result.setVisible(true);
        } catch (RuleViolation refusal) {
            refuse(getTranslation(refusal.key(), refusal.args()));
        }
    }

    private void refuse(String sentence) {
        result.addClassName("refusal");
        result.setText(sentence);
        result.setVisible(true);
    }
}
