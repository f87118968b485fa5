package org.bihuan.evidence.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import elemental.json.Json;
import elemental.json.JsonObject;
import org.bihuan.evidence.Evidence;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.evidence.EvidenceKind;
import org.bihuan.evidence.EvidenceLimits;
import org.bihuan.evidence.NewEvidence;
import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.bihuan.shared.RuleViolation;
import org.bihuan.testing.MockScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mockito;

@ExtendWith(MockScreen.class)
class EvidencePanelTest {

    private static final String CASE = "XH2025-P02-M03";
    private static final Actor HANDLER = new Actor(7, "经办人", List.of(), List.of(), "system");

    private static final EvidenceLimits LIMITS =
            new EvidenceLimits(1024 * 1024, 1024 * 1024, 200, List.of(".pdf", ".png"));

    private final Evidence evidence = mock(Evidence.class);
    private final CurrentActor currentActor = mock(CurrentActor.class);

    @BeforeEach
    void setUp() {
        when(currentActor.require()).thenReturn(HANDLER);
        when(evidence.limits()).thenReturn(LIMITS);
        when(evidence.of(CASE)).thenReturn(List.of(item(EvidenceKind.PHOTO, false)));
    }

    @Test
    void aReaderSeesFilesButNeitherUploadNorWithdrawal() {
        show(false);
        assertThat(_find(Upload.class)).isEmpty();
        assertThat(_find(Button.class)).hasSize(1);
        assertThat(_get(Anchor.class).getHref()).isEqualTo("evidence/11");
    }

    @Test
    void requiredKindsThatAreMissingAreNamed() {
        show(true);
        assertThat(_find(Paragraph.class).get(0).getText()).contains("evidence.panel.missing");
        when(evidence.of(CASE)).thenReturn(List.of(item(EvidenceKind.DOCUMENT, false)));
        show(true);
        assertThat(_find(Paragraph.class).get(0).getText()).contains("evidence.panel.complete");
        when(evidence.of(CASE)).thenReturn(List.of(item(EvidenceKind.DOCUMENT, true)));
        show(true);
        assertThat(_find(Paragraph.class).get(0).getText()).contains("evidence.panel.missing");
    }

    @Test
    void evidenceOfAnEarlierAttemptFulfilsWhatIsRequired() {
        when(evidence.of(CASE)).thenReturn(List.of(item(EvidenceKind.DOCUMENT, false)));
        UI.getCurrent().add(new EvidencePanel(evidence, currentActor, CASE, 2, Set.of(EvidenceKind.DOCUMENT), true));
        assertThat(_find(Paragraph.class).get(0).getText()).contains("evidence.panel.complete");
    }

    @Test
    void aPictureIsPreviewed() {
        show(false);
        _click(_get(Button.class));
        assertThat(_get(Image.class).getSrc()).isEqualTo("evidence/11/preview");
    }

    @Test
    void anUploadWithoutAKindIsRefusedBesideTheField() {
        EvidenceUpload upload = upload();
        assertThat(upload.receive("a.pdf", 1, InputStream.nullInputStream(), UI.getCurrent()))
                .isFalse();
        MockVaadin.clientRoundtrip();
        assertThat(_get(Select.class).isInvalid()).isTrue();
        verify(evidence, never()).add(any(), any(), any());
    }

    @Test
    @SuppressWarnings("unchecked")
    void filesChosenBeforeTheirKindWaitForIt() {
        upload();
        List<Upload> uploads = _find(Upload.class);
        assertThat(uploads).hasSize(2).noneMatch(Upload::isAutoUpload);
        _setValue((Select<EvidenceKind>) _get(Select.class), EvidenceKind.PHOTO);
        assertThat(uploads).allMatch(Upload::isAutoUpload);
    }

