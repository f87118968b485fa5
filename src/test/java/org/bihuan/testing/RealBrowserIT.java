package org.bihuan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class RealBrowserIT {

    @Test
    void aPageIsRenderedForAUserInChina() {
        try (BrowserContext session = RealBrowser.newSession(390, 844)) {
            Page page = session.newPage();
            page.setContent("<h1 id='title'></h1><script>title.textContent = navigator.language</script>");
            assertThat(page.locator("h1").textContent()).isEqualTo("zh-CN");
            assertThat(page.evaluate("window.innerWidth")).isEqualTo(390);
        }
    }
}
