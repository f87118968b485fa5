package org.bihuan.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.bihuan.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsReaderTest {

    private static final long LIMIT = 5L * 1024 * 1024;
    private static final String TEXT = "一、反馈意见整改情况\n（一）关于作风方面的整改\n1. 针对服务群众不到位的问题。一是走访 20 户。二是制定《走访办法》。\n";

    private final FindingsReader reader = new FindingsReader(LIMIT);

    private String read(byte[] bytes) throws IOException {
        return reader.file("反馈意见", new ByteArrayInputStream(bytes), bytes.length);
    }

    private void refused(String key, byte[] bytes) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(RuleViolation.class).hasMessage(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16"})
    void plain_text_is_read_in_every_usual_encoding(String charset) throws IOException {
        assertThat(read(TEXT.getBytes(Charset.forName(charset)))).isEqualTo(TEXT);
    }

    @Test
    void byte_order_marks_are_no_part_of_the_text() throws IOException {
        assertThat(read(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
        assertThat(read(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(TEXT);
    }

    @Test
    void the_real_notice_reads_the_same_as_word_file_and_as_text() throws IOException {
        String notice = notice();
        byte[] docx = docx(notice.split("\n"));
        FindingsParser parser = new FindingsParser();
        assertThat(parser.parse(read(docx)).aspects())
                .isEqualTo(parser.parse(notice).aspects());
        assertThat(parser.parse(read(notice.getBytes(Charset.forName("GB18030"))))
                        .aspects())
                .isEqualTo(parser.parse(notice).aspects());
    }

    @Test
    void the_face_reads_files_and_text_alike() throws IOException {
        FindingsImport face = new FindingsImporter(LIMIT);
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        assertThat(face.parseFile("a.bin", new ByteArrayInputStream(bytes), -1)).isEqualTo(face.parseText(TEXT));
    }

    @Test
    void an_empty_file_is_refused() throws IOException {
        refused("findings.file.empty", new byte[0]);
        refused("findings.file.empty", " \n".getBytes(StandardCharsets.UTF_8));
        refused("findings.file.empty", docx());
    }

    @Test
    void a_large_file_is_refused_by_its_announced_and_by_its_true_size() {
        InputStream untouched = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("a file announced as too large must not be read");
            }
        };
        assertThatThrownBy(() -> reader.file("大.txt", untouched, 50L * 1024 * 1024))
                .isInstanceOf(RuleViolation.class)
                .hasMessage("findings.file.tooLarge");
        assertThatThrownBy(() -> reader.file("大.txt", new ByteArrayInputStream(new byte[(int) LIMIT + 1]), -1))
                .isInstanceOf(RuleViolation.class)
                .hasMessage("findings.file.tooLarge");
    }

    @Test
    void pasted_text_has_the_same_limit() {
        assertThatThrownBy(() -> reader.pasted("问".repeat((int) LIMIT / 3 + 1))).hasMessage("findings.text.tooLong");
        assertThatThrownBy(() -> reader.pasted(" \n ")).hasMessage("findings.empty");
        assertThat(reader.pasted(TEXT)).isEqualTo(TEXT);
    }

    @Test
    void an_archive_that_is_no_word_file_is_refused() throws IOException {
        refused("findings.file.notWord", zip("说明.txt", TEXT.getBytes(StandardCharsets.UTF_8)));
        refused("findings.file.notWord", zip("[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_bomb_is_refused_before_it_unpacks() throws IOException {
        refused("findings.file.bomb", zip("word/document.xml", new byte[20 * 1024 * 1024]));
    }

    @Test
    void a_cut_off_word_file_is_refused() throws IOException {
        byte[] docx = docx(notice().split("\n"));
        refused("findings.file.damaged", java.util.Arrays.copyOf(docx, docx.length / 2));
    }

    @Test
    void an_encrypted_word_file_is_refused_as_encrypted() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("test");
            try (OutputStream sealed = encryptor.getDataStream(files)) {
                sealed.write(docx(TEXT));
            }
            files.writeFilesystem(out);
        }
        refused("findings.file.encrypted", out.toByteArray());
    }

    @Test
    void an_old_word_file_is_refused_with_advice() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(new byte[4096]), "WordDocument");
            files.writeFilesystem(out);
        }
        refused("findings.file.oldWord", out.toByteArray());
    }

    @Test
    void other_kinds_of_files_are_refused() {
        refused("findings.file.kind", "%PDF-1.7\n%....".getBytes(StandardCharsets.US_ASCII));
        byte[] noise = new byte[5000];
        new Random(7).nextBytes(noise);
        assertThatThrownBy(() -> read(noise)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void numbers_that_word_counts_itself_are_written_out() throws IOException {
        assertThat(new FindingsParser().parse(read(numbered())).problems())
                .extracting(ProblemDraft::statement)
                .containsExactly("服务不到位", "作风不实");
    }

    @Test
    void every_key_has_a_sentence_in_both_languages() throws IOException {
        Properties chinese = messages("zh_CN");
        Properties english = messages("en");
        assertThat(chinese.stringPropertyNames())
                .isEqualTo(english.stringPropertyNames())
                .isNotEmpty();
        assertThat(chinese.stringPropertyNames()).allMatch(k -> k.startsWith("findings."));
    }

    private static Properties messages(String locale) throws IOException {
        Properties messages = new Properties();
        messages.load(new java.io.InputStreamReader(
                new ByteArrayInputStream(resource("/i18n/findings/messages_" + locale + ".properties")),
                StandardCharsets.UTF_8));
        return messages;
    }

    private static String notice() throws IOException {
        return new String(resource("/demo/notice-xinhong.txt"), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(FindingsReaderTest.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }

    private static byte[] docx(String... lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            for (String line : lines) {
                document.createParagraph().createRun().setText(line);
            }
            document.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] numbered() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            var definition = org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum.Factory.newInstance();
            definition.setAbstractNumId(java.math.BigInteger.ONE);
            String[] texts = {"%1、", "（%2）", "%3."};
            for (int i = 0; i < texts.length; i++) {
                var level = definition.addNewLvl();
                level.setIlvl(java.math.BigInteger.valueOf(i));
                level.addNewNumFmt()
                        .setVal(org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat.Enum.forString(
                                i < 2 ? "chineseCounting" : "decimal"));
                level.addNewLvlText().setVal(texts[i]);
            }
            var numbering = document.createNumbering();
            var id = numbering.addNum(
                    numbering.addAbstractNum(new org.apache.poi.xwpf.usermodel.XWPFAbstractNum(definition)));
            String[] lines = {"反馈意见整改情况", "关于作风方面的整改", "针对服务不到位的问题。加强走访，逐户登记。", "针对作风不实的问题。严格考勤，每月通报。"};
            for (int i = 0; i < lines.length; i++) {
                var paragraph = document.createParagraph();
                paragraph.setNumID(id);
                paragraph.setNumILvl(java.math.BigInteger.valueOf(Math.min(i, 2)));
                paragraph.createRun().setText(lines[i]);
            }
            document.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String entry, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        }
        return out.toByteArray();
    }
}
