package org.vitrine.runs.forecast;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.graph.json.AtomicFiles;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.runs.Device;
import org.vitrine.runs.event.RunEvent.Calibrated;
import org.vitrine.runs.json.Json;
import org.vitrine.runs.store.RunStore;
import org.vitrine.runs.store.VitrineVersion;

/**
 * What was measured on this machine, one small file each, by what it depends on: graph, data, the settings that cost time,
 * threads, device and version. Safe for several threads and processes.
 */
public final class CalibrationCache {
    private static final Logger LOG = LoggerFactory.getLogger(CalibrationCache.class);
    private static final int KEPT = 200;

    private final Path folder;

    public CalibrationCache(Path folder) {
        this.folder = folder;
    }

    /** The cache that belongs to a store of runs. */
    public static CalibrationCache beside(RunStore runs) {
        return new CalibrationCache(runs.root().resolveSibling("calibrations"));
    }

    /** What was measured, if it was. */
    public Optional<Calibrated> find(GraphDocument document, Device device, int threads) {
        Path file = file(document, device, threads);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.mapper().readValue(file.toFile(), Calibrated.class));
        } catch (IOException e) {
            LOG.info("{} can not be read: it is measured again", file, e);
            return Optional.empty();
        }
    }

    /** Keeps a measurement, and only so many of the last ones. */
    public void keep(GraphDocument document, Device device, int threads, Calibrated found) throws IOException {
        Files.createDirectories(folder);
        AtomicFiles.write(file(document, device, threads), Json.mapper().writeValueAsBytes(found));
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted(Comparator.comparingLong(
                                    (Path file) -> file.toFile().lastModified())
                            .reversed())
                    .toList();
        }
        for (Path old : files.subList(Math.min(KEPT, files.size()), files.size())) {
            Files.deleteIfExists(old);
        }
    }

    private Path file(GraphDocument document, Device device, int threads) {
        TrainingSettings training = document.training();
        List<Object> facts = List.of(
                document.flat().graph(),
                document.data(),
                training.batchSize(),
                training.updater(),
                training.clipping(),
                training.l1() > 0,
                training.l2() > 0,
                threads,
                device,
                VitrineVersion.current(),
                System.getProperty("java.vm.version"));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(facts.toString().getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash, 0, 16) + ".json");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
