package org.bihuan.evidence;

import java.time.Duration;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of uploads. {@code maxUnpackedSize} bounds what an office document may unpack to;
 * {@code orphanAge} is how old a file without a row must be before the sweep removes it.
 */
@ConfigurationProperties("bihuan.evidence")
record EvidenceProperties(
        @DefaultValue("50MB") DataSize maxFileSize,
        @DefaultValue("1GB") DataSize maxCaseSize,
        @DefaultValue("500MB") DataSize maxUnpackedSize,
        @DefaultValue("200") int maxNameLength,
        @DefaultValue("24h") Duration orphanAge,

        @DefaultValue({
            "PDF", "OFD", "DOCX", "XLSX", "PPTX", "DOC", "XLS", "PPT", "JPEG", "PNG", "GIF", "WEBP", "HEIC", "TEXT",
            "MP4", "MOV", "MP3"
        })
        Set<FileType> allowedTypes) {

    EvidenceProperties {
        if (maxNameLength < 1 || maxNameLength > 255) {
            throw new IllegalArgumentException("bihuan.evidence.max-name-length must be between 1 and 255");
        }
        allowedTypes = Set.copyOf(allowedTypes);
    }
}
