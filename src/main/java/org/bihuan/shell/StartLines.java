package org.bihuan.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.bihuan.shared.FirstStart;
import org.bihuan.shared.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The three lines that end a successful start: where to go, who to be, where the data lies. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class StartLines implements ApplicationListener<ApplicationReadyEvent> {

    private final Texts texts;
    private final Demo demo;
    private final ObjectProvider<FirstStart> firstStart;
    private final Path data;

    StartLines(
            Texts texts,
            Demo demo,
            ObjectProvider<FirstStart> firstStart,
            @Value("${bihuan.data-dir}") String dataFolder) {
        this.texts = texts;
        this.demo = demo;
        this.firstStart = firstStart;
        this.data = Path.of(dataFolder).toAbsolutePath().normalize();
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext context
                && context.getWebServer() != null) {
            boolean tls = event.getApplicationContext().getEnvironment().containsProperty("server.ssl.bundle")
                    || event.getApplicationContext().getEnvironment().containsProperty("server.ssl.key-store");
            StartConsole.print(lines("%s://localhost:%d"
                    .formatted(tls ? "https" : "http", context.getWebServer().getPort())));
        }
    }

    /** The lines for a server at {@code address}, without a slash at its end. */
    List<String> lines(String address) {
        return List.of(
                text("shell.start.address", address), accounts(address), text("shell.start.data", data.toString()));
    }

    private String accounts(String address) {
        if (demo.enabled()) {
            return text("shell.start.demo", address + "/demo-accounts");
        }
        FirstStart start = firstStart.getIfAvailable();
        Optional<String> path = start == null ? Optional.empty() : start.setUpPath();
        return path.map(p -> text("shell.start.setUp", address + p)).orElseGet(() -> text("shell.start.accounts"));
    }

    private String text(String key, Object... args) {
        return texts.get(StartConsole.LANGUAGE, key, args);
    }
}
