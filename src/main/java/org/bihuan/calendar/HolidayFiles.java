package org.bihuan.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.springframework.core.io.ClassPathResource;

/** Reads the shipped holidays and the operator's own files; a file that is wrong stops the start. */
final class HolidayFiles {

    private static final String SHIPPED = "calendar/holidays-CN.json";

    // Unknown and missing entries are refused: a misspelt key would silently lose a holiday.
    private static final JsonMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private HolidayFiles() {}

    /**
     * The shipped notices first, then every {@code *.json} of {@code directory} by name.
     *
     * @throws IllegalStateException naming the file, where one cannot be read or cannot be meant
     */
    static List<HolidayNotices> read(Path directory) {
        List<HolidayNotices> all = new ArrayList<>();
        try (InputStream shipped = new ClassPathResource(SHIPPED).getInputStream()) {
            all.add(parse(SHIPPED, shipped));
        } catch (IOException e) {
            throw new IllegalStateException("Holiday file " + SHIPPED + " cannot be read", e);
        }
        for (Path file : jsonFiles(directory)) {
            try (InputStream in = Files.newInputStream(file)) {
                all.add(parse(file.toString(), in));
            } catch (IOException e) {
                throw new IllegalStateException("Holiday file " + file + " cannot be read", e);
            }
        }
        return all;
    }

    private static List<Path> jsonFiles(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException("Holiday folder " + directory + " cannot be read", e);
        }
    }

    private static HolidayNotices parse(String name, InputStream in) throws IOException {
        try {
            HolidayNotices notices = JSON.readValue(in, HolidayNotices.class);
            notices.check();
            return notices;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Holiday file " + name + ": " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Holiday file " + name + ": " + e.getMessage(), e);
        }
    }
}
