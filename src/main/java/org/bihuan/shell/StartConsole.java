package org.bihuan.shell;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The operator's terminal at the start: a few plain lines, not log entries. */
final class StartConsole {

    /** The operator's language: that of the machine, Chinese or else English. */
    static final Locale LANGUAGE =
            Locale.getDefault().getLanguage().equals("zh") ? Languages.CHINESE : Languages.ENGLISH;

    private StartConsole() {}

    static void print(List<String> lines) {
        write(FileDescriptor.out, lines);
    }

    static void complain(String line) {
        write(FileDescriptor.err, List.of(line));
    }

    private static void write(FileDescriptor stream, List<String> lines) {
        // Not closed: the stream belongs to the process.
        PrintStream out = new PrintStream(new FileOutputStream(stream), true, charset());
        lines.forEach(out::println);
        out.flush();
    }

    private static Charset charset() {
        Charset own = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        return own.newEncoder().canEncode('环') ? own : StandardCharsets.UTF_8;
    }
}
