package org.vitrine.app.data.draw;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.vitrine.app.sketch.Pen;
import org.vitrine.charts.preview.SoundPlayer;
import org.vitrine.charts.render.Picture;
import org.vitrine.charts.render.Raster;
import org.vitrine.graph.json.AtomicFiles;

/** Writes drawn data as files that the importers, and other programs, read. An earlier drawing is never written over. */
public final class DrawnFiles {
    private final Path root;

    /** @param root the user's data folder */
    public DrawnFiles(Path root) {
        this.root = root;
    }

    /** A drawing with its class. */
    public record Labelled<T>(String label, T drawing) {}

    /** A CSV file. */
    public Path table(String name, String csv) throws IOException {
        Files.createDirectories(root);
        Path file = free(name, ".csv");
        AtomicFiles.write(file, csv.getBytes(StandardCharsets.UTF_8));
        return file;
    }

    /** A folder of PNG files with one folder a class. */
    public Path pictures(String name, List<Labelled<Raster>> pictures) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        int number = 0;
        for (Labelled<Raster> each : pictures) {
            files.put(
                    fileName(each.label(), number++, ".png"),
                    picture(each.drawing()).png());
        }
        return folder(name, files);
    }

    /** Grey pixels for a PNG file. */
    private static Picture picture(Raster raster) {
        int[] argb = new int[raster.values().length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | Pen.grey(raster.values()[i]);
        }
        return new Picture(raster.width(), raster.height(), argb);
    }

    /** A folder of WAV files with one folder a class. */
    public Path sounds(String name, List<Labelled<float[]>> sounds, int rate) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        int number = 0;
        for (Labelled<float[]> each : sounds) {
            files.put(fileName(each.label(), number++, ".wav"), wav(each.drawing(), rate));
        }
        return folder(name, files);
    }

    private static String fileName(String label, int number, String end) {
        return safe(label) + "/" + String.format(Locale.ROOT, "%04d", number) + end;
    }

    static byte[] wav(float[] samples, int rate) throws IOException {
        byte[] bytes = SoundPlayer.bytes(samples);
        AudioFormat format = new AudioFormat(rate, 16, 1, true, false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(bytes), format, samples.length),
                AudioFileFormat.Type.WAVE,
                out);
        return out.toByteArray();
    }

    private Path folder(String name, Map<String, byte[]> files) throws IOException {
        Files.createDirectories(root);
        Path folder = free(name, "");
        Path making = Files.createTempDirectory(root, ".drawing");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = making.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return Files.move(making, folder);
    }

    private Path free(String name, String end) {
        String base = safe(name);
        Path path = root.resolve(base + end);
        for (int number = 2; Files.exists(path); number++) {
            path = root.resolve(base + "-" + number + end);
        }
        return path;
    }

    /** A name that all systems take for a file. */
    private static String safe(String name) {
        String safe = name.strip().replaceAll("[^\\p{L}\\p{N} _-]", "_").strip();
        return safe.isEmpty() ? "drawing" : safe.substring(0, Math.min(60, safe.length()));
    }
}
