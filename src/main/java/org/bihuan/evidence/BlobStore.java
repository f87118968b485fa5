package org.bihuan.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.bihuan.shared.Ids;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * Files by the digest of their content: {@code ab/cd/<sha256>} below the root, and {@code tmp} for
 * what is still being received. A published file is complete, on the disk, and never changed.
 */
final class BlobStore {

    private static final String TMP = "tmp";

    private final Path root;

    BlobStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** A received file that nobody can see yet; closing it removes what was not published. */
    record Staged(Path file, String sha256, long size) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /** Receives a stream of at most {@code limit} bytes, hashing and counting as it comes. */
    Staged stage(InputStream content, long limit) throws IOException {
        Path dir = Files.createDirectories(root.resolve(TMP));
        Path file = dir.resolve(Ids.next() + ".part");
        boolean received = false;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            MessageDigest digest = sha256();
            byte[] buffer = new byte[64 * 1024];
            long size = 0;
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                size += n;
                if (size > limit) {
                    throw RuleViolation.at("file", "evidence.tooLarge", limit / (1024 * 1024));
                }
                digest.update(buffer, 0, n);
                write(out, ByteBuffer.wrap(buffer, 0, n));
            }
            if (size == 0) {
                throw RuleViolation.at("file", "evidence.empty");
            }
            out.force(true);
            received = true;
            return new Staged(file, HexFormat.of().formatHex(digest.digest()), size);
        } finally {
            if (!received) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Makes a staged file visible under its digest, unless the same content is there already. */
    void publish(Staged staged) throws IOException {
        if (holds(staged)) {
            return;
        }
        Path target = path(staged.sha256());
        createDirectories(target);
        Files.move(staged.file(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(parent(target));
    }

    /** Whether the content of a staged file is there already, whole. */
    boolean holds(Staged staged) throws IOException {
        Path target = path(staged.sha256());
        return Files.isRegularFile(target) && Files.size(target) == staged.size();
    }

    /** Where the content of a digest lies, whether or not it is there. */
    Path path(String sha256) {
        return folder(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
    }

    /** The folder of all digests that begin with these two hexadecimal digits. */
    Path folder(String firstTwo) {
        return root.resolve(firstTwo);
    }

    /** The folder of files that are being received. */
    Path temporary() {
        return root.resolve(TMP);
    }

    private void createDirectories(Path target) throws IOException {
        Path inner = parent(target);
        if (Files.isDirectory(inner)) {
            return;
        }
        Files.createDirectories(inner);
        sync(parent(inner));
        sync(root);
    }

    private static Path parent(Path path) {
        @Nullable Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("no folder above " + path);
        }
        return parent;
    }

    /** A rename is durable only once its folder is on the disk; Windows offers no such call. */
    private static void sync(Path dir) throws IOException {
        if (dir.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(dir, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
