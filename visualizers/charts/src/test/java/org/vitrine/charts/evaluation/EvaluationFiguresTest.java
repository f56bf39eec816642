package org.vitrine.charts.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.charts.render.Palette;
import org.vitrine.charts.render.Raster;
import org.vitrine.datasets.evaluation.Calibration;
import org.vitrine.datasets.evaluation.Interval;
import org.vitrine.datasets.evaluation.Slice;
import org.vitrine.datasets.metrics.ClassificationMetrics;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.PictureFormat;
import org.vitrine.drawing.Print;
import org.vitrine.drawing.Theme;

class EvaluationFiguresTest {
    @TempDir
    Path folder;

    private static BufferedImage drawn(Figure figure) {
        return new Print("", 400, 300, Theme.WHITE, figure).image(1);
    }

    private String svg(Figure figure) throws IOException {
        Path file = folder.resolve("figure.svg");
        new Print("", 400, 300, Theme.WHITE, figure).write(file, PictureFormat.SVG, 1);
        return Files.readString(file);
    }

    /** Whether a pixel near a place is not paper. */
    private static boolean isInked(BufferedImage image, double x, double y) {
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                if ((image.getRGB((int) x + dx, (int) y + dy) & 0xFFFFFF) != 0xFFFFFF) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void theNameOfOneLineIsTheAxisAndLiesOnNoLine() throws Exception {
        SeriesFigure.Line top = new SeriesFigure.Line("ppm", new double[] {0, 10}, new double[] {5, 5}, 0, false);
        SeriesFigure.Line foot = new SeriesFigure.Line("other", new double[] {0, 10}, new double[] {0, 0}, 1, false);
        String one = svg(new SeriesFigure("time", "", List.of(top)));
        assertThat(one).containsOnlyOnce(">ppm<").containsPattern("rotate[^>]*>ppm<");
        String two = svg(new SeriesFigure("time", "", List.of(top, foot)));
        assertThat(two).containsOnlyOnce(">ppm<").contains(">other<").doesNotContainPattern("rotate[^>]*>ppm<");
    }

    @Test
    void textsOnTilesEndWithAWholeLine() throws Exception {
        Look look = Look.of(IntStream.range(0, 40).mapToObj(i -> "line" + i).toList());
        TilesFigure figure =
                new TilesFigure(List.of(new TilesFigure.Tile(0, List.of(look), List.of(), false, List.of())), 100, -1);
        String svg = svg(figure);
        assertThat(svg).contains(">line6<").doesNotContain(">line7<");
    }

    @Test
    void aPointIsDrawnWhereItIsFound() {
        PointsFigure figure =
                new PointsFigure("x", "y", new double[] {0, 1, 2}, new double[] {0, 3, 1}, PointsFigure.Rule.ZERO, -1);
        BufferedImage image = drawn(figure);
        int found = 0;
        for (int x = 0; x < 400; x++) {
            for (int y = 0; y < 250; y++) {
                if (figure.at(x, y, 400, 300) == 1) {
                    found++;
                }
            }
        }
        assertThat(found).isPositive();
        assertThat(figure.at(5, 5, 400, 300)).isEqualTo(-1);
        assertThat(image.getWidth()).isEqualTo(400);
    }

    @Test
    void aCellIsFoundWhereItIsDrawn() {
        ClassificationMetrics metrics = ClassificationMetrics.of(new long[][] {{5, 1}, {2, 4}});
        MatrixFigure figure = new MatrixFigure(metrics, List.of("cat", "dog"), "true", "predicted", 1, 0);
        drawn(figure);
        assertThat(figure.at(2, 2, 400, 300)).containsExactly(-1, -1);
        boolean[][] seen = new boolean[2][2];
        for (int x = 0; x < 400; x += 4) {
            for (int y = 0; y < 300; y += 4) {
                int[] cell = figure.at(x, y, 400, 300);
                if (cell[0] >= 0) {
                    seen[cell[0]][cell[1]] = true;
                }
            }
        }
        assertThat(seen).isDeepEqualTo(new boolean[][] {{true, true}, {true, true}});
    }

    @Test
    void tilesAreFoundWhereTheyAreDrawnAndTellHowHighTheyAre() {
        Look look = Look.of(new Raster(1, 2, 2, new float[] {1, 0, 0, 1}));
        List<TilesFigure.Tile> tiles = List.of(
                new TilesFigure.Tile(7, List.of(look), List.of("seven"), false, List.of()),
                new TilesFigure.Tile(9, List.of(look), List.of("nine"), true, List.of()));
        TilesFigure figure = new TilesFigure(tiles, 100, 9);
        BufferedImage image = drawn(figure);
        assertThat(figure.at(60, 60, 400)).isEqualTo(7);
        assertThat(figure.at(170, 60, 400)).isEqualTo(9);
        assertThat(figure.at(390, 60, 400)).isEqualTo(-1);
        assertThat(isInked(image, 60, 90)).isTrue();
        assertThat(figure.height(400)).isLessThan(figure.height(150));
    }

    @Test
    void aSliceIsFoundByItsRow() {
        Slice slice = new Slice("short", new int[] {1, 2}, 0.5, Interval.wilson(1, 2));
        SlicesFigure figure = new SlicesFigure(List.of(slice, slice), 0.6, true, "share", "short");
        drawn(figure);
        assertThat(figure.at(15)).isZero();
        assertThat(figure.at(40)).isEqualTo(1);
        assertThat(figure.at(200)).isEqualTo(-1);
    }

    @Test
    void zoomingKeepsWhatLiesUnderTheMouse() {
        float[][] places = {{0, 0}, {4, 4}, {-2, 1}};
        ProjectionFigure.View view = ProjectionFigure.View.all(places);
        double x = view.across(places[2], 400, 300);
        double y = view.down(places[2], 400, 300);
        ProjectionFigure.View near = view.zoomed(3, x, y, 400, 300);
        assertThat(near.across(places[2], 400, 300)).isCloseTo(x, within(1e-6));
        assertThat(near.down(places[2], 400, 300)).isCloseTo(y, within(1e-6));
        assertThat(near.reach()).isCloseTo(view.reach() / 3, within(1e-9));
        ProjectionFigure figure =
                new ProjectionFigure(places, new int[] {0, 1, 9}, List.of("a", "b"), List.of(), near, -1);
        assertThat(figure.at(x, y, 400, 300)).isEqualTo(2);
        assertThat(isInked(drawn(figure), x, y)).isTrue();
        assertThat(near.moved(10, 0, 400, 300).across(places[2], 400, 300)).isCloseTo(x + 10, within(1e-6));
    }

    @Test
    void namesOfBoxesCoverNoOtherAndStayInThePicture() {
        Rectangle2D picture = new Rectangle2D.Double(0, 0, 100, 100);
        BoxNames names = new BoxNames(picture);
        List<Rectangle2D> places = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            names.place(new Rectangle2D.Double(50 + i, 4 + i, 40, 40), 48).ifPresent(places::add);
        }
        assertThat(places).hasSizeGreaterThan(2).hasSizeLessThan(6).allMatch(picture::contains);
        for (int i = 1; i < places.size(); i++) {
            assertThat(places.subList(0, i)).noneMatch(places.get(i)::intersects);
        }
        assertThat(names.place(new Rectangle2D.Double(0, 60, 20, 20), 30)).isPresent();
    }

