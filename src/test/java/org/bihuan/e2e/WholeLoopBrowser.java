package org.bihuan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import org.bihuan.testing.AppProcess;
import org.junit.jupiter.api.Test;

/**
 * A problem from its assignment to close-out, as five people and the clerk do it in their browsers. Reminder and
 * escalation are not in it: nobody outside can move the product's clock; {@code WholeLoopIT} moves it.
 */
abstract class WholeLoopBrowser {

    static final String DRAFT_PLAN = "编制整改方案";
    static final String REVIEW_PLAN = "审定整改方案";
    static final String ACKNOWLEDGE = "签收整改措施";
    static final String CARRY_OUT = "落实整改措施";
    static final String REVIEW = "审核整改情况";
    static final String VERIFY = "验收整改措施";
    static final String PROPOSE = "申请问题销号";
    static final String REVIEW_CLOSURE = "审核销号申请";
    static final String VERIFY_CLOSURE = "验收整改成效";
    static final String APPROVE = "审批问题销号";

    private static final String OPINION = "意见";
    private static final LocalDate NEW_DUE = LocalDate.now().plusDays(20);

    private static final String ROUND = "AB2026";
    private static final String PROBLEM = ROUND + "-P01";
    private static final List<String> MEASURES = List.of(PROBLEM + "-M01", PROBLEM + "-M02");

    /** What the inspection team handed over. */
    static final String NOTICE = """
            某街道党工委关于巡察整改情况的通报
            一、反馈问题整改落实情况
            （一）关于党的建设弱化方面
            1、针对支部工作不规范的问题。
            （1）健全制度。制定《支部工作细则》。
            （2）开展培训12场，覆盖1200人次。
            """;

