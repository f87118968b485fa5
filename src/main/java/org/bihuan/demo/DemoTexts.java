package org.bihuan.demo;

/** What the invented persons write; every text says that it is a demo's. */
final class DemoTexts {

    static final String REPORT = "已召开专题会议研究部署，形成工作机制并印发执行（演示）。";
    static final String DONE = "对照方案逐项落实：制度已印发执行，责任到岗到人，运行满一个月；抽查 12 处，材料与现场一致（演示）。";
    static final String THIN = "已开展相关工作（演示）。";
    static final String TOO_THIN = "只写了开展工作，没有数字和台账，无法核查，请补充（演示）。";
    static final String SUMMARY =
            "各项措施已全部完成并经验收：相关制度已印发执行，责任落实到岗到人，台账可查；" + "经逐项核对和现场抽查，反馈的问题已整改到位，今后每季度自查一次，防止反弹（演示）。";
    static final String HEAD_AGREES = "材料齐全，情况属实，同意报验收（演示）。";
    static final String VERIFIED = "已到现场核对，材料与现场一致，验收通过（演示）。";
    static final String LEADER_AGREES = "整改目标已达到，长效机制已建立，同意报验收（演示）。";
    static final String CLOSURE_VERIFIED = "逐项核对佐证材料并走访两个居民区，未见反弹，同意报领导小组（演示）。";
    static final String APPROVED = "同意销号，请专班按期组织回头看（演示）。";
    static final String RETURNED = "制度已建立，但执行记录只有一个月，成效不足以支撑销号；请补充两个月的执行记录后重新申请（演示）。";

    private DemoTexts() {}
}