    @Test
    void averagesAreNotTakenForAClass() throws Exception {
        double[] ends = {0, 1};
        CurvesFigure.Line average = new CurvesFigure.Line("mean", ends, ends, -1, false, false);
        String svg = svg(new CurvesFigure("x", "y", List.of(average), List.of(), false));
        for (int k = 0; k < 2 * Palette.size(); k++) {
            String colour = String.format(Locale.ROOT, "#%06X", Hues.of(k, false) & 0xFFFFFF);
            CurvesFigure.Line line = new CurvesFigure.Line("class", ends, ends, k, false, false);
            assertThat(svg(new CurvesFigure("x", "y", List.of(line), List.of(), false)))
                    .containsIgnoringCase("stroke=\"" + colour);
            assertThat(svg).doesNotContainIgnoringCase("stroke=\"" + colour);
        }
    }

    @Test
    void theLegendOfReliabilityHasTheColoursOfTheBars() throws Exception {
        float[][] outputs = {{0.9f, 0.1f}, {0.9f, 0.1f}, {0.4f, 0.6f}, {0.4f, 0.6f}};
        Calibration calibration = Calibration.of(outputs, new int[] {0, 1, 1, 1}, 10);
        String svg = svg(new ReliabilityFigure(calibration, "x", "y", "right", "too sure", "unsure", "count"));
        assertThat(svg).contains(">too sure<").contains(">unsure<");
        Matcher fills = Pattern.compile("fill=\"(#[0-9a-fA-F]{6})\"").matcher(svg);
        Map<String, Integer> counts = new HashMap<>();
        while (fills.find()) {
            counts.merge(fills.group(1).toUpperCase(Locale.ROOT), 1, Integer::sum);
        }
        for (int key : new int[] {0, 2, 3}) {
            String colour = String.format(Locale.ROOT, "#%06X", Palette.argb(key, false) & 0xFFFFFF);
            assertThat(counts.getOrDefault(colour, 0)).as(colour).isGreaterThanOrEqualTo(2);
        }
    }
}
