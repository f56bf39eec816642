package org.vitrine.exchange.keras;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of models.zip, which make_models.py made. */
final class ModelFiles {
    private ModelFiles() {}

    static Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(ModelFiles.class.getResourceAsStream("models.zip"));
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    static byte[] file(String name) throws IOException {
        return Objects.requireNonNull(all().get(name), name);
    }
}
