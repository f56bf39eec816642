package org.vitrine.charts.activations;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.vitrine.charts.render.ColorMap;
import org.vitrine.charts.render.ColorScale;
import org.vitrine.datasets.Tensor;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Pen;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;

/**
 * What leaves a layer for one example: blue below zero and red above, or from dark to light where nothing is negative.
 *
 * @param chosen the place of the value that is framed, row by row; -1 for none
 */
public record ActivationFigure(Tensor values, int chosen) implements Figure {
    private static final int FRAME = 0xFFD29922;
    private static final int HALO = 0xFF000000;

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        if (values.size() == 0) {
            return;
        }
        ActivationLayout layout = ActivationLayout.of(values.shape(), width, height);
        ColorScale scale = scale(theme);
        int cells = layout.rows() * layout.columns();
        for (int tile = 0; tile < layout.tiles(); tile++) {
            BufferedImage image = new BufferedImage(layout.columns(), layout.rows(), BufferedImage.TYPE_INT_ARGB);
            for (int i = 0; i < cells && tile * cells + i < values.size(); i++) {
                image.setRGB(i % layout.columns(), i / layout.columns(), scale.argb(values.values()[tile * cells + i]));
            }
            sheet.paint(
                    image,
                    layout.left(tile),
                    layout.top(tile),
                    layout.columns() * layout.cellWidth(),
                    layout.rows() * layout.cellHeight());
        }
        if (chosen >= 0 && chosen < values.size()) {
            frame(sheet, layout);
        }
    }

    private void frame(Sheet sheet, ActivationLayout layout) {
        double w = Math.max(5, layout.cellWidth());
        double h = Math.max(5, layout.cellHeight());
        double x = layout.x(chosen) + (layout.cellWidth() - w) / 2;
        double y = layout.y(chosen) + (layout.cellHeight() - h) / 2;
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
