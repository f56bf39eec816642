package org.vitrine.charts.learning;

import java.awt.image.BufferedImage;
import java.util.List;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.render.ColorMap;
import org.vitrine.charts.render.ColorScale;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/** Filters or feature maps side by side, in one scale of colours. */
public record MapsFigure(List<Tile> tiles) implements Figure {
    private static final double GAP = 6;
    private static final double LEGEND = 30;
    private static final double LABEL = 15;
    private static final double SMALL = 11;

    /** Values [height, width], or three of them for red, green and blue filters; with a name, which may be empty. */
    public record Tile(String label, int channels, int height, int width, float[] values) {
        BufferedImage image(ColorScale scale) {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
            int plane = width * height;
            for (int i = 0; i < plane; i++) {
                image.setRGB(i % width, i / width, channels == 3 ? colour(i, plane, scale) : scale.argb(values[i]));
            }
            return image;
        }

        private int colour(int place, int plane, ColorScale scale) {
            int argb = 0xFF;
            for (int channel = 0; channel < 3; channel++) {
                double unit = (values[place + channel * plane] - scale.min()) / (scale.max() - scale.min());
                argb = argb << 8 | (int) Math.round(255 * Math.max(0, Math.min(1, unit)));
            }
            return argb;
        }
    }

    public MapsFigure {
        tiles = List.copyOf(tiles);
    }

    private ColorScale scale(boolean dark) {
        float[][] values = tiles.stream().map(Tile::values).toArray(float[][]::new);
        boolean signed = false;
        for (float[] some : values) {
            for (float value : some) {
                signed |= value < 0;
            }
        }
        ColorScale scale = ColorScale.of(signed, values);
        return signed && dark ? scale.with(ColorMap.DIVERGING_DARK) : scale;
    }

    /** Where the tiles stand: columns, and the width of each. */
    private record Grid(int columns, double side) {}

    private Grid grid(double width, double height, double aspect, double label) {
        Grid best = new Grid(1, 1);
        for (int columns = 1; columns <= tiles.size(); columns++) {
            int rows = (tiles.size() + columns - 1) / columns;
            double wide = (width - GAP) / columns - GAP;
            double high = ((height - GAP) / rows - GAP - label) / aspect;
            double side = Math.min(wide, high);
            if (side > best.side()) {
                best = new Grid(columns, side);
            }
        }
        return best;
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        if (tiles.isEmpty()) {
            return;
        }
        ColorScale scale = scale(theme.dark());
        double aspect = (double) tiles.get(0).height() / tiles.get(0).width();
        boolean named = tiles.stream().anyMatch(tile -> !tile.label().isEmpty());
        double label = named ? LABEL : 0;
        Grid grid = grid(width, height - LEGEND, aspect, label);
        for (int i = 0; i < tiles.size(); i++) {
            int row = i / grid.columns();
            double x = GAP + i % grid.columns() * (grid.side() + GAP);
            double y = GAP + row * (grid.side() * aspect + GAP + label);
            sheet.paint(tiles.get(i).image(scale), x, y, grid.side(), grid.side() * aspect);
            if (named) {
                String text = sheet.fitted(tiles.get(i).label(), SMALL, false, grid.side());
                sheet.write(
                        new Words(text, x, y + grid.side() * aspect + 12, Anchor.START, SMALL, false, theme.muted()));
            }
        }
        legend(sheet, width, height, theme, scale);
    }

    private static void legend(Sheet sheet, double width, double height, Theme theme, ColorScale scale) {
        double y = height - 20;
        double bar = Math.min(160, width / 3);
        double left = 64;
        for (int i = 0; i < 64; i++) {
            sheet.fillBox(
                    left + bar * i / 64, y, bar / 64 + 0.5, 10, scale.map().argb((i + 0.5) / 64));
        }
        sheet.write(new Words(
                Numbers.significant(scale.min(), 3), left - 6, y + 9, Anchor.END, SMALL, false, theme.muted()));
        sheet.write(new Words(
                Numbers.significant(scale.max(), 3), left + bar + 6, y + 9, Anchor.START, SMALL, false, theme.muted()));
    }
}
