package org.bihuan.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.bihuan.shared.RuleViolation;

/** Recognises a file by its bytes and refuses what is not allowed or calls itself something else. */
final class ContentTypes {

    private static final int HEAD = 64 * 1024;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Parts of Tika's names of what a computer would run or a browser would interpret. */
    private static final List<String> ACTIVE = List.of(
            "html",
            "svg",
            "script",
            "exe",
            "msdownload",
            "x-elf",
            "x-sh",
            "x-bat",
            "mach-o",
            "java",
            "python",
            "perl",
            "php",
            "x-ms-",
            "sharedlib",
            "x-object",
            "x-mswinurl",
            "xml");

    private final EvidenceProperties limits;
    private final MimeTypes magic = MimeTypes.getDefaultMimeTypes();

    ContentTypes(EvidenceProperties limits) {
        this.limits = limits;
    }

    /** The type of the file, of which {@code name} carries a fitting extension; refuses all else. */
    FileType check(Path file, String name) throws IOException {
        FileType type = recognise(file);
        if (!limits.allowedTypes().contains(type)) {
            throw RuleViolation.at("file", "evidence.type.refused", type.mediaType(), allowed());
        }
        String extension = FileNames.extension(name);
        if (!type.extensions().contains(extension)) {
            throw RuleViolation.at(
                    "file",
                    "evidence.type.mismatch",
                    extension,
                    type.extensions().get(0));
        }
        return type;
    }

    /** Allowed extensions with their dots, in the order of the types. */
    List<String> extensions() {
        return limits.allowedTypes().stream()
                .sorted(Comparator.naturalOrder())
                .flatMap(t -> t.extensions().stream())
                .map(e -> "." + e)
                .toList();
    }

    private FileType recognise(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (startsWith(head, ZIP)) {
            return Containers.zip(file, limits.maxUnpackedSize().toBytes());
        }
        if (startsWith(head, OLE2)) {
            return Containers.ole2(file);
        }
        String detected;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), HEAD)) {
            detected = magic.detect(in, new Metadata()).getBaseType().toString();
        }
        Optional<FileType> known = FileType.ofMediaType(detected);
        if (known.isPresent() && known.get() != FileType.TEXT) {
            return known.get();
        }
        if (ACTIVE.stream().anyMatch(detected::contains)) {
            throw RuleViolation.at("file", "evidence.type.active");
        }
        boolean undecided = known.isPresent() || detected.equals("application/octet-stream");
        if (undecided && isText(file, head)) {
            return FileType.TEXT;
        }
        throw RuleViolation.at("file", "evidence.type.unknown", allowed());
    }

    private static boolean isText(Path file, byte[] head) throws IOException {
        Optional<String> start = decode(head, StandardCharsets.UTF_8).or(() -> decode(head, GB18030));
        if (start.isEmpty()) {
            return false;
        }
        String text = start.get().replaceFirst("^\uFEFF", "").stripLeading();
        if (text.startsWith("<") || text.startsWith("#!") || text.startsWith("@echo")) {
            throw RuleViolation.at("file", "evidence.type.active");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), HEAD)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                    return false;
                }
            }
        }
        return true;
    }

    /** Decodes strictly; a character cut off at the end of the head is no fault. */
    private static Optional<String> decode(byte[] head, Charset charset) {
        CharBuffer out = CharBuffer.allocate(head.length + 1);
        boolean faulty = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(head), out, head.length < HEAD)
                .isError();
        return faulty ? Optional.empty() : Optional.of(out.flip().toString());
    }

    private static boolean startsWith(byte[] head, byte[] mark) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }

    private String allowed() {
        return extensions().stream().map(e -> e.substring(1)).collect(Collectors.joining(", "));
    }
}
