package org.bihuan.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

import emptyapp.EmptyApplication;

/**
 * The empty application, packed as the product is: the product's own jar without its classes, models and
 * settings, and without the libraries that an application of Camunda and Vaadin alone has no use for.
 */
final class EmptyJar {

    private static final String CLASSES = "BOOT-INF/classes/";

    private static final String LIBRARIES = "BOOT-INF/classpath.idx";

    /** Begin of the names of libraries that only the product needs. */
    private static final List<String> OURS = List.of(
            "hibernate-",
            "spring-data-",
            "spring-orm-",
            "spring-boot-starter-data-jpa",
            "jakarta.persistence",
            "flyway-",
            "spring-security-",
            "spring-boot-starter-security",
            "spring-boot-actuator",
            "spring-boot-starter-actuator",
            "micrometer-core-",
            "micrometer-jakarta9-",
            "micrometer-registry-",
            "prometheus-",
            "spring-modulith-",
            "bcprov-",
            "tika-",
            "poi-",
            "xmlbeans-",
            "icu4j-",
            "hypersistence-",
            "mysql-connector");

    private EmptyJar() {}

    /** Makes it out of the product's jar; returns {@code target}. */
    static Path make(Path product, Path target) throws IOException {
        try (JarFile from = new JarFile(product.toFile());
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(target));
                JarOutputStream to = new JarOutputStream(file, manifest(from))) {
            Enumeration<JarEntry> entries = from.entries();
            while (entries.hasMoreElements()) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().equals(LIBRARIES)) {
                    libraries(from, entry, to);
                } else if (kept(entry.getName())) {
                    copy(from, entry, to);
                }
            }
            // Screens are looked for in folders that have an entry of their own.
            to.putNextEntry(new ZipEntry(CLASSES + "emptyapp/"));
            to.closeEntry();
            for (Class<?> part : List.of(EmptyApplication.class, EmptyApplication.EmptyView.class)) {
                String name = part.getName().replace('.', '/') + ".class";
                try (InputStream in = part.getResourceAsStream("/" + name)) {
                    to.putNextEntry(new ZipEntry(CLASSES + name));
                    to.write(in == null ? new byte[0] : in.readAllBytes());
                }
            }
        }
        return target;
    }

    private static Manifest manifest(JarFile from) throws IOException {
        Manifest manifest = new Manifest(from.getManifest());
        Attributes main = manifest.getMainAttributes();
        main.putValue("Start-Class", EmptyApplication.class.getName());
        // The list of layers would name missing libraries.
        main.remove(new Attributes.Name("Spring-Boot-Layers-Index"));
        return manifest;
    }

    private static boolean kept(String name) {
        if (name.startsWith("META-INF/") || name.endsWith(".idx")) {
            // The manifest is written anew; of what else lies there, only the front end.
            return name.startsWith("META-INF/VAADIN/");
        }
        if (name.startsWith("BOOT-INF/lib/")) {
            String library = name.substring("BOOT-INF/lib/".length());
            return OURS.stream().noneMatch(library::startsWith);
        }
        // The loader finds classes only where their folder has an entry of its own.
        return !name.startsWith(CLASSES) || name.equals(CLASSES) || name.startsWith(CLASSES + "META-INF/VAADIN/");
    }

    /** The list of libraries, without those left out. */
    private static void libraries(JarFile from, JarEntry entry, JarOutputStream to) throws IOException {
        to.putNextEntry(new ZipEntry(LIBRARIES));
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(from.getInputStream(entry), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (kept(line.substring(line.indexOf('"') + 1, line.lastIndexOf('"')))) {
                    to.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        to.closeEntry();
    }

    private static void copy(JarFile from, JarEntry entry, JarOutputStream to) throws IOException {
        ZipEntry same = new ZipEntry(entry.getName());
        if (entry.getMethod() == ZipEntry.STORED) {
            // The loader reads nested jars in place.
            same.setMethod(ZipEntry.STORED);
            same.setSize(entry.getSize());
            same.setCompressedSize(entry.getSize());
            same.setCrc(entry.getCrc());
        }
        to.putNextEntry(same);
        try (InputStream in = from.getInputStream(entry)) {
            in.transferTo(to);
        }
        to.closeEntry();
    }
}
