package org.bihuan.findings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.bihuan.shared.RuleViolation;

/**
 * Reads the paragraphs of a Word file in their order, automatic numbers written out. Unpacks the
 * archive once by itself, with limits, before the library may look at it.
 */
final class DocxText {

    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_UNPACKED = 128L * 1024 * 1024;
    private static final long MOST_XML = 16L * 1024 * 1024;
    private static final String TYPES = "[Content_Types].xml";
    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private DocxText() {}

    static String of(String name, byte[] bytes) {
        check(name, bytes);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            StringBuilder text = new StringBuilder();
            DocxNumbers numbers = new DocxNumbers(document);
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    append(paragraph, numbers, text);
                } else if (element instanceof XWPFTable table) {
                    append(table, numbers, text);
                }
            }
            return text.toString();
        } catch (IOException
                | POIXMLException
                | OpenXML4JRuntimeException
                | IllegalArgumentException
                | IllegalStateException damaged) {
            throw new RuleViolation("findings.file.damaged", name);
        }
    }

    private static void append(XWPFTable table, DocxNumbers numbers, StringBuilder text) {
        for (XWPFTableRow row : table.getRows()) {
            for (XWPFTableCell cell : row.getTableCells()) {
                cell.getParagraphs().forEach(p -> append(p, numbers, text));
            }
        }
    }

    private static void append(XWPFParagraph paragraph, DocxNumbers numbers, StringBuilder text) {
        text.append(numbers.of(paragraph)).append(paragraph.getText()).append('\n');
    }

    /** Refuses an archive that is no Word file, is damaged, or unpacks into too much. */
    private static void check(String name, byte[] bytes) {
        boolean word = false;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            long unpacked = 0;
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                boolean types = entry.getName().equals(TYPES);
                byte[] kept = types ? zip.readNBytes(256 * 1024) : new byte[0];
                long size = kept.length + count(zip, MOST_UNPACKED - unpacked);
                unpacked += size;
                boolean xml =
                        entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
                if (++entries > MOST_ENTRIES || unpacked >= MOST_UNPACKED || (xml && size > MOST_XML)) {
                    throw new RuleViolation("findings.file.bomb", name);
                }
                word |= types && new String(kept, StandardCharsets.UTF_8).contains(WORD);
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw new RuleViolation("findings.file.damaged", name);
        }
        if (!word) {
            throw new RuleViolation("findings.file.notWord", name);
        }
    }

    private static long count(InputStream in, long most) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long total = 0;
        for (int n = in.read(buffer); n >= 0 && total < most; n = in.read(buffer)) {
            total += n;
        }
        return total;
    }
}
