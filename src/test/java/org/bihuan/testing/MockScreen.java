package org.bihuan.testing;

import java.util.List;
import java.util.Locale;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockInstantiator;
import com.github.mvysny.kaributesting.v10.mock.MockService;
import com.github.mvysny.kaributesting.v10.mock.MockVaadinServlet;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServletService;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A screen without a browser, open while each test of an extended class runs. Flow keeps the first provider of
 * texts it created for the whole JVM, so that without this the order of the classes decided what a screen says.
 */
public final class MockScreen implements BeforeEachCallback, AfterEachCallback {

    private final I18NProvider texts;

    /** A screen whose texts are their keys; what {@code @ExtendWith} takes. */
    public MockScreen() {
        this(new Keys());
    }

    /** A screen with the given texts, for {@code @RegisterExtension}. */
    public MockScreen(I18NProvider texts) {
        this.texts = texts;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        MockVaadin.setup(UI::new, new Servlet(texts));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        MockVaadin.tearDown();
    }

    private static final class Servlet extends MockVaadinServlet {

        private static final long serialVersionUID = 1L;
        private final transient I18NProvider texts;

        private Servlet(I18NProvider texts) {
            super(new Routes());
            this.texts = texts;
        }

        @Override
        protected VaadinServletService createServletService(DeploymentConfiguration configuration)
                throws ServiceException {
            VaadinServletService service = new Service(this, configuration, texts);
            service.init();
            return service;
        }
    }

    private static final class Service extends MockService {

        private static final long serialVersionUID = 1L;
        private final transient I18NProvider texts;

        private Service(Servlet servlet, DeploymentConfiguration configuration, I18NProvider texts) {
            super(servlet, configuration, UI::new);
            this.texts = texts;
        }

        @Override
        public Instantiator getInstantiator() {
            return new MockInstantiator(super.getInstantiator()) {
                @Override
                public I18NProvider getI18NProvider() {
                    return texts;
                }
            };
        }
    }

    private static final class Keys implements I18NProvider {

        private static final long serialVersionUID = 1L;

        @Override
        public List<Locale> getProvidedLocales() {
            return List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
        }

        @Override
        public String getTranslation(String key, Locale locale, Object... params) {
            return key;
        }
    }
}
