package org.bihuan.findings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.bihuan.findings.Outline.Node;
import org.jspecify.annotations.Nullable;

/**
 * Decides which headings of a document are aspects and which are problems: by 针对…问题 where the
 * source writes so, else by what the headings talk about.
 */
final class FindingsLocator {

    /** An aspect's heading and its problems; several problems may come from one heading's text. */
    record Group(Node aspect, List<Node> problems) {}

    private static final Pattern PART =
            Pattern.compile("(?:反馈|发现|存在|指出|查找|突出|主要).{0,20}问题|反馈意见|整改(?:任务)?(?:落实|完成|进展)情况|问题清单|问题整改|整改措施");
    private static final Pattern NOT_FINDINGS = Pattern.compile(
            "组织(?:领导|落实|推进|实施)|主体责任(?:落实)?情况|巩固|深化整改成果|下一步|下步|意见建议|意见和建议|整改(?:要求|建议)|工作要求|基本情况|总体(?:情况|要求)|主要成效|工作成效|方法步骤|联系方式");
    private static final Pattern DEFICIENCY = Pattern.compile(
            "不够|不到位|不足|不强|不严|不实|不深|不力|不高|不准|不规范|不扎实|不彻底|不及时|不完善|不健全|薄弱|缺失|欠缺|缺乏|缺位|滞后|弱化|淡化|虚化|差距|短板|落差|流于形式|问题|风险|隐患|松散|宽松|脱节");

    private FindingsLocator() {}

    static List<Group> locate(Node root) {
        List<Group> explicit = explicit(root);
        List<Group> groups = explicit.isEmpty() ? implied(root) : explicit;
        return groups.stream().filter(g -> !g.problems().isEmpty()).toList();
    }

    private static List<Group> explicit(Node root) {
        Map<Integer, Integer> count = new HashMap<>();
        count(root, count);
        int level = count.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(e -> -e.getKey()))
                .map(Map.Entry::getKey)
                .orElse(-1);
        if (level < 0) {
            return List.of();
        }
        Set<Node> aspects = new LinkedHashSet<>();
        collect(root, level, aspects);
        return aspects.stream()
                .map(a -> new Group(
                        a,
                        a.children.stream()
                                .filter(c -> c.level <= level || c.namesProblem())
                                .toList()))
                .toList();
    }

    private static void count(Node node, Map<Integer, Integer> count) {
        if (node.namesProblem()) {
            count.merge(node.level, 1, Integer::sum);
        }
        node.children.forEach(c -> count(c, count));
    }

    /** Aspects are the parents of named problems, and their sisters that have headings of that level. */
    private static void collect(Node node, int level, Set<Node> aspects) {
        boolean holds = node.children.stream().anyMatch(c -> c.level == level && c.namesProblem());
        if (holds) {
            aspects.add(node);
            return;
        }
        boolean among = node.children.stream().anyMatch(c -> holdsNamed(c, level));
        for (Node child : node.children) {
            boolean sister = among && child.children.stream().anyMatch(g -> g.level == level) && findings(child);
            if (sister) {
                aspects.add(child);
            } else {
                collect(child, level, aspects);
            }
        }
    }

    private static boolean holdsNamed(Node node, int level) {
        return node.children.stream().anyMatch(c -> c.level == level && c.namesProblem());
    }

    private static boolean findings(Node node) {
        return !NOT_FINDINGS.matcher(head(node)).find()
                && (holdsAny(node) || DEFICIENCY.matcher(head(node)).find());
    }

    private static boolean holdsAny(Node node) {
        return node.children.stream().anyMatch(Node::namesProblem);
    }

    private static List<Group> implied(Node root) {
        List<Node> chosen =
                root.children.stream().filter(FindingsLocator::speaksOfFindings).toList();
        if (chosen.isEmpty()) {
            return within(root);
        }
        boolean flat = chosen.stream().noneMatch(c -> !c.children.isEmpty() || isPart(c) || grouping(c));
        if (flat) {
            return List.of(new Group(root, chosen));
        }
        List<Group> groups = new ArrayList<>();
        boolean parts = chosen.stream().anyMatch(FindingsLocator::isPart);
        for (Node node : chosen) {
            if (!parts) {
                groups.add(aspect(node));
            } else if (isPart(node)) {
                groups.addAll(part(node));
            }
        }
        return groups;
    }

    private static List<Group> part(Node part) {
        boolean nested = part.children.stream().anyMatch(c -> subdivided(c) || grouping(c));
        return nested ? part.children.stream().map(FindingsLocator::aspect).toList() : List.of(aspect(part));
    }

    /** Sub-headings that are labelled parts (具体表现, 整改措施) do not make a heading an aspect. */
    private static boolean subdivided(Node node) {
        return node.children.stream().anyMatch(c -> !Labels.opens(c.text()));
    }

    private static Group aspect(Node node) {
        if (!node.children.isEmpty()) {
            return new Group(node, node.children);
        }
        return new Group(node, fromText(node.paragraphs));
    }

    /** A document without chosen headings: marked sentences of a paragraph that announces problems. */
    private static List<Group> within(Node root) {
        for (String paragraph : root.paragraphs) {
            if (!PART.matcher(paragraph.substring(0, Math.min(paragraph.length(), 200)))
                    .find()) {
                continue;
            }
            List<Node> problems = fromText(List.of(paragraph));
            if (!problems.isEmpty()) {
                return List.of(new Group(root, problems));
            }
        }
        return List.of();
    }

    private static List<Node> fromText(List<String> paragraphs) {
        List<Node> problems = new ArrayList<>();
        for (MeasureText.Piece piece : MeasureText.marked(paragraphs).pieces()) {
            @Nullable String marker = piece.marker();
            Node node = new Node(9, marker);
            node.paragraphs.add(
                    marker == null
                            ? piece.text()
                            : piece.text().substring(marker.length()).strip());
            problems.add(node);
        }
        return problems;
    }

    private static boolean speaksOfFindings(Node node) {
        String head = head(node);
        if (NOT_FINDINGS.matcher(head).find()) {
            return false;
        }
        return isPart(node) || DEFICIENCY.matcher(head).find() || grouping(node);
    }

    private static boolean grouping(Node node) {
        String title = Sentences.withoutClosingMark(head(node));
        return title.endsWith("方面") || title.endsWith("方面的整改") || title.endsWith("方面的问题") || title.endsWith("方面存在的问题");
    }

    private static boolean isPart(Node node) {
        return PART.matcher(head(node)).find();
    }

    /** The first sentence of the heading's line, bounded. */
    static String head(Node node) {
        String text = node.text();
        int end = text.indexOf('。');
        return text.substring(0, Math.min(end < 0 ? text.length() : end, 200));
    }
}
