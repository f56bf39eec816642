package org.vitrine.app.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.vitrine.charts.render.Raster;

class SketchTest {
    private static final Pen WHITE = new Pen(2, 0xFFFFFF);

    private static double ink(Raster raster) {
        double sum = 0;
        for (float value : raster.values()) {
            sum += value;
        }
        return sum;
    }

    /** A straight line of a round pen covers length times width and a disc. */
    @Test
    void aLineCoversItsArea() {
        Sketch sketch = new Sketch(1, 28, 28, 0);
        sketch.press(WHITE, 7 / 28.0, 0.5);
        sketch.drag(21 / 28.0, 0.5);
        Raster drawn = sketch.raster();
        assertThat(ink(drawn)).isCloseTo(14 * 2 + Math.PI, within(0.15));
        assertThat(drawn.values()[13 * 28 + 14]).isEqualTo(1);
        assertThat(drawn.values()[10 * 28 + 14]).isZero();
    }

    @Test
    void undoTakesBackOneStrokeAndAlsoAWipe() {
        Sketch sketch = new Sketch(1, 28, 28, 0);
        sketch.press(WHITE, 0.2, 0.2);
        sketch.drag(0.8, 0.2);
        Raster one = sketch.raster();
        sketch.press(WHITE, 0.2, 0.8);
        sketch.drag(0.8, 0.8);
        Raster two = sketch.raster();
        sketch.clear();
        assertThat(sketch.isEmpty()).isTrue();
        assertThat(ink(sketch.raster())).isZero();
        assertThat(sketch.undo()).isTrue();
        assertThat(sketch.raster().values()).isEqualTo(two.values());
        assertThat(sketch.undo()).isTrue();
        assertThat(sketch.raster().values()).isEqualTo(one.values());
        assertThat(sketch.undo()).isTrue();
        assertThat(sketch.isEmpty()).isTrue();
        assertThat(sketch.undo()).isFalse();
    }

    @Test
    void theGroundErases() {
        Sketch sketch = new Sketch(1, 8, 8, 0);
        sketch.press(new Pen(3, 0xFFFFFF), 0.5, 0.5);
        sketch.press(new Pen(5, 0), 0.5, 0.5);
        assertThat(ink(sketch.raster())).isZero();
        assertThat(sketch.isEmpty()).isFalse();
    }

    @Test
    void aPictureIsDrawnOverInItsColours() {
        float[] green = new float[3 * 16];
        java.util.Arrays.fill(green, 16, 32, 1);
        Raster picture = new Raster(3, 4, 4, green);
        Sketch sketch = new Sketch(3, 4, 4, 0xFFFFFF);
        assertThat(sketch.raster().values()).containsOnly(1);
        sketch.start(picture);
        assertThat(sketch.raster().values()).containsExactly(green, within(1e-6f));
        assertThat(sketch.base()).contains(picture);
        sketch.press(new Pen(20, 0x0000FF), 0.5, 0.5);
        assertThat(sketch.raster().values()).startsWith(0).endsWith(1);
        sketch.undo();
        assertThat(sketch.raster().values()).containsExactly(green, within(1e-6f));
        sketch.clear();
        assertThat(sketch.isEmpty()).isTrue();
        sketch.undo();
        assertThat(sketch.isEmpty()).isFalse();
    }

    @Test
    void pensSuitThePicture() {
        assertThat(Pen.usualWidth(28)).isCloseTo(2.3, within(1e-9));
        assertThat(Pen.usualWidth(8)).isEqualTo(1);
        assertThat(Pen.grey(1)).isEqualTo(0xFFFFFF);
        assertThat(Pen.grey(-2)).isZero();
    }
}
