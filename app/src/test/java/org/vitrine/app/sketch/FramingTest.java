package org.vitrine.app.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.charts.render.Raster;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.model.DataReference;

class FramingTest {
    private static final Framing MNIST = Framing.MNIST;

    /** Ink of 1 in a rectangle, on dots. */
    private static Raster rectangle(int side, int left, int top, int width, int height) {
        float[] values = new float[side * side];
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                values[y * side + x] = 1;
            }
        }
        return new Raster(1, side, side, values);
    }

    private static double[] centre(Raster picture) {
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < picture.values().length; i++) {
            double weight = picture.values()[i];
            mass += weight;
            x += weight * (i % picture.width() + 0.5);
            y += weight * (Math.floorDiv(i, picture.width()) + 0.5);
        }
        return new double[] {x / mass, y / mass, mass};
    }

    /** 40 by 100 dots become 8 by 20 pixels in the middle: columns 10 to 17, rows 4 to 23. */
    @Test
    void aRectangleFillsItsBoxInTheMiddle() {
        Raster framed = MNIST.apply(rectangle(280, 20, 150, 40, 100), 28, 28);
        assertThat(framed.values()).containsExactly(rectangle(28, 10, 4, 8, 20).values(), within(1e-5f));
    }

    @Test
    void edgesInsidePixelsAreCoveredByTheirShare() {
        // 50 by 100 dots: 10 by 20 pixels, columns 9 to 18; of 45 by 100 dots 9 columns, half a pixel at each end.
        Raster framed = MNIST.apply(rectangle(280, 30, 30, 45, 100), 28, 28);
        float[] row = new float[28];
        System.arraycopy(framed.values(), 14 * 28, row, 0, 28);
        assertThat(row[9]).isCloseTo(0.5f, within(1e-5f));
        assertThat(row[18]).isCloseTo(0.5f, within(1e-5f));
        for (int x = 10; x < 18; x++) {
            assertThat(row[x]).isCloseTo(1, within(1e-5f));
        }
        assertThat(row[8] + row[19]).isCloseTo(0, within(1e-5f));
        assertThat(centre(framed)[2]).isCloseTo(9 * 20, within(1e-3));
    }

    @Test
    void theCentreOfMassLiesInTheMiddleWhereverOneDraws() {
        for (int at : new int[] {0, 37, 120}) {
            float[] values = rectangle(280, at, at, 30, 150).values();
            float[] foot = rectangle(280, at, at + 120, 90, 30).values();
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.max(values[i], foot[i]);
            }
            double[] centre = centre(MNIST.apply(new Raster(1, 280, 280, values), 28, 28));
            assertThat(centre[0]).isCloseTo(14, within(1e-4));
            assertThat(centre[1]).isCloseTo(14, within(1e-4));
        }
    }

    @Test
    void aDarkDrawingOnBrightGroundIsFramedAlike() {
        float[] dark = rectangle(280, 20, 150, 40, 100).values();
        for (int i = 0; i < dark.length; i++) {
            dark[i] = 1 - dark[i];
        }
        float[] framed = new Framing(20, Framing.Centre.MASS, 1)
                .apply(new Raster(1, 280, 280, dark), 28, 28)
                .values();
        float[] bright = rectangle(28, 10, 4, 8, 20).values();
        for (int i = 0; i < framed.length; i++) {
            assertThat(framed[i]).isCloseTo(1 - bright[i], within(1e-5f));
        }
    }

    @Test
    void aTinyDotIsNotBlownUpAndNothingStaysNothing() {
        Raster framed = MNIST.apply(rectangle(280, 100, 100, 4, 4), 28, 28);
        assertThat(centre(framed)[2])
                .as("four times as wide, as much ink")
                .isCloseTo(Math.pow(4 / 10.0 * 4, 2), within(1e-3));
        assertThat(MNIST.apply(rectangle(280, 0, 0, 0, 0), 28, 28).values()).containsOnly(0);
    }

    @Test
    void withoutFramingADrawingStaysWhereItIs() {
        assertThat(Framing.none(0)
                        .apply(rectangle(280, 20, 150, 40, 100), 28, 28)
                        .values())
                .containsExactly(rectangle(28, 2, 15, 4, 10).values(), within(1e-5f));
        assertThat(Framing.none(0).frames()).isFalse();
    }

    @Test
    void howADataSetFramesIsFound() throws Exception {
        assertThat(of("mnist")).isEqualTo(MNIST);
        assertThat(of("fashion-mnist").frames()).isFalse();
        assertThat(of("emoji").frames()).isFalse();
    }

    /** Digits of the data set, framed again, keep their size up to a pixel and a half, and lie in the middle. */
    @Test
    void digitsOfTheDataSetStayAsTheyAre() throws Exception {
        for (Raster digit : examples("mnist", 50)) {
            Sketch sketch = new Sketch(1, 28, 28, 0);
            sketch.start(digit);
            Raster framed = MNIST.apply(sketch.fine(), 28, 28);
            Ink ink = Ink.of(framed, 0, 0.05);
            assertThat(Math.max(ink.width(), ink.height())).isBetween(19.0, 22.0);
            assertThat(ink.x()).isCloseTo(14, within(0.1));
            assertThat(ink.y()).isCloseTo(14, within(0.1));
            assertThat(centre(framed)[2] / centre(digit)[2]).isBetween(0.85, 1.3);
        }
    }

    private static Framing of(String id) throws Exception {
        return Framing.of(examples(id, 200));
    }

    private static List<Raster> examples(String id, int count) throws Exception {
        Dataset data = DatasetCatalogue.builtIn().load(DataReference.of(id));
        List<Raster> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            examples.add(Raster.of(data.presentation()
                    .image(data.test().example(i).inputs().row(0))
                    .orElseThrow()));
        }
        return examples;
    }
}
