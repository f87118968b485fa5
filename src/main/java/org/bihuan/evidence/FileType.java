package org.bihuan.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The types that the product can recognise by content; configuration chooses among them. */
enum FileType {
    PDF("application/pdf", "pdf"),
    OFD("application/ofd", "ofd"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    DOC("application/msword", "doc", "wps"),
    XLS("application/vnd.ms-excel", "xls", "et"),
    PPT("application/vnd.ms-powerpoint", "ppt", "dps"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    HEIC("image/heic", "heic", "heif"),
    TEXT("text/plain", "txt", "csv"),
    MP4("video/mp4", "mp4"),
    MOV("video/quicktime", "mov"),
    MP3("audio/mpeg", "mp3");

    private final String mediaType;
    private final List<String> extensions;

    FileType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    String mediaType() {
        return mediaType;
    }

    /** Extensions a file of this type may carry, without the dot, in lower case. */
    List<String> extensions() {
        return extensions;
    }

    /** The type of a media type as Tika names it, with the other names of the same thing. */
    static Optional<FileType> ofMediaType(String mediaType) {
        String name =
                switch (mediaType) {
                    case "application/mp4" -> MP4.mediaType;
                    case "image/heif" -> HEIC.mediaType;
                    default -> mediaType;
                };
        return Arrays.stream(values()).filter(t -> t.mediaType.equals(name)).findFirst();
    }
}
