package org.bihuan.findings;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The headings of a text as a tree; paragraphs without a number belong to the heading above them. */
final class Outline {

    /** One heading with what stands below it. Level 0 is the document. */
    static final class Node {

        final int level;
        final @Nullable String marker;
        final List<String> paragraphs = new ArrayList<>();
        final List<Node> children = new ArrayList<>();

        Node(int level, @Nullable String marker) {
            this.level = level;
            this.marker = marker;
        }

        /** The line of the heading itself; empty for the document. */
        String text() {
            return marker == null && level == 0 || paragraphs.isEmpty() ? "" : paragraphs.get(0);
        }

        boolean namesProblem() {
            return Outline.namesProblem(text());
        }
    }

    private Outline() {}

    static Node of(List<String> paragraphs) {
        Node root = new Node(0, null);
        Deque<Node> path = new ArrayDeque<>();
        path.push(root);
        int unnumbered = 0;
        for (String paragraph : paragraphs) {
            Heading heading = Heading.of(paragraph);
            int level = heading == null ? 0 : heading.level();
            if (level == 0 && namesProblem(paragraph)) {
                unnumbered = unnumbered > 0 ? unnumbered : Math.max(3, top(path).level + 1);
                level = unnumbered;
            } else if (level > 0 && level < 3) {
                unnumbered = 0;
            }
            if (level == 0) {
                top(path).paragraphs.add(paragraph);
                continue;
            }
            while (top(path).level >= level) {
                path.pop();
            }
            Node node = new Node(level, heading == null ? null : heading.marker());
            node.paragraphs.add(heading == null ? paragraph : heading.rest());
            top(path).children.add(node);
            path.push(node);
        }
        return root;
    }

    /** Whether a line opens with 针对…问题, the way a notice names a problem. */
    static boolean namesProblem(String text) {
        if (!text.startsWith("针对")) {
            return false;
        }
        String head = text.substring(0, Math.min(text.length(), 300));
        int end = head.indexOf('。');
        String first = end < 0 ? head : head.substring(0, end);
        return first.endsWith("问题") || first.contains("问题，") || first.contains("问题：") || first.contains("问题；");
    }

    private static Node top(Deque<Node> path) {
        return path.element();
    }
}
