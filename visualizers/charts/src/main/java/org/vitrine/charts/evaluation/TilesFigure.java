package org.vitrine.charts.evaluation;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import org.vitrine.charts.render.Argb;
import org.vitrine.charts.render.Palette;
import org.vitrine.datasets.metrics.Box;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Colours;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Pen;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/**
 * Examples beside and below each other, each with a line or two under it; as many as fit.
 *
 * @param side of the tiles' pictures
 * @param chosen number of the example that is looked at, or -1
 */
public record TilesFigure(List<Tile> tiles, double side, int chosen) implements Figure {
    private static final double GAP = 10;
    private static final double CAPTION = 15;
    /** Tiles of this side are read, smaller ones looked at. */
    private static final double LARGE = 200;

    /**
     * An example.
     *
     * @param number of the example
     * @param looks what is shown beside each other, such as an original and what became of it
     * @param captions a line each
     */
    public record Tile(int number, List<Look> looks, List<String> captions, boolean wrong, List<Marked> boxes) {
        public Tile {
            looks = List.copyOf(looks);
            captions = List.copyOf(captions);
            boxes = List.copyOf(boxes);
        }
    }

    /**
     * A box in the picture.
     *
     * @param dashed true boxes are drawn whole, found ones dashed
     */
    public record Marked(Box box, String name, boolean dashed) {}

    public TilesFigure {
        tiles = List.copyOf(tiles);
    }

    private int looks() {
        return Math.max(
                1, tiles.stream().mapToInt(tile -> tile.looks().size()).max().orElse(1));
    }

    private int captions() {
        return tiles.stream().mapToInt(tile -> tile.captions().size()).max().orElse(0);
    }

    private double tileWidth() {
        return looks() * (side + 4) - 4;
    }

    private double tileHeight() {
        return side + 4 + CAPTION * captions();
    }

    private int columns(double width) {
        return (int) Math.max(1, Math.floor((width - GAP) / (tileWidth() + GAP)));
    }

    /** How high the figure should be to show all tiles at this width. */
    @Override
    public double height(double width) {
        int rows = (tiles.size() + columns(width) - 1) / columns(width);
        return GAP + rows * (tileHeight() + GAP);
    }

    /** The number of the example at a place of a figure of this width, or -1. */
    public int at(double x, double y, double width) {
        int column = (int) Math.floor((x - GAP) / (tileWidth() + GAP));
        int row = (int) Math.floor((y - GAP) / (tileHeight() + GAP));
        int place = row * columns(width) + column;
        boolean inside = column >= 0 && column < columns(width) && row >= 0 && place < tiles.size();
        return inside ? tiles.get(place).number() : -1;
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        for (int i = 0; i < tiles.size(); i++) {
            int row = i / columns(width);
            int column = i % columns(width);
            double x = GAP + column * (tileWidth() + GAP);
            double y = GAP + row * (tileHeight() + GAP);
            if (y < height) {
                draw(sheet, tiles.get(i), x, y, theme);
            }
        }
    }

    private void draw(Sheet sheet, Tile tile, double x, double y, Theme theme) {
        if (tile.number() == chosen) {
            int accent = Palette.argb(0, theme.dark());
            Rectangle2D frame = new Rectangle2D.Double(x - 4, y - 4, tileWidth() + 8, tileHeight() + 6);
            sheet.fill(frame, Colours.withOpacity(accent, 0.15));
            sheet.stroke(frame, accent, Pen.of(1.5));
        }
        double left = x;
        for (Look look : tile.looks()) {
            if (look.image().isPresent()) {
                image(sheet, look.image().get(), left, y, tile.boxes(), theme);
            } else if (look.line().length > 0) {
                line(sheet, look.line(), left, y, theme);
            } else {
                text(sheet, look.lines(), left, y, theme);
            }
            left += side + 4;
        }
        int red = Palette.argb(3, theme.dark());
        for (int line = 0; line < tile.captions().size(); line++) {
            String caption = sheet.fitted(tile.captions().get(line), PlotArea.TEXT, false, tileWidth());
            int ink = tile.wrong() && line == 0 ? red : line == 0 ? theme.text() : theme.muted();
            double base = y + side + 13 + CAPTION * line;
            sheet.write(new Words(caption, x, base, Anchor.START, PlotArea.TEXT, false, ink));
        }
    }

