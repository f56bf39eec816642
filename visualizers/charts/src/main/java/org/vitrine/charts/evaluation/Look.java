package org.vitrine.charts.evaluation;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.vitrine.charts.render.ColorMap;
import org.vitrine.charts.render.ColorScale;
import org.vitrine.charts.render.HeatmapImage;
import org.vitrine.charts.render.Raster;

/**
 * What an example looks like: an image, a few lines of text, or values over time.
 *
 * @param lines empty where there is an image
 * @param line values over time; else empty
 */
public record Look(Optional<BufferedImage> image, List<String> lines, float[] line) {
    /** No relevance is drawn here, so any scale does. */
    private static final ColorScale UNUSED = new ColorScale(ColorMap.GREYS, 0, 1);

    public Look {
        lines = List.copyOf(lines);
    }

    public static Look of(Raster raster) {
        var picture = HeatmapImage.render(raster, null, UNUSED, 0, false, raster.width(), raster.height());
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        return new Look(Optional.of(image), List.of(), new float[0]);
    }

    public static Look of(List<String> lines) {
        return new Look(Optional.empty(), lines, new float[0]);
    }

    public static Look ofLine(float[] line) {
        return new Look(Optional.empty(), List.of(), line);
    }
}