    @Test
    @SuppressWarnings("unchecked")
    void anUploadGoesToTheServiceAndARefusalIsShown() {
        EvidenceUpload upload = upload();
        _setValue((Select<EvidenceKind>) _get(Select.class), EvidenceKind.PHOTO);
        InputStream content = InputStream.nullInputStream();
        assertThat(upload.receive("a.png", 1, content, UI.getCurrent())).isTrue();
        verify(evidence).add(new NewEvidence(CASE, EvidenceKind.PHOTO, "a.png", 1), content, HANDLER);

        when(evidence.add(any(), any(), any())).thenThrow(RuleViolation.at("file", "evidence.empty"));
        assertThat(upload.receive("b.png", 2, content, UI.getCurrent())).isFalse();
        MockVaadin.clientRoundtrip();
        assertThat(_find(Paragraph.class)).anyMatch(p -> p.getText().contains("evidence.panel.refused"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void refusalsOfFilesChosenTogetherStandTogetherUntilTheNextUpload() {
        EvidenceUpload upload = upload();
        _setValue((Select<EvidenceKind>) _get(Select.class), EvidenceKind.PHOTO);
        when(evidence.add(any(), any(), any())).thenThrow(RuleViolation.at("file", "evidence.empty"));
        reject("large.pdf", 10);
        upload.receive("a.png", 10, InputStream.nullInputStream(), UI.getCurrent());
        upload.receive("b.png", 10, InputStream.nullInputStream(), UI.getCurrent());
        MockVaadin.clientRoundtrip();
        assertThat(refusals()).hasSize(3);
        _setValue((Select<EvidenceKind>) _get(Select.class), EvidenceKind.DOCUMENT);
        assertThat(refusals()).as("until the next upload").hasSize(3);
        upload.receive("c.png", 20, InputStream.nullInputStream(), UI.getCurrent());
        upload.receive("late.png", 10, InputStream.nullInputStream(), UI.getCurrent());
        MockVaadin.clientRoundtrip();
        assertThat(refusals()).hasSize(2);
        Mockito.reset(evidence);
        when(evidence.limits()).thenReturn(LIMITS);
        upload.receive("d.png", 30, InputStream.nullInputStream(), UI.getCurrent());
        MockVaadin.clientRoundtrip();
        assertThat(refusals()).isEmpty();
    }

    private static void reject(String name, long batch) {
        Upload files = _find(Upload.class).get(0);
        JsonObject data = Json.createObject();
        data.put("(element.batch ??= (setTimeout(() => element.batch = undefined), Date.now()))", batch);
        data.put("event.detail.file.name", name);
        data.put("event.detail.error", "too large");
        files.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(files.getElement(), "file-reject", data));
    }

    private static List<Paragraph> refusals() {
        return _find(Paragraph.class, search -> search.withClasses("evidence-refusal"));
    }

    @Test
    void theNameIsTheOneOnTheDiskWhateverTheMultipartHeaderMadeOfIt() {
        assertThat(EvidenceUpload.fileName("关于%22三项%22.pdf", "%E5%85%B3%E4%BA%8E%22%E4%B8%89%E9%A1%B9%22.pdf"))
                .isEqualTo("关于\"三项\".pdf");
        assertThat(EvidenceUpload.fileName("a%22.pdf", "a%2522.pdf")).isEqualTo("a%22.pdf");
        assertThat(EvidenceUpload.fileName("a.pdf", null)).isEqualTo("a.pdf");
        assertThat(EvidenceUpload.fileName("a.pdf", "%zz")).isEqualTo("a.pdf");
    }

    @Test
    void aClosedPanelIsReadAndNothingElse() {
        EvidencePanel panel = panel(true);
        UI.getCurrent().add(panel);
        _click(_get(
                Button.class,
                search -> search.withPredicate(
                        button -> button.getAriaLabel().orElse("").contains("evidence.panel.withdraw"))));
        panel.close();
        assertThat(_find(Upload.class)).isEmpty();
        assertThat(_find(Select.class)).isEmpty();
        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(_find(Button.class)).singleElement().satisfies(preview -> assertThat(preview.getAriaLabel())
                .hasValueSatisfying(label -> assertThat(label).contains("evidence.panel.preview")));
        assertThat(_find(Anchor.class)).hasSize(1);
        assertThat(panel.isEditable()).isFalse();
    }

    @Test
    void aRefusedWithdrawalKeepsTheReasonAndAnAcceptedOneCloses() {
        show(true);
        doThrow(RuleViolation.at("reason", "evidence.withdraw.reasonMissing"))
                .when(evidence)
                .withdraw(eq(11L), eq(""), any());
        Button withdraw = _find(Button.class).stream()
                .filter(b -> b.getAriaLabel().orElse("").contains("evidence.panel.withdraw"))
                .findFirst()
                .orElseThrow();
        _click(withdraw);
        Button confirm =
                _get(Button.class, s -> s.withPredicate(b -> b.getText().contains("withdraw.confirm")));
        _click(confirm);
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        _setValue(_get(TextArea.class), "误传");
        _click(confirm);
        verify(evidence).withdraw(11, "误传", HANDLER);
        assertThat(_find(Dialog.class)).isEmpty();
    }

    private void show(boolean editable) {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(panel(editable));
    }

    private EvidencePanel panel(boolean editable) {
        return new EvidencePanel(evidence, currentActor, CASE, 1, Set.of(EvidenceKind.DOCUMENT), editable);
    }

    private EvidenceUpload upload() {
        EvidenceUpload upload = new EvidenceUpload(evidence, currentActor, CASE, 1, () -> {});
        UI.getCurrent().add(upload);
        return upload;
    }

    private static EvidenceItem item(EvidenceKind kind, boolean withdrawn) {
        return new EvidenceItem(
                11, CASE, kind, "照片.png", "image/png", 2048, "ab", 1, 7, "经办人", Instant.EPOCH, withdrawn);
    }
}
