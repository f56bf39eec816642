package org.vitrine.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vitrine.charts.activations.ActivationFigure;
import org.vitrine.charts.activations.LayersFigure;
import org.vitrine.charts.bars.BarsFigure;
import org.vitrine.charts.curves.RecordFigure;
import org.vitrine.charts.heatmap.HeatmapFigure;
import org.vitrine.charts.render.Raster;
import org.vitrine.charts.render.Relevance;
import org.vitrine.charts.token.TokensFigure;
import org.vitrine.datasets.Tensor;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.ImageSheet;
import org.vitrine.drawing.MovedSheet;
import org.vitrine.drawing.Theme;

/** Figures that follow an input while it changes. */
class LiveFiguresTest {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 200;

    private static BufferedImage drawn(Figure figure) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
        figure.draw(new ImageSheet(image, 1), WIDTH, HEIGHT, Theme.WHITE);
        return image;
    }

    private static int red(int argb) {
        return argb >> 16 & 0xFF;
    }

    private static int blue(int argb) {
        return argb & 0xFF;
    }

    @Test
    void aMovedFigureIsTheSameFigureElsewhere() {
        ActivationFigure map = new ActivationFigure(Tensor.of(new float[] {0, 1, 2, 3}, 2, 2), 3);
        BufferedImage here = drawn((sheet, width, height, theme) -> map.draw(sheet, 60, 60, theme));
        BufferedImage there =
                drawn((sheet, width, height, theme) -> map.draw(new MovedSheet(sheet, 30, 20), 60, 60, theme));
        for (int y = 4; y < 52; y += 3) {
            for (int x = 4; x < 52; x += 3) {
                assertThat(there.getRGB(x + 30, y + 20)).isEqualTo(here.getRGB(x, y));
            }
        }
        assertThat(there.getRGB(4, 4)).isZero();
    }

    @Test
    void aHeatmapIsRedWhereRelevanceIsPositiveAndBlueWhereItIsNegative() {
        Raster grey = new Raster(1, 1, 2, new float[] {0.5f, 0.5f});
        Relevance relevance = new Relevance(1, 2, new float[] {1, -1}, true);
        BufferedImage image = drawn(new HeatmapFigure(grey, Optional.of(relevance), 0.7));
        int left = image.getRGB(30, 40);
        int right = image.getRGB(290, 40);
        assertThat(red(left)).isGreaterThan(blue(left));
        assertThat(blue(right)).isGreaterThan(red(right));
        int plain = drawn(new HeatmapFigure(grey, Optional.empty(), 0.7)).getRGB(30, 40);
        assertThat(red(plain)).isEqualTo(blue(plain)).isBetween(126, 129);
    }

    @Test
    void barsAreFoundByTheirHeightAndAsLongAsTheirShare() {
        BarsFigure bars = new BarsFigure(List.of("a", "b"), List.of(1.0, 0.0), true, 0);
        assertThat(bars.at(20, HEIGHT)).isZero();
        assertThat(bars.at(50, HEIGHT)).isEqualTo(1);
        assertThat(bars.at(150, HEIGHT)).isEqualTo(-1);
        assertThat(bars.at(2, HEIGHT)).isEqualTo(-1);
        BufferedImage image = drawn(bars);
        assertThat(image.getRGB(320, 23)).isEqualTo(image.getRGB(140, 23));
        assertThat(image.getRGB(320, 53)).isNotEqualTo(image.getRGB(320, 23));
        assertThatThrownBy(() -> new BarsFigure(List.of("a"), List.of(), true, 0))
                .hasMessage("1 names for 0 values");
    }

    @Test
    void wordsStandOnTheirColoursAndWrap() {
        TokensFigure tokens = new TokensFigure(List.of("good", "bad"), List.of(1.0, -1.0), true, Set.of(1));
        BufferedImage image = drawn(tokens);
        int good = image.getRGB(13, 13);
        assertThat(red(good)).isGreaterThan(blue(good));
        assertThatThrownBy(() -> new TokensFigure(List.of("a"), List.of(1.0, 2.0), true, Set.of()))
                .hasMessage("1 words cannot have 2 values");
        List<String> many = java.util.Collections.nCopies(30, "word");
        BufferedImage lines = drawn(new TokensFigure(many, List.of(), true, Set.of(0)));
        assertThat(inkIn(lines, 40, 64)).as("the second line").isPositive();
    }

    private static long inkIn(BufferedImage image, int top, int bottom) {
        return java.util.stream.IntStream.range(top * WIDTH, bottom * WIDTH)
                .filter(i -> image.getRGB(i % WIDTH, i / WIDTH) != 0)
                .count();
    }

    @Test
    void pointsOfARecordAreWhereTheyAreDrawn() {
        RecordFigure record = new RecordFigure(
                List.of("level"),
                Tensor.of(new float[] {0, 5, 10, 5}, 1, 4),
                0,
                List.of(0.0),
                List.of(10.0),
                List.of(),
                true);
        assertThat(record.step(64, WIDTH)).isZero();
        assertThat(record.step(WIDTH, WIDTH)).isEqualTo(3);
        assertThat(record.value(22, HEIGHT)).isEqualTo(10);
        assertThat(record.value(HEIGHT - 22, HEIGHT)).isEqualTo(0);
        assertThat(record.value(HEIGHT / 2.0, HEIGHT)).isCloseTo(5, within(1e-9));
        assertThat(record.value(-50, HEIGHT)).isEqualTo(10);
        BufferedImage image = drawn(record);
        int middle = (int) (64 + 2.5 * (WIDTH - 64 - 12) / 4);
        assertThat(image.getRGB(middle, 23)).as("the highest point").isNotZero();
    }

    @Test
    void layersStandBesideEachOtherWithTheirNames() {
        LayersFigure.Layer layer = new LayersFigure.Layer("conv", "Convolution", Tensor.of(new float[] {1, 2}, 2));
        BufferedImage image = drawn(new LayersFigure(List.of(layer, layer, layer)));
        long[] thirds = new long[3];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            if (image.getRGB(i % WIDTH, i / WIDTH) != 0) {
                thirds[Math.min(2, i % WIDTH * 3 / WIDTH)]++;
            }
        }
        assertThat(thirds[0]).isGreaterThan(200);
        assertThat(thirds[1]).isGreaterThan(200);
        assertThat(thirds[2]).isGreaterThan(200);
        assertThat(new LayersFigure(List.of(layer, layer, layer, layer, layer)).height(WIDTH))
                .isGreaterThan(new LayersFigure(List.of(layer)).height(WIDTH));
    }
}
