package org.vitrine.charts.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.charts.testing.Samples;
import org.vitrine.datasets.Tensor;

class PicturesTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @TempDir
    Path folder;

    @Test
    void aPngReadsBackPixelForPixel() throws IOException {
        Picture picture = HeatmapImage.render(
                Samples.ring(28), Samples.halves(28), Samples.halves(28).scale(), 0.6, false, 140, 140);
        Path file = folder.resolve("deep/map.png");
        picture.writePng(file);
        BufferedImage read = ImageIO.read(file.toFile());
        assertThat(read.getRGB(0, 0, 140, 140, null, 0, 140)).isEqualTo(picture.argb());
        try (var files = Files.list(folder.resolve("deep"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void opacityMixesImageAndMap() {
        Raster black = new Raster(1, 1, 1, new float[] {0});
        Relevance zero = new Relevance(1, 1, new float[] {0}, true);
        assertThat(HeatmapImage.render(black, zero, zero.scale(), 0, false, 1, 1)
                        .argb())
                .containsExactly(0xFF000000);
        assertThat(HeatmapImage.render(black, zero, zero.scale(), 0.5, false, 1, 1)
                        .argb())
                .containsExactly(0xFF808080);
        assertThat(HeatmapImage.render(black, zero, zero.scale(), 1, false, 1, 1)
                        .argb())
                .containsExactly(0xFFFFFFFF);
    }

    @Test
    void nearestKeepsHardPixelsAndBilinearGoesThroughTheMiddle() {
        Relevance map = new Relevance(1, 2, new float[] {0, 1}, false);
        ColorScale greys = new ColorScale(ColorMap.GREYS, 0, 1);
        int[] hard = HeatmapImage.render(null, map, greys, 1, false, 8, 1).argb();
        int[] soft = HeatmapImage.render(null, map, greys, 1, true, 8, 1).argb();
        assertThat(hard[3]).isEqualTo(0xFF000000);
        assertThat(hard[4]).isEqualTo(0xFFFFFFFF);
        assertThat(soft[3] & 0xFF).isBetween(80, 127);
        assertThat(soft[4] & 0xFF).isBetween(128, 180);
        assertThat(soft[0]).isEqualTo(0xFF000000);
    }

    @Test
    void coloursOfAnRgbImageAreKept() {
        Raster red = Raster.of(Tensor.of(new float[] {1, 0, 0.2f}, 3, 1, 1));
        assertThat(HeatmapImage.render(red, null, new ColorScale(ColorMap.GREYS, 0, 1), 1, false, 1, 1)
                        .argb())
                .containsExactly(0xFFFF0033);
    }

    @Test
    void signedChannelsAddUpAndUnsignedOnesTakeTheLargest() {
        Tensor tensor = Tensor.of(new float[] {1, -2, 3, 0.5f}, 2, 1, 2);
        assertThat(Relevance.of(tensor, true).values()).containsExactly(4, -1.5f);
        assertThat(Relevance.of(tensor, false).values()).containsExactly(3, 0.5f);
    }

    @Test
    void theReportPicturesHaveTitleLegendAndCurves() throws IOException {
        Picture map = HeatmapImage.withLegend(
                "Integrated Gradients, class 0", Samples.ring(28), Samples.halves(28), 0.7, true, 280);
        map.writePng(SCREENSHOTS.resolve("report-heatmap.png"));
        assertThat(map.width()).isGreaterThan(300);

        int n = 400;
        double[] x = new double[n];
        double[] train = new double[n];
        double[] test = new double[n];
        java.util.Random random = new java.util.Random(1);
        for (int i = 0; i < n; i++) {
            x[i] = i * 5;
            train[i] = 2.3 * Math.exp(-i / 60.0) + 0.08 + 0.03 * random.nextGaussian() * Math.exp(-i / 200.0);
            test[i] = i % 40 == 0 ? 2.2 * Math.exp(-i / 55.0) + 0.12 : Double.NaN;
        }
        double[] testX = java.util.stream.IntStream.range(0, n)
                .filter(i -> i % 40 == 0)
                .mapToDouble(i -> x[i])
                .toArray();
        double[] testY =
                java.util.Arrays.stream(test).filter(v -> !Double.isNaN(v)).toArray();
        LineChartImage chart = new LineChartImage(
                "LeNet on MNIST: loss",
                "Iteration",
                "Cross entropy",
                false,
                false,
                List.of(
                        new Curve("training", Points.of(x, train), 0, false),
                        new Curve("validation", Points.of(testX, testY), 0, true)));
        Picture linear = chart.render(800, 420);
        linear.writePng(SCREENSHOTS.resolve("report-curves.png"));
        new LineChartImage("Log", "Iteration", "Loss", false, true, chart.curves())
                .render(800, 420)
                .writePng(SCREENSHOTS.resolve("report-curves-log.png"));
        int blue = Palette.argb(0, false);
        assertThat(java.util.Arrays.stream(linear.argb()).filter(p -> p == blue).count())
                .isGreaterThan(500);
    }

    @Test
    void anEmptyChartHasAxesOnly() {
        Picture picture = new LineChartImage("Empty", "Iteration", "Loss", false, true, List.of()).render(300, 200);
        assertThat(picture.width()).isEqualTo(300);
    }
}
