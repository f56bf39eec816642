package org.vitrine.charts.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.charts.render.Raster;
import org.vitrine.charts.render.Relevance;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.ImageSheet;
import org.vitrine.drawing.Theme;

class FiguresTest {
    private static final Theme DARK = new Theme(0xFF0D1117, 0xFFE6EDF3, 0xFF8B949E, 0xFF30363D, true);

    static Stream<Figure> figures() {
        List<Ridgeline.Ridge> ridges = IntStream.range(0, 9)
                .mapToObj(i -> new Ridgeline.Ridge("it " + i, -1 - i, 1 + i, new float[] {0.1f, 0.4f, 0.4f, 0.1f}))
                .toList();
        float[] ramp = ramp(5);
        return Stream.of(
                new Ridgeline("weight", ridges, 4),
                new MapsFigure(List.of(new MapsFigure.Tile("a", 1, 2, 2, new float[] {-1, 0, 0.5f, 1}))),
                new ConfusionFigure(List.of("cat", "dog"), new float[] {5, 1, 0, 7}, "true", "predicted"),
                new PlaneFigure(
                        new PlaneFigure.Bounds(-1, 1, -1, 1),
                        5,
                        concat(ramp, ramp),
                        ramp,
                        List.of("dense"),
                        List.of(new PlaneFigure.Dot(0, 0, 1)),
                        -1),
                new PinnedFigure(List.of(
                        new PinnedFigure.Card(
                                "test 1",
                                Optional.of(new Raster(1, 2, 2, new float[] {0, 1, 0.5f, 0})),
                                List.of(),
                                Optional.of(new Relevance(2, 2, new float[] {1, -1, 0, 0}, true)),
                                "cat",
                                Optional.of(true),
                                new double[] {0.2, 0.5, 0.9},
                                1),
                        new PinnedFigure.Card(
                                "test 2",
                                Optional.empty(),
                                List.of("a", "good", "film"),
                                Optional.of(new Relevance(1, 3, new float[] {0, 1, -0.5f}, true)),
                                "3.5",
                                Optional.empty(),
                                new double[] {3},
                                0))));
    }

    private static float[] ramp(int side) {
        float[] values = new float[side * side];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % side - 1.5f;
        }
        return values;
    }

    private static float[] concat(float[] a, float[] b) {
        float[] both = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    @ParameterizedTest
    @MethodSource("figures")
    void everyFigureIsDrawnInLightAndDark(Figure figure) {
        assertThat(colours(figure, Theme.WHITE)).isGreaterThan(3);
        assertThat(colours(figure, DARK)).isGreaterThan(3);
    }

    private static long colours(Figure figure, Theme theme) {
        BufferedImage image = new BufferedImage(420, 260, BufferedImage.TYPE_INT_ARGB);
        figure.draw(new ImageSheet(image, 1), 420, 260, theme);
        return IntStream.of(image.getRGB(0, 0, 420, 260, null, 0, 420))
                .distinct()
                .count();
    }

    @Test
    void theLineOfAUnitRunsWhereItIsZero() {
        Path2D path = new Contour(ramp(5), 0, 5, 0).path(0, 0, 100, 100);

        int points = 0;
        double[] place = new double[6];
        for (PathIterator each = path.getPathIterator(null); !each.isDone(); each.next()) {
            each.currentSegment(place);
            // Between columns 1 (-0.5) and 2 (0.5), whose centres are at 30 and 50.
            assertThat(place[0]).isCloseTo(40, within(1e-9));
            points++;
        }
        assertThat(points).isEqualTo(8);
    }

    private static PinnedFigure pinned(int cards) {
        return new PinnedFigure(java.util.stream.IntStream.range(0, cards)
                .mapToObj(i -> new PinnedFigure.Card(
                        "true " + i + " \u00b7 test " + i,
                        Optional.of(new Raster(1, 2, 2, new float[] {0, 1, 0.5f, 0})),
                        List.of(),
                        Optional.empty(),
                        "cat",
                        Optional.of(true),
                        new double[] {0.2, 0.5, 0.9},
                        1))
                .toList());
    }

    @Test
    void pinnedPicturesGetTheHeightThatTheyNeedToBeRead() {
        PinnedFigure six = pinned(6);
        assertThat(six.height(480)).as("a row of six slim cards").isBetween(150.0, 180.0);
        assertThat(six.height(240)).as("two rows and more").isGreaterThan(six.height(480));
        assertThat(six.height(1200)).as("pictures beside each other").isLessThan(six.height(480));
        assertThat(new PinnedFigure(List.of()).height(480)).isZero();
    }

    @Test
    void aPinnedCardIsFoundByItsPlace() {
        PinnedFigure six = pinned(6);
        assertThat(six.at(30, 60, 480, 170).orElseThrow().title()).startsWith("true 0");
        assertThat(six.at(470, 60, 480, 170).orElseThrow().title()).startsWith("true 5");
        assertThat(six.at(2, 60, 480, 170)).isEmpty();
        assertThat(six.at(30, 500, 480, 170)).isEmpty();
    }
}
