package org.vitrine.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.catalogue.support.Resources;

class ShippedFilesTest {
    private static final Path FOLDER = Path.of("src/main/resources/org/vitrine/datasets");
    /** Tables of this program about data sets; all else is somebody's data. */
    private static final List<String> ABOUT_DATA = List.of("baselines.tsv", "download/download-catalogue.tsv");

    private static final String[] DATA = {".gz", ".csv", ".tsv", ".png", ".zip"};

    @Test
    void everyDataFileHasThePublishedChecksum() throws Exception {
        Map<String, String> expected = checksums();
        assertThat(expected.keySet()).containsExactlyElementsOf(files(DATA));
        for (Map.Entry<String, String> entry : expected.entrySet()) {
            assertThat(sha256(entry.getKey())).as(entry.getKey()).isEqualTo(entry.getValue());
        }
    }

    @Test
    void everyFolderOfDataSaysWhereItIsFromAndUnderWhatLicence() throws IOException {
        for (String file : files(DATA)) {
            Path notice = FOLDER.resolve(file).resolveSibling("NOTICE");
            assertThat(Files.readString(notice)).contains("Licence").contains("Obtained from");
        }
    }

    private static List<String> files(String... endings) throws IOException {
        try (Stream<Path> walk = Files.walk(FOLDER)) {
            return walk.map(path -> FOLDER.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> !ABOUT_DATA.contains(path))
                    .filter(path -> Stream.of(endings).anyMatch(path::endsWith))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> checksums() throws IOException, DatasetException {
        try (InputStream in = Resources.open("SHA256SUMS")) {
            Map<String, String> checksums = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> checksums.put(line.substring(66), line.substring(0, 64)));
            return checksums;
        }
    }

    private static String sha256(String path) throws Exception {
        try (InputStream in = Resources.open(path)) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
        }
    }
}
