package org.bihuan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.bihuan.testing.AppProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A session as short as the server allows, whose end a half-filled dialog is told of. */
@Tag("slow")
class IdleWarningIT {

    private static final Locator.WaitForOptions GONE =
            new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);

    @Test
    void the_warning_lengthens_nothing_and_takes_nothing_away() {
        try (AppProcess product =
                        AppProcess.with("--server.servlet.session.timeout=1m").start();
                User admin = User.demo(product, "xitong")) {
            admin.go("/people").button("新增人员").click();
            Locator name = admin.field("姓名或岗位名称");
            name.fill("写了一半");
            ShownScreen.settle(admin.page());
            List<String> acts = new CopyOnWriteArrayList<>();
            admin.page().onRequest(request -> {
                if (request.url().contains("v-r=uidl")) {
                    acts.add(String.valueOf(request.postData()));
                }
            });
            admin.page().locator(".idle-warning").waitFor();
            assertThat(acts).isEmpty();
            admin.button("继续使用").click();
            admin.page().locator(".idle-warning").waitFor(GONE);
            assertThat(acts).isNotEmpty();
            assertThat(name.inputValue()).isEqualTo("写了一半");
            admin.page().locator(".idle-warning").waitFor();
            name.press("End");
            admin.page().locator(".idle-warning").waitFor(GONE);
            assertThat(name.inputValue()).isEqualTo("写了一半");
        }
    }
}
