package org.bihuan.findings;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Decodes plain text: byte order mark, else strict UTF-8, else what the bytes look like. */
final class TextDecoder {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final List<String> GUESSES = List.of("GB18030", "Big5", "UTF-16LE", "UTF-16BE");
    private static final int SAMPLE = 64 * 1024;

    private TextDecoder() {}

    static String decode(String name, byte[] bytes) {
        String text = marked(bytes);
        if (text == null) {
            text = strict(bytes, 0, StandardCharsets.UTF_8);
        }
        if (text == null || text.indexOf('\0') >= 0) {
            text = guessed(bytes);
        }
        if (text == null || !readable(text)) {
            throw new RuleViolation("findings.file.unreadable", name);
        }
        return text;
    }

    private static @Nullable String marked(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return strict(bytes, 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return strict(bytes, 2, StandardCharsets.UTF_16LE);
        }
        return starts(bytes, 0xFE, 0xFF) ? strict(bytes, 2, StandardCharsets.UTF_16BE) : null;
    }

    private static @Nullable String guessed(byte[] bytes) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE)));
        for (CharsetMatch match : detector.detectAll()) {
            if (GUESSES.contains(match.getName()) && match.getConfidence() >= 30) {
                String text = strict(bytes, 0, Charset.forName(match.getName()));
                if (text != null && readable(text)) {
                    return text;
                }
            }
        }
        return strict(bytes, 0, GB18030);
    }

    /** Text holds letters and no control characters; noise decodes into rare characters. */
    private static boolean readable(String text) {
        int common = 0;
        int odd = 0;
        int total = Math.min(text.length(), SAMPLE);
        for (int i = 0; i < total; i++) {
            char c = text.charAt(i);
            boolean blank = c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\u000B';
            if (!blank && Character.isISOControl(c)) {
                odd++;
            } else if (c < 0x2000
                    || (c >= 0x2010 && c < 0x2700)
                    || (c >= 0x3000 && c < 0x3020)
                    || (c >= 0x4E00 && c <= 0x9FFF)
                    || (c >= 0xFE00 && c <= 0xFFEF)) {
                common++;
            }
        }
        return odd * 200 <= total && common * 10 >= total * 9;
    }

    private static @Nullable String strict(byte[] bytes, int from, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
