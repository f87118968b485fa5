package org.bihuan.findings;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Cuts running text into measures: a marked measure (一是…) follows the marks of the source; without
 * marks a lead sentence absorbs the sentences it introduces in its paragraph, and any other sentence
 * is a measure of its own (domain.md section 1).
 */
final class MeasureText {

    /** One piece with its marker, as in the source. */
    record Piece(@Nullable String marker, String text) {}

    /** The pieces, and the text before the first marker, which introduces them all. */
    record Cut(List<String> lead, List<Piece> pieces) {}

    private static final int LEAD_LENGTH = 30;
    private static final String[] RESULTS = {"完成", "已", "现已", "目前", "截至", "截止", "全部", "共", "累计"};

    private MeasureText() {}

    static Cut cut(List<String> paragraphs) {
        Cut marked = marked(paragraphs);
        return marked.pieces().isEmpty() ? new Cut(List.of(), unmarked(paragraphs)) : marked;
    }

    /** Cuts at 一是, 二是… only; without such marks there are no pieces. */
    static Cut marked(List<String> paragraphs) {
        List<String> lead = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        Marker current = null;
        for (String paragraph : paragraphs) {
            int start = 0;
            for (int at : starts(paragraph)) {
                Marker marker = Marker.at(paragraph, at);
                int least = current == null ? 0 : current.ordinal();
                if (marker == null
                        || (marker.ordinal() != 1 && marker.ordinal() <= least)
                        || (current == null && marker.ordinal() != 1)) {
                    continue;
                }
                open.append(paragraph, start, at);
                close(current, open, lead, pieces);
                current = marker;
                start = at;
            }
            open.append(paragraph.substring(start));
            if (current == null) {
                close(null, open, lead, pieces);
            }
        }
        close(current, open, lead, pieces);
        return pieces.isEmpty() ? new Cut(List.of(), List.of()) : new Cut(lead, pieces);
    }

    private static void close(@Nullable Marker marker, StringBuilder open, List<String> lead, List<Piece> pieces) {
        String text = open.toString().strip();
        open.setLength(0);
        if (!text.isEmpty() && marker == null) {
            lead.add(text);
        } else if (!text.isEmpty()) {
            pieces.add(new Piece(marker == null ? null : marker.text(), text));
        }
    }

    /** Offsets where a marker may stand: the start of a sentence, and behind ； and ：. */
    private static List<Integer> starts(String paragraph) {
        List<Integer> starts = new ArrayList<>();
        int at = 0;
        for (String sentence : Sentences.of(paragraph)) {
            starts.add(at);
            for (int i = 0; i + 1 < sentence.length(); i++) {
                if ("；;：:".indexOf(sentence.charAt(i)) >= 0) {
                    starts.add(at + i + 1);
                }
            }
            at += sentence.length();
        }
        return starts;
    }

    private static List<Piece> unmarked(List<String> paragraphs) {
        List<Piece> pieces = new ArrayList<>();
        for (String paragraph : paragraphs) {
            StringBuilder led = new StringBuilder();
            for (String sentence : Sentences.of(paragraph)) {
                boolean lead = isLead(sentence.strip());
                if (lead) {
                    flush(led, pieces);
                }
                if (lead || led.length() > 0) {
                    led.append(sentence);
                } else if (!sentence.isBlank()) {
                    pieces.add(new Piece(null, sentence.strip()));
                }
            }
            flush(led, pieces);
        }
        return pieces;
    }

    /** A lead is one short clause that announces: no comma, no figure, no document, no result. */
    private static boolean isLead(String sentence) {
        if (sentence.length() > LEAD_LENGTH || sentence.isEmpty()) {
            return false;
        }
        String folded = Fold.ascii(sentence);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if ("，,；;：:《".indexOf(c) >= 0 || (c >= '0' && c <= '9')) {
                return false;
            }
        }
        for (String result : RESULTS) {
            if (sentence.startsWith(result)) {
                return false;
            }
        }
        return true;
    }

    private static void flush(StringBuilder led, List<Piece> pieces) {
        if (led.length() > 0) {
            pieces.add(new Piece(null, led.toString().strip()));
            led.setLength(0);
        }
    }
}
