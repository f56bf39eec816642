package org.vitrine.app.data.catalogue;

import java.util.Arrays;
import java.util.Optional;
import org.vitrine.app.data.preview.Shown;
import org.vitrine.app.data.preview.ShownExamples;
import org.vitrine.charts.render.ColorMap;
import org.vitrine.charts.render.ColorScale;
import org.vitrine.charts.render.HeatmapImage;
import org.vitrine.charts.render.Palette;
import org.vitrine.charts.render.Picture;
import org.vitrine.charts.render.Raster;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Value;

/** Paints a small picture of what a data set holds, in colours that stand out on light and dark paper. */
final class ThumbPainter {
    static final int SIDE = 96;

    private static final ColorScale UNUSED = new ColorScale(ColorMap.GREYS, 0, 1);
    private static final int LINE = 0xFF2F81F7;

    private ThumbPainter() {}

    /** Empty for texts and tables, which are no pictures. */
    static Optional<Picture> paint(Stage stage) {
        if (stage.train().size() == 0) {
            return Optional.empty();
        }
        if (stage.content() instanceof Content.Ready ready && ready.presentation() instanceof Presentation.Points) {
            return Optional.of(points(stage));
        }
        Shown first = shown(stage, 0);
        if (first instanceof Shown.Image image) {
            return Optional.of(
                    image.tile().boxes().isEmpty()
                            ? mosaic(stage)
                            : scaled(image.tile().image(), SIDE));
        }
        if (first instanceof Shown.Sound sound) {
            return Optional.of(line(sound.samples(), -1, 1));
        }
        if (first instanceof Shown.Curves curves && !curves.values().isEmpty()) {
            float[] values = curves.values().get(0);
            float[] few = Arrays.copyOf(values, Math.min(600, values.length));
            float least = Float.POSITIVE_INFINITY;
            float most = Float.NEGATIVE_INFINITY;
            for (float value : few) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            return Optional.of(line(few, least, most > least ? most : least + 1));
        }
        return Optional.empty();
    }

    private static Shown shown(Stage stage, int index) {
        return ShownExamples.of(stage.content(), stage.targets(), stage.train().example(index));
    }

    /** Four examples from all over the training part, since files are often sorted by class. */
    private static Picture mosaic(Stage stage) {
        int half = SIDE / 2;
        int[] argb = new int[SIDE * SIDE];
        for (int i = 0; i < 4; i++) {
            int index = (int) ((i + 0.5) / 4 * stage.train().size());
            if (shown(stage, index) instanceof Shown.Image image) {
                Picture part = scaled(image.tile().image(), half);
                for (int y = 0; y < half; y++) {
                    System.arraycopy(part.argb(), y * half, argb, (i / 2 * half + y) * SIDE + i % 2 * half, half);
                }
            }
        }
        return new Picture(SIDE, SIDE, argb);
    }

    private static Picture scaled(Raster raster, int side) {
        return HeatmapImage.render(raster, null, UNUSED, 0, false, side, side);
    }

    private static Picture line(float[] values, float least, float most) {
        int[] argb = new int[SIDE * SIDE];
        int before = row(values[0], least, most);
        for (int x = 0; x < SIDE; x++) {
            int from = (int) ((long) x * values.length / SIDE);
            int to = (int) Math.max(from + 1, (long) (x + 1) * values.length / SIDE);
            int top = before;
            int bottom = before;
            for (int i = from; i < Math.min(to, values.length); i++) {
                before = row(values[i], least, most);
                top = Math.min(top, before);
                bottom = Math.max(bottom, before);
            }
            for (int y = top; y <= Math.min(SIDE - 1, bottom + 1); y++) {
                argb[y * SIDE + x] = LINE;
            }
        }
        return new Picture(SIDE, SIDE, argb);
    }

    private static int row(float value, float least, float most) {
        double share = (value - least) / (most - least);
        return (int) Math.round((SIDE - 5) * (1 - Math.max(0, Math.min(1, share)))) + 2;
    }

    private static Picture points(Stage stage) {
        int[] argb = new int[SIDE * SIDE];
        int count = Math.min(250, stage.train().size());
        float reach = 0;
        for (int i = 0; i < count; i++) {
            float[] at = at(stage.train().example(i));
            reach = Math.max(reach, Math.max(Math.abs(at[0]), Math.abs(at[1])));
        }
        boolean classes =
                !stage.targets().names().isEmpty() && stage.targets().scales().isEmpty();
        for (int i = 0; i < count; i++) {
            Example example = stage.train().example(i);
            float[] at = at(example);
            int x = (int) ((at[0] / reach + 1) / 2 * (SIDE - 5));
            int y = (int) ((1 - at[1] / reach) / 2 * (SIDE - 5));
            int color = Palette.argb(classes ? Math.round(example.target().values()[0]) : 0, true);
            for (int dot = 0; dot < 16; dot++) {
                argb[(y + dot / 4) * SIDE + x + dot % 4] = color;
            }
        }
        return new Picture(SIDE, SIDE, argb);
    }

    private static float[] at(Example example) {
        return ((Value.Numbers) example.value()).tensor().values();
    }
}
