package org.vitrine.charts.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void aPictureReadColumnByColumnHasOneValuePerColumn() {
        Relevance columns = Relevance.of(Tensor.of(new float[] {1, -2, 3}, 3), true);
        assertThat(columns.height()).isEqualTo(1);
        assertThat(columns.width()).isEqualTo(3);
        assertThat(columns.values()).containsExactly(1, -2, 3);
    }

    @Test
    void aHeatmapForReportsHasALegend() throws IOException {
        Picture map = HeatmapImage.withLegend(
                "Integrated Gradients, class 0", Samples.ring(28), Samples.halves(28), 0.7, true, 280);
        map.writePng(SCREENSHOTS.resolve("report-heatmap.png"));
        assertThat(map.width()).isGreaterThan(300);
    }
}
