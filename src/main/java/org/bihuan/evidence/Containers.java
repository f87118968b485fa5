package org.bihuan.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.bihuan.shared.RuleViolation;

/** Looks into the two containers that office documents come in. */
final class Containers {

    private static final int MAX_ENTRIES = 20_000;

    private Containers() {}

    /** The document a zip holds; a plain archive, one with macros or one that unpacks too far is refused. */
    static FileType zip(Path file, long maxUnpacked) throws IOException {
        Set<String> names = new HashSet<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long left = maxUnpacked;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                left = inflate(zip, entry, left);
                names.add(entry.getName());
                if (left < 0 || names.size() > MAX_ENTRIES) {
                    throw RuleViolation.at("file", "evidence.archive.tooLarge");
                }
                if (entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
                    throw RuleViolation.at("file", "evidence.type.macros");
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw damaged(e);
        }
        if (names.contains("OFD.xml")) {
            return FileType.OFD;
        }
        if (names.contains("[Content_Types].xml")) {
            if (names.contains("word/document.xml")) {
                return FileType.DOCX;
            }
            if (names.contains("xl/workbook.xml")) {
                return FileType.XLSX;
            }
            if (names.contains("ppt/presentation.xml")) {
                return FileType.PPTX;
            }
        }
        throw RuleViolation.at("file", "evidence.type.archive");
    }

    /** The document an OLE2 file holds; one that is encrypted or carries macros is refused. */
    static FileType ole2(Path file) throws IOException {
        try (POIFSFileSystem ole = new POIFSFileSystem(file.toFile(), true)) {
            Set<String> names = ole.getRoot().getEntryNames();
            if (names.contains("EncryptedPackage")) {
                throw RuleViolation.at("file", "evidence.type.encrypted");
            }
            if (names.contains("Macros") || names.contains("_VBA_PROJECT_CUR")) {
                throw RuleViolation.at("file", "evidence.type.macros");
            }
            if (names.contains("WordDocument")) {
                return FileType.DOC;
            }
            if (names.contains("Workbook") || names.contains("Book")) {
                return FileType.XLS;
            }
            if (names.contains("PowerPoint Document")) {
                return FileType.PPT;
            }
        } catch (IOException | IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException e) {
            throw damaged(e);
        }
        throw RuleViolation.at("file", "evidence.type.archive");
    }

    /** Unpacks an entry to nowhere; what the archive says of its sizes may be a lie. */
    private static long inflate(ZipFile zip, ZipEntry entry, long allowance) throws IOException {
        long left = allowance;
        byte[] buffer = new byte[32 * 1024];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0 && left >= 0; n = in.read(buffer)) {
                left -= n;
            }
        }
        return left;
    }

    private static RuleViolation damaged(Throwable cause) {
        RuleViolation refusal = RuleViolation.at("file", "evidence.type.damaged");
        refusal.initCause(cause);
        return refusal;
    }
}
