package org.bihuan.evidence.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

/** Kind and files: streams to the store in the request's thread, so the session is not locked meanwhile. */
class EvidenceUpload extends Composite<VerticalLayout> {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceUpload.class);
    private static final int MEGABYTE = 1024 * 1024;

    private final transient Evidence evidence;
    private final transient CurrentActor currentActor;
    private final String caseNumber;
    private final int attempt;
    private final Runnable added;
    private final Select<EvidenceKind> kind = new Select<>();
    private final VerticalLayout refusals = new VerticalLayout();
    private final Upload files;

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
        kind.addValueChangeListener(e -> {
            chosen.set(e.getValue());
            kind.setInvalid(false);
            refusals.removeAll();
        });
        kind.addClassName("evidence-kind");
        refusals.setPadding(false);
        refusals.setSpacing(false);
        refusals.getElement().setAttribute("role", "alert");
        getContent().setPadding(false);
        Upload camera = upload(limits, "evidence.panel.camera", "image/*");
        camera.setDropAllowed(false);
        camera.getElement().setAttribute("capture", "environment");
        files = upload(limits, "evidence.panel.choose", limits.extensions().toArray(String[]::new));
        files.setDropLabel(new Span(getTranslation("evidence.panel.drop")));
        files.addClassName("evidence-files");
        camera.addClassName("evidence-camera");
        getContent().setSpacing(false);
        getContent().addClassName("evidence-upload");
        getContent().add(kind, files, camera, refusals);
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
        upload.addFileRejectedListener(e -> refuse(e.getFileName(), e.getErrorMessage()));
        upload.addAllFinishedListener(e -> upload.clearFileList());
        return upload;
    }

    private UploadI18N i18n() {
        String failed = getTranslation("evidence.panel.failed");
        UploadI18N texts = new UploadI18N();
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
    boolean receive(String fileName, InputStream content, UI ui) {
        EvidenceKind asked = chosen.get();
        if (asked == null) {
            ui.access(() -> {
                kind.setInvalid(true);
                kind.setErrorMessage(getTranslation("evidence.panel.kindMissing"));
                refuse(fileName, getTranslation("evidence.panel.kindMissing"));
            });
            return false;
        }
        try {
            evidence.add(new NewEvidence(caseNumber, asked, fileName, attempt), content, currentActor.require());
            ui.access(added::run);
            return true;
        } catch (RuleViolation refused) {
            ui.access(() -> refuse(fileName, getTranslation(refused.key(), refused.args())));
        } catch (NotFound | UncheckedIOException failed) {
            LOG.error("Evidence for {} was not stored", caseNumber, failed);
            ui.access(() -> refuse(fileName, getTranslation("evidence.panel.storeFailed")));
        }
        return false;
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
            try (InputStream content = event.getInputStream()) {
                if (!receive(event.getFileName(), content, event.getUI())) {
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
