package org.vitrine.datasets.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.random.Draw;
import org.vitrine.graph.shape.Image;

/** Many small pictures and many large ones, within a heap of 1 GB (the build's {@code test.heap}). */
class ImportScaleTest {
    private static final Logger LOG = LoggerFactory.getLogger(ImportScaleTest.class);
    private static final long GIGABYTE = 1L << 30;
    private static final int CLASSES = 10;
    /** Amount of noise that makes photos of about 1 MB. */
    private static final int GRAIN = 42;

    @TempDir
    Path home;

    @Test
    void twoThousandSmallPictures(TestReporter reporter) throws Exception {
        importSmall(2000, reporter);
    }

    @Test
    @Tag("heavy")
    void sixtyThousandSmallPictures(TestReporter reporter) throws Exception {
        importSmall(60_000, reporter);
    }

    @Test
    @Tag("heavy")
    void fiveThousandPhotos(TestReporter reporter) throws Exception {
        Path root = photos(5000);
        RawDataset data = imported("5,000 photos of 4000 x 3000", root, 5000, reporter);
        assertThat(((Content.Ready) data.stage().content()).shape()).isEqualTo(new Image(3, 64, 64));
    }

    private void importSmall(int count, TestReporter reporter) throws Exception {
        Path root = digits(count);
        Path broken = root.resolve("0/broken.png");
        Files.write(broken, new byte[] {1, 2, 3});
        RawDataset data = imported(count + " pictures of 28 x 28", root, count, reporter);
        assertThat(((Content.Ready) data.stage().content()).shape()).isEqualTo(new Image(1, 28, 28));
        for (Part part : Part.values()) {
            Examples examples = data.stage().part(part);
            for (int i = 0; i < examples.size(); i++) {
                float[] pixels = examples.example(i).numbers().tensor().values();
                float label = examples.example(i).target().values()[0];
                assertThat(Math.round(pixels[0] * 255)).isEqualTo(Math.round(label));
            }
        }
    }

    private RawDataset imported(String what, Path root, int count, TestReporter reporter) throws Exception {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(GIGABYTE);
        ImageFolder importer = new ImageFolder(new ImportCache(home.resolve("cache")));
        Map<String, String> options = Map.of("folder", root.toString());
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        cancelled(importer, options, count);
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        ImportReport report = importer.run(options, ImportProgress.NONE);
        double seconds = (System.nanoTime() - start) * 1e-9;
        // Pools reach their peaks at different times, so this is more than was ever used at once.
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        start = System.nanoTime();
        ImportReport again = importer.run(options, ImportProgress.NONE);
        double secondsAgain = (System.nanoTime() - start) * 1e-9;
        assertThat(report.examples()).isEqualTo(count);
        assertThat(report.classes()).hasSize(CLASSES);
        assertThat(again.known()).isTrue();
        assertThat(peak).isLessThan(GIGABYTE);
        String text = String.format(
                "%.1f s, at most %d MB of heap; %.1f s when imported again", seconds, peak / 1_000_000, secondsAgain);
        reporter.publishEntry(what, text);
        LOG.info("{}: {}", what, text);
        return importer.read(report.options());
    }

    private void cancelled(ImageFolder importer, Map<String, String> options, int count) throws IOException {
        ImportProgress cancel = (phase, done, total) -> {
            assertThat(total).isBetween((long) count, count + 1L);
            if (phase == ImportProgress.Phase.CONVERTING && done == count / 20) {
                Thread.currentThread().interrupt();
            }
        };
        assertThatThrownBy(() -> importer.run(options, cancel))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("cancelled");
        assertThat(Thread.interrupted()).isTrue();
        try (Stream<Path> files = Files.list(home.resolve("cache"))) {
            assertThat(files).isEmpty();
        }
    }

    /** In folders 0 to 9; the first pixel tells the class. */
    private Path digits(int count) throws IOException {
        Path root = home.resolve("digits");
        for (int c = 0; c < CLASSES; c++) {
            Files.createDirectories(root.resolve(Integer.toString(c)));
        }
        BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        for (int i = 0; i < count; i++) {
            Draw draw = Draw.forExample(1, i);
            for (int k = 0; k < 60; k++) {
                image.getRaster().setSample(1 + draw.below(27), draw.below(28), 0, draw.below(256));
            }
            image.getRaster().setSample(0, 0, 0, i % CLASSES);
            Files.write(root.resolve(i % CLASSES + "/" + i + ".png"), encoded(image, writer, -1));
        }
        writer.dispose();
        return root;
    }

    /** A few photos of 12 megapixels and about 1 MB, each of which stands under many names. */
    private Path photos(int count) throws IOException {
        Path root = home.resolve("photos");
        List<Path> originals = new ArrayList<>();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        for (int c = 0; c < CLASSES; c++) {
            Files.createDirectories(root.resolve("class " + c));
            Path original = home.resolve("original" + c + ".jpg");
            Files.write(original, encoded(photo(c), writer, 0.35f));
            LOG.info("Photo {} has {} kB", c, Files.size(original) / 1000);
            assertThat(Files.size(original)).isBetween(700_000L, 1_500_000L);
            originals.add(original);
        }
        writer.dispose();
        for (int i = 0; i < count; i++) {
            Path copy = root.resolve("class " + i % CLASSES + "/" + i + ".jpg");
            try {
                Files.createLink(copy, originals.get(i % CLASSES));
            } catch (UnsupportedOperationException e) {
                Files.copy(originals.get(i % CLASSES), copy);
            }
        }
        return root;
    }

    private static BufferedImage photo(int index) {
        BufferedImage image = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);
        Draw draw = Draw.forExample(2, index);
        int[] row = new int[4000];
        for (int y = 0; y < 3000; y++) {
            for (int x = 0; x < 4000; x++) {
                int grain = draw.below(GRAIN);
                int red = (int) (110 + 90 * Math.sin(x / (190.0 + index) + y / 300.0)) + grain;
                int green = (int) (110 + 90 * Math.sin(y / (170.0 + index))) + grain;
                row[x] = red << 16 | green << 8 | (x + y) / 32 % 200 + grain;
            }
            image.setRGB(0, y, 4000, 1, row, 0, 4000);
        }
        return image;
    }

    private static byte[] encoded(BufferedImage image, ImageWriter writer, float quality) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (quality >= 0) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
        }
        try (ImageOutputStream stream = new javax.imageio.stream.MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        }
        return out.toByteArray();
    }
}
