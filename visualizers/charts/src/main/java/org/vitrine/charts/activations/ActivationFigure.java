package org.vitrine.charts.activations;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.vitrine.charts.render.ColorMap;
import org.vitrine.charts.render.ColorScale;
import org.vitrine.charts.render.HeatmapImage;
import org.vitrine.charts.render.Raster;
import org.vitrine.datasets.Tensor;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Pen;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;

/**
 * What leaves a layer for one example: blue below zero and red above, or from dark to light where nothing is negative.
 *
 * @param chosen the place of the value that is framed, row by row; -1 for none
 * @param picture that stands before the maps of its channels, in its colours
 */
public record ActivationFigure(Tensor values, int chosen, Optional<Raster> picture) implements Figure {
    private static final int FRAME = 0xFFD29922;
    private static final int HALO = 0xFF000000;

    /** Values that are no picture. */
    public ActivationFigure(Tensor values, int chosen) {
        this(values, chosen, Optional.empty());
    }

    private ActivationLayout layout(double width, double height) {
        int[] shape = values.shape().clone();
        shape[0] += before();
        return ActivationLayout.of(shape, width, height);
    }

    /** How many tiles stand before the values. */
    private int before() {
        return picture.isPresent() ? 1 : 0;
    }

    /**
     * The place of the value at a point of a figure of the given size, -1 if there is none. A pixel of the picture leads to the
     * chosen channel.
     */
    public int place(double x, double y, double width, double height) {
        int found = layout(width, height).place(x, y);
        if (found < 0 || picture.isEmpty()) {
            return found;
        }
        int plane = picture.get().height() * picture.get().width();
        return found >= plane ? found - plane : Math.max(0, chosen) / plane * plane + found;
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        if (values.size() == 0) {
            return;
        }
        ActivationLayout layout = layout(width, height);
        ColorScale scale = scale(theme);
        int cells = layout.rows() * layout.columns();
        picture.ifPresent(of -> sheet.paint(
                HeatmapImage.render(
                                of,
                                null,
                                ColorScale.sequential(ColorScale.CLIP, new float[] {1}),
                                0,
                                false,
                                of.width(),
                                of.height())
                        .buffered(),
                layout.left(0),
                layout.top(0),
                layout.columns() * layout.cellWidth(),
                layout.rows() * layout.cellHeight()));
        for (int tile = 0; tile < layout.tiles() - before(); tile++) {
            BufferedImage image = new BufferedImage(layout.columns(), layout.rows(), BufferedImage.TYPE_INT_ARGB);
            for (int i = 0; i < cells && tile * cells + i < values.size(); i++) {
                image.setRGB(i % layout.columns(), i / layout.columns(), scale.argb(values.values()[tile * cells + i]));
            }
            sheet.paint(
                    image,
                    layout.left(tile + before()),
                    layout.top(tile + before()),
                    layout.columns() * layout.cellWidth(),
                    layout.rows() * layout.cellHeight());
        }
        if (chosen >= 0 && chosen < values.size()) {
            frame(sheet, layout, chosen + before() * cells);
            if (picture.isPresent()) {
                frame(sheet, layout, chosen % cells);
            }
        }
    }

    private static void frame(Sheet sheet, ActivationLayout layout, int place) {
        double w = Math.max(5, layout.cellWidth());
        double h = Math.max(5, layout.cellHeight());
        double x = layout.x(place) + (layout.cellWidth() - w) / 2;
        double y = layout.y(place) + (layout.cellHeight() - h) / 2;
        sheet.stroke(new Rectangle2D.Double(x, y, w, h), HALO, Pen.of(3.5));
        sheet.stroke(new Rectangle2D.Double(x, y, w, h), FRAME, Pen.of(2));
    }

    private ColorScale scale(Theme theme) {
        boolean negative = false;
        for (float value : values.values()) {
            negative |= value < 0;
        }
        if (negative) {
            ColorScale signed = ColorScale.diverging(ColorScale.CLIP, values.values());
            return theme.dark() ? signed.with(ColorMap.DIVERGING_DARK) : signed;
        }
        return ColorScale.sequential(ColorScale.CLIP, values.values());
    }
}
