package org.vitrine.datasets.catalogue.audio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.catalogue.support.Resources;
import org.vitrine.datasets.read.MuLaw;

/**
 * A spoken word.
 *
 * @param samples from -1 to 1
 * @param voice and tempo, such as {@code flite-kal16-0.85}
 */
record KeywordClip(float[] samples, String word, String voice) {
    /** Samples a second. */
    static final int RATE = 8000;

    private static final String PATH = "keywords/keywords20-flite-8k-ulaw.zip";
    private static final String AUDIO = "audio.u8";
    private static final String INDEX = "index.csv";
    private static final int MOST_BYTES = 16_000_000;

    /** Who speaks, at any tempo and sound quality: kal16 is kal recorded better. */
    String speaker() {
        return voice.split("-")[1].replaceAll("[0-9]+$", "");
    }

    /** The samples with silence before and behind, so that half of the energy comes before the middle if there is room. */
    float[] centred(int length) {
        double energy = 0;
        for (float sample : samples) {
            energy += sample * sample;
        }
        double before = 0;
        int middle = 0;
        while (middle < samples.length && before < energy / 2) {
            before += samples[middle] * samples[middle];
            middle++;
        }
        int start = Math.max(0, Math.min(length - samples.length, length / 2 - middle));
        float[] whole = new float[length];
        System.arraycopy(samples, 0, whole, start, samples.length);
        return whole;
    }

    static List<KeywordClip> readAll() throws DatasetException {
        Map<String, byte[]> files = files();
        byte[] audio = files.getOrDefault(AUDIO, new byte[0]);
        List<KeywordClip> clips = new ArrayList<>();
        List<String> lines = new String(files.getOrDefault(INDEX, new byte[0]), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .toList();
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            int offset = Integer.parseInt(cells[0]);
            int length = Integer.parseInt(cells[1]);
            clips.add(new KeywordClip(MuLaw.decode(audio, offset, length), cells[2], cells[3]));
        }
        return clips;
    }

    private static Map<String, byte[]> files() throws DatasetException {
        try (ZipInputStream zip = new ZipInputStream(Resources.open(PATH))) {
            Map<String, byte[]> files = new HashMap<>();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readNBytes(MOST_BYTES));
            }
            return files;
        } catch (IOException e) {
            throw new DatasetException(
                    "The program's own file " + PATH + " can not be read: " + e.getMessage() + ".", e);
        }
    }
}