    private void image(Sheet sheet, BufferedImage image, double x, double y, List<Marked> boxes, Theme theme) {
        double scale = side / Math.max(image.getWidth(), image.getHeight());
        double width = image.getWidth() * scale;
        double height = image.getHeight() * scale;
        double top = y + (side - height) / 2;
        sheet.paint(image, x, top, width, height);
        sheet.clip(x, top, width, height);
        BoxNames names = new BoxNames(new Rectangle2D.Double(x, top, width, height));
        for (Marked marked : boxes) {
            Rectangle2D shape = shape(marked.box(), x, top, width, height);
            sheet.stroke(shape, 0xFF000000, Pen.of(3));
            sheet.stroke(shape, colour(marked), marked.dashed() ? Pen.dashed(1.5, 4) : Pen.of(1.5));
        }
        // Over all boxes, the surest first.
        List<Marked> sure = boxes.stream()
                .sorted(Comparator.comparingDouble(
                                (Marked marked) -> marked.box().confidence())
                        .reversed())
                .toList();
        for (Marked marked : sure) {
            if (!marked.name().isEmpty()) {
                double wide = sheet.width(marked.name(), BoxNames.SIZE, false) + 4;
                names.place(shape(marked.box(), x, top, width, height), wide)
                        .ifPresent(place -> name(sheet, marked, place));
            }
        }
        sheet.end();
        sheet.stroke(new Rectangle2D.Double(x, top, width, height), theme.grid(), Pen.of(1));
    }

    private static Rectangle2D shape(Box box, double x, double top, double width, double height) {
        return new Rectangle2D.Double(
                x + (box.x() - box.width() / 2) * width,
                top + (box.y() - box.height() / 2) * height,
                box.width() * width,
                box.height() * height);
    }

    private static int colour(Marked marked) {
        return Palette.argb(marked.box().type() + 1, true);
    }

    private static void name(Sheet sheet, Marked marked, Rectangle2D place) {
        int colour = colour(marked);
        sheet.fillBox(place.getX(), place.getY(), place.getWidth(), place.getHeight(), colour);
        sheet.write(new Words(
                marked.name(),
                place.getX() + 2,
                place.getY() + 9.5,
                Anchor.START,
                BoxNames.SIZE,
                false,
                Argb.textOn(colour)));
    }

    private void line(Sheet sheet, float[] values, double x, double y, Theme theme) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double[] across = new double[values.length];
        double[] down = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            across[i] = x + side * i / Math.max(1, values.length - 1);
            down[i] = y + 4 + (side - 8) * (high > low ? (high - values[i]) / (high - low) : 0.5);
        }
        sheet.stroke(new Rectangle2D.Double(x, y, side, side), theme.grid(), Pen.of(1));
        sheet.polyline(across, down, values.length, Palette.argb(0, theme.dark()), Pen.of(1.2));
    }

    private void text(Sheet sheet, List<String> lines, double x, double y, Theme theme) {
        sheet.stroke(new Rectangle2D.Double(x, y, side, side), theme.grid(), Pen.of(1));
        sheet.clip(x, y, side, side);
        double size = side < LARGE ? 10 : 13;
        double base = y + size + 4;
        for (String line : lines) {
            for (String part : sheet.wrapped(line, size, false, side - 8)) {
                // No line is cut through.
                if (base + 3 <= y + side) {
                    sheet.write(new Words(part, x + 4, base, Anchor.START, size, false, theme.text()));
                }
                base += 1.3 * size;
            }
        }
        sheet.end();
    }
}
