package org.vitrine.charts.preview;

import java.util.List;
import org.vitrine.charts.render.Raster;

/**
 * A picture with a caption, and boxes drawn on it.
 *
 * @param boxes empty for none
 */
public record Tile(Raster image, String caption, List<MarkedBox> boxes) {
    public Tile {
        boxes = List.copyOf(boxes);
    }

    public Tile(Raster image, String caption) {
        this(image, caption, List.of());
    }
}
