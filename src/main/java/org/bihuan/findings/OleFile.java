package org.bihuan.findings;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Looks into the old container format, which holds both old Word files and encrypted new ones. */
final class OleFile {

    private OleFile() {}

    /** Whether the container wraps an encrypted document; false also for a damaged container. */
    static boolean isEncrypted(byte[] bytes) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            return files.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
        } catch (IOException | RuntimeException damaged) {
            return false;
        }
    }
}
