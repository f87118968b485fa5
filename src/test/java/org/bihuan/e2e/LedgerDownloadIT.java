package org.bihuan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.bihuan.testing.ForeignReader;
import org.junit.jupiter.api.Test;

/** The workbook that a browser saves. */
class LedgerDownloadIT {

    @Test
    void what_the_filter_shows_is_saved_and_its_address_serves_nobody_else() throws IOException {
        try (User supervisor = User.demo(DemoProduct.shared(), "ducha");
                User other = User.demo(DemoProduct.shared(), "dangjianban-jingbanren")) {
            Page page = supervisor.go("/ledger/XH2025").page();
            Locator link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("导出 Excel"));
            ForeignReader whole = saved(page, link);
            assertThat(whole.table("问题清单")).hasSize(12);
            assertThat(whole.table("明细")).hasSizeGreaterThanOrEqualTo(43);
            assertThat(whole.text("说明")).contains("演示数据：人员、日期和状态为虚构。");
            supervisor.fill("查找", "XH2025-P07");
            page.locator("[role=status]")
                    .filter(new Locator.FilterOptions().setHasText("按当前筛选"))
                    .waitFor();
            ForeignReader part = saved(page, link);
            assertThat(part.table("问题清单")).singleElement().satisfies(row -> assertThat(row)
                    .containsEntry("问题编号", "XH2025-P07"));
            assertThat(part.text("说明")).contains("查找“XH2025-P07”");
            APIResponse foreign = other.page()
                    .request()
                    .get(link.evaluate("link => link.href").toString());
            assertThat(foreign.headers().getOrDefault("content-type", "")).doesNotContain("spreadsheet");
        }
    }

    private static ForeignReader saved(Page page, Locator link) throws IOException {
        Download download = page.waitForDownload(link::click);
        assertThat(download.suggestedFilename()).matches("XH2025-整改台账-\\d{8}\\.xlsx");
        return new ForeignReader(Files.readAllBytes(download.path()));
    }
}
