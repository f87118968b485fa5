package org.bihuan.shell;

import java.util.Arrays;
import java.util.stream.Collectors;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.core.context.SecurityContextHolder;

/** A browser-less screen in Chinese, with the texts of the product and no server. */
abstract class ScreenTest {

    private static final String PROVIDER = "vaadin.i18n.provider";

    /** The product's texts, in a form that Flow can create by name. */
    public static class PublicTexts extends BundledTexts {
        private static final long serialVersionUID = 1L;

        public PublicTexts() {}
    }

    @BeforeEach
    void openBrowser() {
        System.setProperty(PROVIDER, PublicTexts.class.getName());
        MockVaadin.setup(new Routes());
        UI.getCurrent().setLocale(Languages.CHINESE);
    }

    @AfterEach
    void closeBrowser() {
        MockVaadin.tearDown();
        System.clearProperty(PROVIDER);
        SecurityContextHolder.clearContext();
    }

    static <T> ObjectProvider<T> provider(Class<T> type, Object... beans) {
        StaticListableBeanFactory factory = new StaticListableBeanFactory(Arrays.stream(beans)
                .collect(Collectors.toMap(bean -> "bean" + System.identityHashCode(bean), bean -> bean)));
        return factory.getBeanProvider(type);
    }
}
