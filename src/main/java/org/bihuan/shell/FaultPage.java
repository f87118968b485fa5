package org.bihuan.shell;

import java.util.Map;
import java.util.Optional;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.bihuan.shared.Texts;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.HtmlUtils;

/**
 * What a request outside the screens gets where it fails (a download, a sign-in without its token, a
 * start page that could not be built): a sentence, the way back and the right status, never a trace.
 */
@Controller
@RequestMapping("${server.error.path:/error}")
class FaultPage implements ErrorController {

    private static final String PAGE = """
            <!doctype html>
            <html lang="{lang}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <style>
            :root { color-scheme: light dark; font-family: system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif }
            html { background: Canvas; color: CanvasText }
            a { color: LinkText }
            body { margin: 15vh auto 0; max-width: 32rem; padding: 0 1rem; text-align: center; line-height: 1.6 }
            </style>
            </head>
            <body><main><h1>{title}</h1><p>{sentence}</p><p><a href="{home}">{back}</a></p></main></body>
            </html>
            """;

    private final Texts texts;

    FaultPage(Texts texts) {
        this.texts = texts;
    }

    /** For people. */
    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(HttpServletRequest request) {
        HttpStatus status = status(request);
        Map<String, String> parts = Map.of(
                "lang",
                Languages.of(request.getCookies()).toLanguageTag(),
                "title",
                texts.get(title(status)),
                "sentence",
                sentence(status, request),
                "home",
                request.getContextPath() + "/",
                "back",
                texts.get("shell.error.home"));
        String page = PAGE;
        for (Map.Entry<String, String> part : parts.entrySet()) {
            page = page.replace("{" + part.getKey() + "}", HtmlUtils.htmlEscape(part.getValue()));
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(page);
    }

    /** For programs. */
    @RequestMapping
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        HttpStatus status = status(request);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence(status, request));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** Asked for by its own address there is no error to tell of. */
    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return code instanceof Integer number
                ? Optional.ofNullable(HttpStatus.resolve(number)).orElse(HttpStatus.INTERNAL_SERVER_ERROR)
                : HttpStatus.NOT_FOUND;
    }

    private static String title(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "shell.error.notFound.title";
            case FORBIDDEN, UNAUTHORIZED -> "shell.error.forbidden.title";
            default -> status.is5xxServerError() ? "shell.error.fault.title" : "shell.error.badRequest.title";
        };
    }

    private String sentence(HttpStatus status, HttpServletRequest request) {
        return switch (status) {
            case NOT_FOUND -> texts.get("shell.error.notFound.text");
            case FORBIDDEN, UNAUTHORIZED -> texts.get("shell.error.forbidden.page");
            default ->
                status.is5xxServerError()
                        ? texts.get("shell.error.incident", incident(request).number())
                        : texts.get("shell.error.badRequest.text");
        };
    }

    private static Incident incident(HttpServletRequest request) {
        if (request.getAttribute(Incident.ATTRIBUTE) instanceof Incident numbered) {
            return numbered;
        }
        Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return Incident.of(
                cause instanceof Throwable failure
                        ? failure
                        : new IllegalStateException(
                                String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))));
    }
}
