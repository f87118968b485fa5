package emptyapp;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An engine without a process, and one screen with a word on it. */
@SpringBootApplication
public class EmptyApplication {

    public static void main(String[] args) {
        SpringApplication.run(EmptyApplication.class, args);
    }

    /** The first usable page. */
    @Route("")
    public static class EmptyView extends VerticalLayout {

        private static final long serialVersionUID = 1L;

        public EmptyView() {
            add(new Span("empty"));
        }
    }
}
