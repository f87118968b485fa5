package org.bihuan.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.servlet.http.HttpServletResponse;

import org.bihuan.identity.CurrentActor;
import org.bihuan.shared.NotFound;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Hands out stored files so that a browser runs nothing of what they contain. */
@Controller
class EvidenceController {

    private static final String PICTURE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'self'";

    /** Chromium's viewer is an embedded object with a style of its own and does not start in a sandbox. */
    private static final String PDF_POLICY =
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private final Evidence evidence;
    private final CurrentActor currentActor;

    EvidenceController(Evidence evidence, CurrentActor currentActor) {
        this.evidence = evidence;
        this.currentActor = currentActor;
    }

    @GetMapping("/evidence/{id:\\d{1,19}}")
    ResponseEntity<Resource> download(@PathVariable long id) {
        EvidenceContent content = evidence.open(id, currentActor.require());
        return answer(content, ContentDisposition.attachment(), "default-src 'none'; sandbox");
    }

    @GetMapping("/evidence/{id:\\d{1,19}}/preview")
    ResponseEntity<Resource> preview(@PathVariable long id) {
        EvidenceContent content = evidence.open(id, currentActor.require());
        if (!content.item().previewable()) {
            throw new NotFound("preview of evidence " + id);
        }
        String policy = content.item().isPicture() ? PICTURE_POLICY : PDF_POLICY;
        return answer(content, ContentDisposition.inline(), policy);
    }

    @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    /** Spring answers range requests out of the resource. */
    private static ResponseEntity<Resource> answer(
            EvidenceContent content, ContentDisposition.Builder disposition, String policy) {
        EvidenceItem item = content.item();
        String name = disposition
                .filename(item.fileName(), StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(item.mediaType()))
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate())
                .header("Content-Disposition", name)
                .header("Content-Security-Policy", policy)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("Referrer-Policy", "no-referrer")
                .body(new FileSystemResource(content.file()));
    }
}
