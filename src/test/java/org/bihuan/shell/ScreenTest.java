package org.bihuan.shell;

import java.util.Arrays;
import java.util.stream.Collectors;

import com.vaadin.flow.component.UI;
import org.bihuan.testing.MockScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.core.context.SecurityContextHolder;

/** A browser-less screen in Chinese, with the texts of the product and no server. */
abstract class ScreenTest {

    @RegisterExtension
    final MockScreen screen = new MockScreen(new BundledTexts());

    @BeforeEach
    void inChinese() {
        UI.getCurrent().setLocale(Languages.CHINESE);
    }

    @AfterEach
    void signedOut() {
        SecurityContextHolder.clearContext();
    }

    static <T> ObjectProvider<T> provider(Class<T> type, Object... beans) {
        StaticListableBeanFactory factory = new StaticListableBeanFactory(Arrays.stream(beans)
                .collect(Collectors.toMap(bean -> "bean" + System.identityHashCode(bean), bean -> bean)));
        return factory.getBeanProvider(type);
    }
}
