package org.bihuan.evidence.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import org.bihuan.evidence.Evidence;
import org.bihuan.evidence.EvidenceKind;
import org.bihuan.evidence.EvidenceLimits;
import org.bihuan.evidence.NewEvidence;
import org.bihuan.identity.CurrentActor;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.UriUtils;

/** Kind and files: streams to the store in the request's thread, so the session is not locked meanwhile. */
class EvidenceUpload extends Composite<VerticalLayout> {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceUpload.class);
    private static final int MEGABYTE = 1024 * 1024;
    private static final String BATCH_HEADER = "X-Upload-Batch";
    private static final String NAME_HEADER = "X-Upload-Name";

    /** The moment at which files were chosen, the same for all that were chosen together. */
    private static final String BATCH = "(element.batch ??= (setTimeout(() => element.batch = undefined), Date.now()))";

    /** Files stand chosen whose kind is not known yet. */
    private static final String WAITING = "element.noAuto && element.files.some(file => !file.complete)";

    /**
     * Each request says with which others it was chosen, and the name as it stands on the person's disk,
     * which a multipart header does not. What was taken stands in the list of evidence, what was refused
     * in a sentence: neither stays among the uploads.
     */
    private static final String CLIENT = """
            const element = this;
            element.addEventListener('upload-request', request => {
              const {file, xhr} = request.detail;
              xhr.setRequestHeader('%s', %s);
              xhr.setRequestHeader('%s', encodeURIComponent(file.name));
            });
            const leave = over => element.files = element.files.filter(file => file !== over.detail.file);
            element.addEventListener('upload-success', leave);
            element.addEventListener('upload-error', leave);
            """.formatted(BATCH_HEADER, BATCH, NAME_HEADER);

    private final transient Evidence evidence;
    private final transient CurrentActor currentActor;
    private final String caseNumber;
    private final int attempt;
    private final Runnable added;
    private final Select<EvidenceKind> kind = new Select<>();
    private final VerticalLayout refusals = new VerticalLayout();
    private final Upload files;
    private final Upload camera;

    /** When the files were chosen that were answered last, by the browser's clock. */
    private long answered;

    /** The choice as the upload's thread may read it, without the session lock. */
    private final AtomicReference<@Nullable EvidenceKind> chosen = new AtomicReference<>();

    EvidenceUpload(Evidence evidence, CurrentActor currentActor, String caseNumber, int attempt, Runnable added) {
        this.evidence = evidence;
        this.currentActor = currentActor;
        this.caseNumber = caseNumber;
        this.attempt = attempt;
        this.added = added;
        EvidenceLimits limits = evidence.limits();
        kind.setLabel(getTranslation("evidence.panel.kind"));
        kind.setItems(EvidenceKind.values());
        kind.setItemLabelGenerator(k -> getTranslation(k.key()));
        kind.setHelperText(getTranslation(
                "evidence.panel.accepted", String.join(" ", limits.extensions()), limits.maxFileSize() / MEGABYTE));
        kind.addClassName("evidence-kind");
        refusals.setPadding(false);
        refusals.setSpacing(false);
        refusals.getElement().setAttribute("role", "alert");
        getContent().setPadding(false);
        camera = upload(limits, "evidence.panel.camera", "image/*");
        camera.setDropAllowed(false);
        camera.getElement().setAttribute("capture", "environment");
        files = upload(limits, "evidence.panel.choose", limits.extensions().toArray(String[]::new));
        files.setDropLabel(new Span(getTranslation("evidence.panel.drop")));
        files.addClassName("evidence-files");
        camera.addClassName("evidence-camera");
        kind.addValueChangeListener(change -> choose(change.getValue()));
        getContent().setSpacing(false);
        getContent().addClassName("evidence-upload");
        getContent().add(kind, files, camera, refusals);
    }

    /** Files that were chosen before their kind have waited in the browser, and go now. */
    private void choose(EvidenceKind value) {
        chosen.set(value);
        kind.setInvalid(false);
        for (Upload upload : List.of(files, camera)) {
            upload.setAutoUpload(true);
            upload.getElement().executeJs("this.uploadFiles()");
        }
    }

    private void askForKind() {
        if (kind.isEmpty()) {
            kind.setInvalid(true);
            kind.setErrorMessage(getTranslation("evidence.panel.kindFirst"));
        }
    }

    /** Nothing is uploaded any more; what was refused stays to be read. */
    void close() {
        getContent().remove(kind, files, camera);
    }

    /** Chooses a kind and puts the focus where the file is chosen; without a kind, where that is chosen. */
    void ask(@Nullable EvidenceKind asked) {
        if (asked == null) {
            kind.focus();
        } else {
            kind.setValue(asked);
            files.getElement().executeJs("this.querySelector('[slot=add-button]')?.focus()");
        }
        kind.scrollIntoView();
    }

    private Upload upload(EvidenceLimits limits, String buttonKey, String... accepted) {
        Upload upload = new Upload(new Receiver());
        upload.setAcceptedFileTypes(accepted);
        upload.setMaxFileSize((int) Math.min(Integer.MAX_VALUE, limits.maxFileSize()));
        upload.setUploadButton(new Button(getTranslation(buttonKey)));
        upload.setI18n(i18n());
        upload.setAutoUpload(false);
        upload.getElement()
                .addEventListener("files-changed", waiting -> askForKind())
                .setFilter(WAITING);
        upload.getElement()
                .addEventListener("file-reject", reject -> {
                    begin((long) reject.getEventData().getNumber(BATCH));
                    refuse(
                            reject.getEventData().getString("event.detail.file.name"),
                            reject.getEventData().getString("event.detail.error"));
                })
                .addEventData(BATCH)
                .addEventData("event.detail.file.name")
                .addEventData("event.detail.error");
        upload.addAttachListener(attached -> upload.getElement().executeJs(CLIENT));
        return upload;
    }

    /** The first answer to files that were chosen later takes away what was refused before. */
    private void begin(long batch) {
        if (batch > answered) {
            answered = batch;
            refusals.removeAll();
        }
    }

    private UploadI18N i18n() {
        String failed = getTranslation("evidence.panel.failed");
        UploadI18N texts = new UploadI18N();
        texts.setFile(new UploadI18N.File()
                .setStart(getTranslation("evidence.panel.start"))
                .setRetry(getTranslation("evidence.panel.retry"))
                .setRemove(getTranslation("evidence.panel.remove")));
        texts.setError(new UploadI18N.Error()
                .setTooManyFiles(failed)
                .setFileIsTooBig(getTranslation(
                        "evidence.panel.tooBig", evidence.limits().maxFileSize() / MEGABYTE))
                .setIncorrectFileType(getTranslation("evidence.panel.typeRefused")));
        texts.setUploading(new UploadI18N.Uploading()
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(failed)
                        .setUnexpectedServerError(failed)
                        .setForbidden(failed)));
        return texts;
    }

    /** Receives one file; false if it was refused, which is shown beside the field by then. */
    boolean receive(String fileName, long batch, InputStream content, UI ui) {
        EvidenceKind asked = chosen.get();
        if (asked == null) {
            ui.access(() -> {
                kind.setInvalid(true);
                kind.setErrorMessage(getTranslation("evidence.panel.kindMissing"));
                refuse(fileName, batch, "evidence.panel.kindMissing");
            });
            return false;
        }
        try {
            evidence.add(new NewEvidence(caseNumber, asked, fileName, attempt), content, currentActor.require());
            ui.access(() -> {
                begin(batch);
                added.run();
            });
            return true;
        } catch (RuleViolation refused) {
            ui.access(() -> refuse(fileName, batch, refused.key(), refused.args()));
        } catch (NotFound | UncheckedIOException failed) {
            LOG.error("Evidence for {} was not stored", caseNumber, failed);
            ui.access(() -> refuse(fileName, batch, "evidence.panel.storeFailed"));
        }
        return false;
    }

    private void refuse(String fileName, long batch, String key, Object... args) {
        begin(batch);
        refuse(fileName, getTranslation(key, args));
    }

    private void refuse(String fileName, String sentence) {
        Paragraph line = new Paragraph(getTranslation("evidence.panel.refused", fileName, sentence));
        line.addClassName("evidence-refusal");
        refusals.add(line);
    }

    private final class Receiver implements UploadHandler {

        private static final int UNPROCESSABLE = 422;

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            VaadinRequest request = event.getRequest();
            String name = fileName(event.getFileName(), request.getHeader(NAME_HEADER));
            try (InputStream content = event.getInputStream()) {
                if (!receive(name, batch(request.getHeader(BATCH_HEADER)), content, event.getUI())) {
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

    /** The name as the browser read it from the disk; a multipart header writes a double quote as %22. */
    static String fileName(String inMultipart, @Nullable String encoded) {
        try {
            return encoded == null ? inMultipart : UriUtils.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return inMultipart;
        }
    }

    private static long batch(@Nullable String sent) {
        return sent != null && sent.matches("\\d{1,15}") ? Long.parseLong(sent) : 0;
    }
}
