package org.vitrine.app.data.preview;

import org.vitrine.charts.preview.SpectrogramView;
import org.vitrine.charts.preview.Tile;
import org.vitrine.charts.render.Raster;

/** Spectrograms as small grey pictures, the highest band at the top. */
final class Pixels {
    private Pixels() {}

    static Tile of(Shown.Bands bands) {
        SpectrogramView.Content content = bands.content();
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float level : content.levels()) {
            least = Math.min(least, level);
            most = Math.max(most, level);
        }
        float span = most > least ? most - least : 1;
        float[] values = new float[content.levels().length];
        for (int row = 0; row < content.rows(); row++) {
            for (int frame = 0; frame < content.frames(); frame++) {
                values[row * content.frames() + frame] =
                        (content.levels()[(content.rows() - 1 - row) * content.frames() + frame] - least) / span;
            }
        }
        return new Tile(new Raster(1, content.rows(), content.frames(), values), bands.truth());
    }
}