    /**
     * The people of one run, each signed in. The lead official is the head of the leading group as well.
     *
     * @param leadName the lead official's name
     * @param unitName the responsible unit's
     * @param handlerName that of the person responsible
     */
    record Cast(
            User clerk,
            User handler,
            User head,
            User lead,
            User supervisor,
            User approver,
            String leadName,
            String unitName,
            String handlerName)
            implements AutoCloseable {

        private List<User> all() {
            return List.of(clerk, handler, head, lead, supervisor, approver);
        }

        /** What each of them sees now, for whoever looks into a failure. */
        void takePictures() {
            all().forEach(user -> user.page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of("target", "whole-loop-browser", user.login() + ".png"))));
        }

        @Override
        public void close() {
            all().forEach(User::close);
        }
    }

    /** The running product. */
    abstract AppProcess product();

    /** The people, signed in. */
    abstract Cast cast();

    /** Looks at the database, when everything has been done. */
    abstract void look(Consumer<Consistency> looking);

    @Test
    void a_problem_goes_from_the_document_to_close_out_in_the_browsers_of_five_people() {
        try (Cast cast = cast()) {
            try {
                goTheWay(cast);
            } catch (PlaywrightException | AssertionError failed) {
                cast.takePictures();
                throw failed;
            }
        }
        look(books -> {
            books.check();
            assertThat(books.entries(PROBLEM, "problem.closed")).isOne();
            MEASURES.forEach(measure ->
                    assertThat(books.entries(measure, "measure.acknowledged")).isOne());
            assertThat(books.entries(MEASURES.get(0), "measure.returned")).isOne();
            assertThat(books.entries(MEASURES.get(0), "measure.submitted")).isEqualTo(2);
        });
        // No fault of ours; a push that breaks off because somebody leaves a page is none.
        assertThat(product().output()).doesNotContain("Incident ", "Unexpected error");
    }

    private void goTheWay(Cast cast) {
        takeIn(cast.clerk());
        assign(cast);
        plan(cast);
        receive(cast.handler());
        MEASURES.forEach(measure -> carryOut(cast, measure, 1));
        returnAndRedo(cast, MEASURES.get(0));
        verify(cast.supervisor(), MEASURES.get(1));
        close(cast);
        dossierTellsIt(cast.supervisor());
    }

    private void takeIn(User clerk) {
        clerk.go("/rounds/new");
        FileChooser chooser =
                clerk.page().waitForFileChooser(() -> clerk.button("选择文件").click());
        chooser.setFiles(file("关于巡察整改情况的通报.txt", NOTICE));
        clerk.button("下一步：轮次信息").click();
        clerk.fillRound(ROUND);
        clerk.button("确认入账").click();
        clerk.says("轮次 " + ROUND + " 已入账：1 个问题、2 条措施。");
    }

    private void assign(Cast cast) {
        User clerk = cast.clerk();
        clerk.go("/ledger/" + ROUND).button("落实问题 " + PROBLEM + " 的责任").click();
        clerk.pick("牵头领导", cast.leadName()).pick("责任单位", cast.unitName()).pick("责任人", cast.handlerName());
        clerk.button("保存并部署").click();
        clerk.says("问题 " + PROBLEM + " 已部署。");
    }

    private void plan(Cast cast) {
        User handler = cast.handler();
        handler.openTask(PROBLEM, DRAFT_PLAN)
                .fill("原因分析", "责任传导不够到位。")
                .fill("整改目标", "整改到位，形成机制。")
                .fill("问题销号标准", "各项措施完成并经验收。");
        handler.field("措施销号标准").all().forEach(standard -> standard.fill("制度已印发并执行。"));
        // The lead official looks at the list meanwhile; what comes appears without being asked for.
        User lead = cast.lead().go("/work");
        handler.finish(PROBLEM, DRAFT_PLAN, "提交审定");
        lead.row(PROBLEM).waitFor();
        lead.openTask(PROBLEM, REVIEW_PLAN).fill(OPINION, "同意方案。").finish(PROBLEM, REVIEW_PLAN, "通过");
    }

    /** Both receipts on the page of one. */
    private static void receive(User handler) {
        handler.openTask(MEASURES.get(0), ACKNOWLEDGE).says("本问题还有 1 条措施待您签收");
        handler.button("一并签收 2 条").click();
        handler.says(PROBLEM + " 已签收 2 条措施，没有其他待您签收的。");
    }

    private void carryOut(Cast cast, String measure, int attempt) {
        User handler = cast.handler();
        Path proof = proof("整改情况佐证材料（第%d次，%s）.txt".formatted(attempt, measure));
        handler.openTask(measure, CARRY_OUT);
        if (attempt == 1) {
            handler.upload("文件制度", proof);
        } else {
            handler.uploadFileFirst("文件制度", proof);
        }
        handler.fill("整改进展和成效", "制度已印发，第 %d 次办理。".formatted(attempt)).finish(measure, CARRY_OUT, "提交审核");
        cast.head().openTask(measure, REVIEW).claim().fill(OPINION, "情况属实。").finish(measure, REVIEW, "通过");
    }

    private void returnAndRedo(Cast cast, String measure) {
        User supervisor = cast.supervisor();
        supervisor.openTask(measure, VERIFY).claim().fill(OPINION, "缺少签到表。");
        supervisor.button("退回").click();
        supervisor.says("退回时请给出新的整改时限。");
        supervisor.date("新的整改时限", NEW_DUE).finish(measure, VERIFY, "退回");
        cast.handler().openTask(measure, CARRY_OUT).says("缺少签到表。");
        carryOut(cast, measure, 2);
        verify(supervisor, measure);
    }

    private static void verify(User supervisor, String measure) {
        supervisor.openTask(measure, VERIFY).claim().fill(OPINION, "现场核查，达到标准。").finish(measure, VERIFY, "通过");
    }

    private void close(Cast cast) {
        cast.head()
                .openTask(PROBLEM, PROPOSE)
                .claim()
                .fill("整改情况小结", "全部措施已验收，机制已建立。")
                .finish(PROBLEM, PROPOSE, "申请销号");
        User lead = cast.lead();
        lead.openTask(PROBLEM, REVIEW_CLOSURE).fill(OPINION, "同意。").finish(PROBLEM, REVIEW_CLOSURE, "通过");
        cast.supervisor()
                .openTask(PROBLEM, VERIFY_CLOSURE)
                .claim()
                .fill(OPINION, "成效属实。")
                .finish(PROBLEM, VERIFY_CLOSURE, "通过");
        String rule = "您以牵头领导身份审核过这个问题，销号须由其他领导小组负责人批准。";
        lead.go("/approvals").says("您不能审批：" + rule);
        lead.missesTask(PROBLEM);
        User approver = cast.approver().openTask(PROBLEM, APPROVE);
        approver.button("认领").waitFor();
        // Whoever knows the address of the step gets no further with it.
        lead.page().navigate(approver.page().url());
        lead.says(rule);
        assertThat(lead.button("认领").count()).isZero();
        approver.go("/approvals");
        approver.page()
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText(PROBLEM))
                .first()
                .click();
        approver.button("同意销号").click();
        approver.fill("审批意见", "同意销号。").button("确认同意销号").click();
        approver.says(PROBLEM + " 已同意销号。");
    }

    private static void dossierTellsIt(User user) {
        user.go("/case/" + PROBLEM)
                .says("已销号")
                .says("已完成 2 / 2 项措施")
                .tab("办理经过")
                .click();
        Locator earlier = user.button("查看更早的记录");
        Locator entries = user.page().locator(".timeline li");
        entries.first().waitFor();
        while (earlier.isVisible()) {
            int shown = entries.count();
            earlier.click();
            user.page().waitForCondition(() -> entries.count() > shown);
        }
        List<String> told = new ArrayList<>(entries.allInnerTexts());
        Collections.reverse(told);
        assertThat(String.join("\n", told))
                .containsSubsequence(
                        "明确责任",
                        "提交整改方案",
                        "审定整改方案",
                        "签收措施",
                        "上传佐证材料",
                        "提交第 1 次整改结果",
                        "责任单位负责人审核同意",
                        "，原因：缺少签到表。",
                        "整改时限由",
                        "提交第 2 次整改结果",
                        "验收通过",
                        "申请销号",
                        "牵头领导审核同意",
                        "销号验收通过",
                        "领导小组批准销号",
                        "问题销号");
        user.tab("流程图").click();
        user.says(PROBLEM + " 现在位于：");
    }

    private static Path proof(String name) {
        return file(name, "佐证材料：" + name + "\n制度全文。\n".repeat(20));
    }

    /** A file to hand over. */
    private static Path file(String name, String content) {
        Path file = Path.of("target", "whole-loop-browser", name).toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
