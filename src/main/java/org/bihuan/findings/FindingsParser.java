package org.bihuan.findings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.bihuan.findings.FindingsLocator.Group;
import org.bihuan.findings.Outline.Node;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Makes a draft of a text: paragraphs, outline, findings, facts. Stateless; its time grows with the length alone. */
final class FindingsParser {

    FindingsDraft parse(String text) {
        if (text.isBlank()) {
            throw new RuleViolation("findings.empty");
        }
        Paragraphs paragraphs = Paragraphs.of(text);
        Node root = Outline.of(paragraphs.body());
        List<Group> groups = FindingsLocator.locate(root);
        if (groups.isEmpty()) {
            throw new RuleViolation("findings.noFindings");
        }
        FindingsHeader header = HeaderScanner.of(paragraphs.title(), paragraphs.body());
        boolean rectified = rectified(paragraphs, groups);
        ProblemBuilder builder = new ProblemBuilder(header.year(), rectified);
        List<AspectDraft> aspects = new ArrayList<>();
        for (Group group : groups) {
            aspects.add(aspect(group, header, builder));
        }
        OrganisationDraft organisation = organisation(root, groups, header.year());
        List<ImportWarning> warnings = ImportWarnings.of(header, aspects, paragraphs.joined(), rectified);
        return new FindingsDraft(header, organisation, aspects, warnings);
    }

    private static AspectDraft aspect(Group group, FindingsHeader header, ProblemBuilder builder) {
        int id = builder.nextId();
        List<ProblemDraft> problems = new ArrayList<>();
        for (Node node : group.problems()) {
            problems.add(builder.build(node));
        }
        Node node = group.aspect();
        String title = node.level == 0 ? documentTitle(header) : aspectTitle(node.text());
        return new AspectDraft(id, node.marker, title, problems);
    }

    private static String documentTitle(FindingsHeader header) {
        List<String> lines = header.titleLines();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    private static String aspectTitle(String line) {
        List<String> sentences = Sentences.of(line);
        return sentences.isEmpty()
                ? line
                : Sentences.withoutClosingMark(sentences.get(0).strip());
    }

    /** Whether the text behind a problem tells what is done about it, and not the problem at length. */
    private static boolean rectified(Paragraphs paragraphs, List<Group> groups) {
        boolean titled = paragraphs.title().stream().anyMatch(t -> t.contains("整改") && !t.contains("反馈意见的通知"));
        boolean named = groups.stream().anyMatch(g -> g.problems().stream().anyMatch(Node::namesProblem));
        boolean headed =
                groups.stream().anyMatch(g -> FindingsLocator.head(g.aspect()).endsWith("的整改"));
        return titled || named || headed;
    }

    /** Everything before the first aspect, in the order of the source. */
    private static OrganisationDraft organisation(Node root, List<Group> groups, @Nullable Integer year) {
        Set<Node> stop = new HashSet<>();
        for (Group g : groups) {
            stop.add(g.aspect());
        }
        List<String> before = new ArrayList<>();
        if (!stop.contains(root)) {
            gather(root, stop, before);
        }
        Facts facts = Facts.of(before, year);
        return new OrganisationDraft(before, facts.quantities(), facts.growthRates(), facts.documents());
    }

    private static boolean gather(Node node, Set<Node> stop, List<String> into) {
        if (stop.contains(node)) {
            return false;
        }
        for (int i = 0; i < node.paragraphs.size(); i++) {
            String text = node.paragraphs.get(i);
            into.add(i == 0 && node.marker != null ? node.marker + text : text);
        }
        for (Node child : node.children) {
            if (!gather(child, stop, into)) {
                return false;
            }
        }
        return true;
    }
}
