package org.bihuan.findings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The measure words that make a number a quantity. */
final class Units {

    private static final List<String> COUNTED = longestFirst(
            "平方米 平方公里 公里 千米 米 亩 公顷 吨 元 人次 户次 场次 家次 件次 批次 课时 点位 人 名 位 户 家 项 次 处 场 件 份 篇 支 条 套 批 座 栋 幢 台 辆 间 所 宗 起 轮 张 幅 块 本 册 期 只 对 封 班 笔 例 组 个 盏 根 株 棵");
    private static final List<String> SPOKEN = longestFirst("人次 个 家 户 名 处 次 场 件 份 项");
    private static final List<String> NOUNS = List.of("项目", "系统", "平台", "点位", "小区", "支部", "党支部");
    /** 5 大系统, 3 大板块: 大 counts only before one of these. */
    private static final List<String> BIG = List.of("系统", "平台", "板块", "领域", "工程", "任务");

    private static final List<String> SLOGANS = List.of(
            "意识", "自信", "维护", "确立", "亲自", "面向", "目标", "坚持", "服从", "带头", "规定", "纪律", "责任", "作用", "务必", "不", "严", "实",
            "到位", "方面", "层面", "月", "小时", "工作日", "百分点", "季度", "年", "星期", "学期", "阶段");

    private static final List<String> OTHER_WORDS =
            List.of("家庭", "人才", "人大", "人民", "人均", "人员", "人社", "项目经理", "位于", "名单", "期间", "次日", "件套");

    private Units() {}

    /** The measure word at {@code from}, with its noun where the two are one unit; null for none. */
    static @Nullable String at(String text, int from, boolean chinese) {
        if (!chinese && text.startsWith("大", from)) {
            String noun = startingAt(BIG, text, from + 1);
            return noun == null ? null : "大" + noun;
        }
        String unit = startingAt(chinese ? SPOKEN : COUNTED, text, from);
        if (unit == null || startingAt(OTHER_WORDS, text, from) != null) {
            return null;
        }
        int behind = from + unit.length();
        boolean vague = unit.equals("个") || (chinese && unit.equals("项"));
        if (vague && startingAt(SLOGANS, text, behind) != null) {
            return null;
        }
        String noun = unit.equals("个") ? startingAt(NOUNS, text, behind) : null;
        return noun == null ? unit : unit + noun;
    }

    private static @Nullable String startingAt(List<String> words, String text, int from) {
        for (String word : words) {
            if (text.startsWith(word, from)) {
                return word;
            }
        }
        return null;
    }

    private static List<String> longestFirst(String words) {
        return Arrays.stream(words.split(" "))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
