package org.bihuan.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The two READMEs with their generated blocks, which stand between two comments. */
enum Readme {
    ENGLISH("README.md", Locale.ENGLISH),
    CHINESE("README.zh-CN.md", Locale.SIMPLIFIED_CHINESE);

    private static final String WRITE = "readme.write";

    private final Path path;
    private final Locale locale;

    Readme(String path, Locale locale) {
        this.path = Path.of(path);
        this.locale = locale;
    }

    boolean chinese() {
        return locale.equals(Locale.SIMPLIFIED_CHINESE);
    }

    String text() throws IOException {
        return Files.readString(path);
    }

    /** Fails unless the block is as expected; with {@code -Dreadme.write} it is put right instead. */
    void checkBlock(String name, String expected) throws IOException {
        String text = text();
        String begin = "<!-- " + name + ":begin -->\n";
        String end = "<!-- " + name + ":end -->";
        assertThat(text).as("%s has a block %s", path, name).contains(begin, end);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        String wanted = "\n" + expected.strip() + "\n\n";
        if (System.getProperty(WRITE) != null) {
            Files.writeString(path, text.substring(0, from) + wanted + text.substring(to));
            return;
        }
        assertThat(text.substring(from, to))
                .as("%s, block %s; mvn test -Dtest='org.bihuan.docs.*Test' -D%s writes it anew", path, name, WRITE)
                .isEqualTo(wanted);
    }
}
