package org.bihuan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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

    /** The people of one run, each signed in. The lead official is the head of the leading group as well. */
    record Cast(User clerk, User handler, User head, User lead, User supervisor, User approver)
            implements AutoCloseable {

        @Override
        public void close() {
            List.of(clerk, handler, head, lead, supervisor, approver).forEach(User::close);
        }
    }

    /** The running product. */
    abstract AppProcess product();

    /** The people, signed in. */
    abstract Cast cast();

    /** Brings a problem so far that it waits for being assigned; returns its number. */
    abstract String imported(Cast cast);

    /** The lead official's name. */
    abstract String leadName();

    /** Looks at the database, when everything has been done. */
    abstract void look(java.util.function.Consumer<Consistency> looking);

    @Test
    void a_problem_goes_from_the_document_to_close_out_in_the_browsers_of_five_people() {
        String problem;
        List<String> measures;
        try (Cast cast = cast()) {
            problem = imported(cast);
            assign(cast.clerk(), problem);
            measures = plan(cast, problem);
            for (String measure : measures) {
                carryOut(cast, measure, 1);
            }
            returnAndRedo(cast, measures.get(0));
            for (String measure : measures.subList(1, measures.size())) {
                verify(cast.supervisor(), measure);
            }
            close(cast, problem);
            dossierTellsIt(cast.supervisor(), problem, measures);
        }
        look(books -> {
            books.check();
            assertThat(books.entries(problem, "problem.closed")).isOne();
            assertThat(books.entries(measures.get(0), "measure.returned")).isOne();
            assertThat(books.entries(measures.get(0), "measure.submitted")).isEqualTo(2);
        });
    }

    private void assign(User clerk, String problem) {
        clerk.go("/ledger/" + problem.substring(0, problem.indexOf('-')));
        clerk.button("落实问题 " + problem + " 的责任").click();
        clerk.pick("牵头领导", leadName());
        clerk.button("保存并部署").click();
        clerk.says("问题 " + problem + " 已部署。");
    }

    private List<String> plan(Cast cast, String problem) {
        User handler = cast.handler();
        handler.openTask(problem, DRAFT_PLAN)
                .fill("原因分析", "责任传导不够到位。")
                .fill("整改目标", "整改到位，形成机制。")
                .fill("问题销号标准", "各项措施完成并经验收。");
        List<Locator> standards = handler.field("措施销号标准").all();
        standards.forEach(standard -> standard.fill("制度已印发并执行。"));
        // The lead official looks at the list meanwhile; what comes appears without being asked for.
        cast.lead().go("/work");
        handler.finish(problem, DRAFT_PLAN, "提交审定");
        cast.lead().page().locator("vaadin-grid").getByText(problem).first().waitFor();
        cast.lead().openTask(problem, REVIEW_PLAN).fill(OPINION, "同意方案。").finish(problem, REVIEW_PLAN, "通过");
        return IntStream.rangeClosed(1, standards.size())
                .mapToObj(i -> problem + "-M%02d".formatted(i))
                .toList();
    }

    private void carryOut(Cast cast, String measure, int attempt) {
        User handler = cast.handler();
        if (attempt == 1) {
            handler.openTask(measure, ACKNOWLEDGE).finish(measure, ACKNOWLEDGE, "签收");
        }
        handler.openTask(measure, CARRY_OUT)
                .upload("文件制度", proof("整改情况佐证材料（第%d次，%s）.txt".formatted(attempt, measure)))
                .fill("整改进展和成效", "制度已印发，第 %d 次办理。".formatted(attempt))
                .finish(measure, CARRY_OUT, "提交审核");
        cast.head().openTask(measure, REVIEW).claim().fill(OPINION, "情况属实。").finish(measure, REVIEW, "通过");
    }

    private void returnAndRedo(Cast cast, String measure) {
        User supervisor = cast.supervisor();
        supervisor.openTask(measure, VERIFY).claim().fill(OPINION, "缺少签到表。");
        supervisor.button("退回").click();
        supervisor.says("退回时请给出新的整改时限。");
        supervisor.date("新的整改时限（退回时）", NEW_DUE).finish(measure, VERIFY, "退回");
        cast.handler().openTask(measure, CARRY_OUT).says("缺少签到表。");
        carryOut(cast, measure, 2);
        verify(supervisor, measure);
    }

    private static void verify(User supervisor, String measure) {
        supervisor.openTask(measure, VERIFY).claim().fill(OPINION, "现场核查，达到标准。").finish(measure, VERIFY, "通过");
    }

    private void close(Cast cast, String problem) {
        cast.head()
                .openTask(problem, PROPOSE)
                .claim()
                .fill("整改情况小结", "全部措施已验收，机制已建立。")
                .finish(problem, PROPOSE, "申请销号");
        User lead = cast.lead();
        lead.openTask(problem, REVIEW_CLOSURE).fill(OPINION, "同意。").finish(problem, REVIEW_CLOSURE, "通过");
        cast.supervisor()
                .openTask(problem, VERIFY_CLOSURE)
                .claim()
                .fill(OPINION, "成效属实。")
                .finish(problem, VERIFY_CLOSURE, "通过");
        lead.openTask(problem, APPROVE).claim().fill(OPINION, "同意销号。");
        lead.button("通过").click();
        lead.says("您以牵头领导身份审核过这个问题，销号须由其他领导小组负责人批准。");
        lead.button("放回本单位").click();
        lead.button("认领").waitFor();
        cast.approver().openTask(problem, APPROVE).claim().fill(OPINION, "同意销号。").finish(problem, APPROVE, "通过");
    }

    private static void dossierTellsIt(User user, String problem, List<String> measures) {
        user.go("/case/" + problem).says("已销号").says("已完成 %d / %d 项措施".formatted(measures.size(), measures.size()));
        Locator earlier = user.button("查看更早的记录");
        Locator entries = user.page().locator(".timeline li");
        entries.first().waitFor();
        while (earlier.isVisible()) {
            int shown = entries.count();
            earlier.click();
            user.page().waitForCondition(() -> entries.count() > shown);
        }
        String told = String.join("\n", entries.allInnerTexts());
        assertThat(told)
                .contains(
                        "明确责任",
                        "提交整改方案",
                        "审定整改方案",
                        "签收措施",
                        "提交第 1 次整改结果",
                        "提交第 2 次整改结果",
                        "退回整改，原因：缺少签到表。",
                        "整改时限由",
                        "验收通过",
                        "申请销号",
                        "牵头领导审核同意",
                        "销号验收通过",
                        "领导小组批准销号",
                        "问题销号");
        assertThat(user.page()
                        .getByRole(AriaRole.STATUS, new Page.GetByRoleOptions())
                        .or(user.page().locator(".diagram-now"))
                        .first()
                        .innerText())
                .contains(problem);
    }

    private static Path proof(String name) {
        Path file = Path.of("target", "whole-loop-browser", name).toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, "佐证材料：" + name + "\n制度全文。\n".repeat(20));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
