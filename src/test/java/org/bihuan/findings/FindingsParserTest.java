package org.bihuan.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;

import org.bihuan.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsParserTest {

    private final FindingsParser parser = new FindingsParser();

    @Test
    void a_feedback_document_gives_problems_with_manifestations_and_no_measures() {
        FindingsDraft draft = parser.parse("""
                关于对某街道党工委巡察的反馈意见

                2024年9月2日至10月30日，区委第三巡察组对某街道党工委进行了巡察。2024年12月5日，巡察组向党工委反馈了意见。

                一、基本情况
                党工委班子团结，工作有成效。
                二、巡察发现的主要问题
                （一）贯彻落实上级部署有差距
                1.学习不深入。中心组学习以念代学。部分支部未开展专题学习。
                2.民生工作推进不力。老旧小区改造进度滞后。
                （二）管党治党责任压得不实
                1.监督责任虚化。
                三、意见建议
                （一）提高站位。要抓好整改落实。
                """);
        assertThat(draft.aspects()).extracting(AspectDraft::title).containsExactly("贯彻落实上级部署有差距", "管党治党责任压得不实");
        assertThat(draft.problems()).extracting(ProblemDraft::title).containsExactly("学习不深入。", "民生工作推进不力。", "监督责任虚化。");
        assertThat(draft.problems().get(0).manifestations()).containsExactly("中心组学习以念代学。", "部分支部未开展专题学习。");
        assertThat(draft.measures()).isEmpty();
        assertThat(draft.header().inspectedTo()).hasToString("2024-10-30");
        assertThat(draft.header().feedbackOn()).hasToString("2024-12-05");
        assertThat(draft.header().inspectionTeam()).isEqualTo("区委第三巡察组");
        assertThat(draft.warnings()).contains(ImportWarning.of("findings.warn.problemsOnly"));
    }

    @Test
    void numbers_in_brackets_below_a_problem_are_its_measures() {
        FindingsDraft draft = parser.parse("""
                某镇关于巡察整改情况的通报
                一、反馈问题整改落实情况
                (一)关于党的建设弱化方面
                1、针对支部工作不规范的问题。
                （1）健全制度。制定《支部工作细则》。
                (2) 开展培训１２场，覆盖1,200人次。
                2、针对经费管理不严的问题。
                （1）开展自查。
                联系电话：000-0000
                """);
        assertThat(draft.problems()).hasSize(2);
        assertThat(draft.measures())
                .extracting(MeasureDraft::body)
                .containsExactly("健全制度。制定《支部工作细则》。", "开展培训１２场，覆盖1,200人次。", "开展自查。");
        assertThat(draft.measures().get(0).documents())
                .containsExactly(new NamedDocument("《支部工作细则》", DocumentKind.NEW, null));
        assertThat(draft.quantities()).extracting(q -> q.value() + q.unit()).containsExactly("12场", "1200人次");
    }

    @Test
    void labels_part_manifestations_measures_and_notes() {
        FindingsDraft draft = parser.parse("""
                巡察整改任务表
                一、主要问题
                （一）党建责任落实不到位
                1. 组织生活不规范
                具体表现：一是会议记录缺失；二是请假手续不全。
                原因分析：制度执行不严。
                整改措施：一是修订《请销假办法》；二是每月抽查。
                责任单位：党建办
                整改时限：2025年底前，并长期坚持。
                """);
        ProblemDraft problem = draft.problems().get(0);
        assertThat(problem.title()).isEqualTo("组织生活不规范");
        assertThat(problem.manifestations()).containsExactly("一是会议记录缺失；", "二是请假手续不全。");
        assertThat(problem.measures()).extracting(MeasureDraft::text).containsExactly("一是修订《请销假办法》；", "二是每月抽查。");
        assertThat(problem.notes()).containsExactly("原因分析：制度执行不严。", "责任单位：党建办", "整改时限：2025年底前，并长期坚持。");
        assertThat(draft.documents()).extracting(NamedDocument::kind).containsExactly(DocumentKind.REVISED);
    }

    @Test
    void problems_in_running_text_are_found_by_their_marks() {
        FindingsDraft draft = parser.parse("巡察发现的主要问题：一是理论学习不深入；二是项目管理不规范；三是作风不实。");
        assertThat(draft.problems()).extracting(ProblemDraft::marker).containsExactly("一是", "二是", "三是");
        assertThat(draft.problems().get(1).title()).isEqualTo("项目管理不规范；");
    }

    @Test
    void a_text_broken_at_a_fixed_column_is_the_same_as_the_whole_text() {
        String text = "一、反馈意见整改落实情况\n（一）关于贯彻落实全面从严治党战略部署不够有力履行管党治党政治责任不够到位方面的整改\n"
                + "1. 针对重点领域和关键环节廉政风险防控不到位而且监督检查流于形式的问题。规范建设工程项目执行流程，严格做好报建工作。"
                + "严格执行采购制度，确保资金拨付合法合规。强化合同签订规范性，制定完善相关机制，依据职能部门验收单拨付资金。\n"
                + "2. 针对执行中央八项规定精神不严而且过紧日子意识不强的问题。严把活动审批关，进一步规范活动费用支出范围。";
        StringBuilder wrapped = new StringBuilder();
        for (String line : text.split("\n")) {
            for (int at = 0; at < line.length(); at += 28) {
                wrapped.append(line, at, Math.min(line.length(), at + 28)).append("\r\n");
            }
        }
        FindingsDraft whole = parser.parse(text);
        FindingsDraft broken = parser.parse(wrapped.toString());
        assertThat(whole.measures()).hasSize(4);
        assertThat(broken.aspects()).isEqualTo(whole.aspects());
    }

    @Test
    void a_lead_absorbs_what_it_introduces_but_a_result_does_not() {
        FindingsDraft draft = parser.parse("""
                一、反馈意见整改情况
                （一）关于作风方面的整改
                1. 针对服务群众不到位的问题。完成 3 个小区改造。加强走访工作。建立台账，逐户登记。解决诉求 20 件，群众满意。
                """);
        assertThat(draft.measures())
                .extracting(MeasureDraft::text)
                .containsExactly("完成 3 个小区改造。", "加强走访工作。建立台账，逐户登记。解决诉求 20 件，群众满意。");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "投入约1.2万余元|1.2|万元|true", "走访近 300 户|300|户|true", "召开会议两次|2|次|false",
                "检查二十一家单位|21|家|false", "面积 3,500.5 平方米|3500.5|平方米|false", "惠及１３０万人次|130|万人次|false",
                "同步实施 5 大系统建设|5|大系统|false", "完成3个项目申报|3|个项目|false"
            })
    void a_number_with_a_measure_word_is_a_quantity(String text, BigDecimal value, String unit, boolean approximate) {
        List<QuantityDraft> found = Facts.of(text + "。", 2025).quantities();
        assertThat(found).singleElement().satisfies(q -> {
            assertThat(q.value()).isEqualByComparingTo(value);
            assertThat(q.unit()).isEqualTo(unit);
            assertThat(q.approximate()).isEqualTo(approximate);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025年3月21日至6月16日",
                "构建“1+6+N”矩阵",
                "开展“5+2”检查",
                "营商环境 8.0 方案",
                "“11530”工作法",
                "规划（2021-2035）",
                "推进 B-03 等地块",
                "编号 P02-M03",
                "沪府办规〔2021〕17 号",
                "落实四个意识",
                "中央八项规定",
                "二次装修审批",
                "申滨路 777 号",
                "为期6个月",
                "电话021-62208306",
                "“三个面向”“四个目标”",
                "第3次会议",
                "《2025 年 30 个项目清单》",
                "一次性",
                "两大国家战略",
                "提升 3 个百分点"
            })
    void names_dates_and_codes_are_no_quantities(String text) {
        assertThat(Facts.of(text + "。", 2025).quantities()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "今年3月以来，检查5次|今年3月以来|2025-03|", "2024年11月至2025年2月，检查5次|2024年11月至2025年2月|2024-11|2025-02",
                "去年第二季度检查5次|去年第二季度|2024-04|2024-06", "2025年上半年检查5次|2025年上半年|2025-01|2025-06",
                "2025年13月检查5次|2025年13月||", "整改期间检查5次|整改期间||"
            })
    void the_words_before_a_quantity_say_when(String text, String words, String from, String to) {
        assertThat(Facts.of(text, 2025).quantities()).singleElement().satisfies(q -> {
            assertThat(q.period()).isEqualTo(words);
            assertThat(q.periodFrom()).isEqualTo(from);
            assertThat(q.periodTo()).isEqualTo(to);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "带动商圈销售额达 20.05 亿元，同比增长 14%，月均客流达 130 万人次。 | 带动商圈销售额达 20.05 亿元，同比增长 14%",
                "全年走访 12 次，投诉同比下降 5%。 | 投诉同比下降 5%",
                "同比增长 14%。 | 同比增长 14%"
            })
    void a_rate_says_what_rose_or_fell(String sentence, String clause) {
        assertThat(Facts.of(sentence, null).growthRates()).singleElement().satisfies(rate -> assertThat(rate.clause())
                .isEqualTo(clause));
    }

    @Test
    void a_fall_is_negative_and_a_relative_year_without_a_date_of_the_round_stays_open() {
        Facts facts = Facts.of("今年投诉 30 件，同比下降近 12.5%。", null);
        assertThat(facts.growthRates()).singleElement().satisfies(r -> {
            assertThat(r.percent()).isEqualByComparingTo("-12.5");
            assertThat(r.approximate()).isTrue();
        });
        assertThat(facts.quantities().get(0).periodFrom()).isNull();
        assertThat(facts.quantities().get(0).growth())
                .isEqualTo(facts.growthRates().get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "制定《甲办法》和《乙办法》,NEW",
        "对《甲办法》进行修订,REVISED",
        "根据市委《甲意见》要求,EXTERNAL",
        "严格执行《甲办法》,EXISTING",
        "贯彻《中国共产党纪律处分条例》,EXTERNAL",
        "《甲办法》已印发,NEW",
        "制定完善《甲办法》,NEW"
    })
    void the_verb_tells_the_kind_of_a_document(String text, DocumentKind kind) {
        assertThat(Facts.of(text, null).documents()).isNotEmpty().allMatch(d -> d.kind() == kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"今天天气很好。", "一、会议时间\n上午九点。\n二、会议地点\n三楼。", "abc def", "。。。", "1.\n2.\n（一）"})
    void a_text_without_findings_is_refused(String text) {
        assertThatThrownBy(() -> parser.parse(text))
                .isInstanceOf(RuleViolation.class)
                .hasMessage("findings.noFindings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t "})
    void an_empty_text_is_refused(String text) {
        assertThatThrownBy(() -> parser.parse(text))
                .isInstanceOf(RuleViolation.class)
                .hasMessage("findings.empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9",
                "（",
                "《",
                "“",
                "一是",
                "针对",
                "问题",
                "一、\n",
                "1.问题\n",
                "针对问题的问题。",
                "5家",
                "5家 增长5%",
                "2025年1-",
                "；一是",
                "《制定",
                "（一）不到位\n",
                "**",
                "整改措施：",
                " ",
                "百"
            })
    @Timeout(60)
    void a_long_run_of_noise_below_a_problem_is_read_to_its_end(String noise) {
        String head = "一、反馈意见整改情况\n（一）关于作风方面的整改\n1. 针对服务不到位的问题。";
        FindingsDraft draft = parser.parse(head + noise.repeat(100_000 / noise.length()));
        assertThat(draft.problems()).isNotEmpty();
    }
}
