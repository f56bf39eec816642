package org.vitrine.charts.learning;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.render.Argb;
import org.vitrine.charts.render.ColorMap;
import org.vitrine.charts.render.ColorScale;
import org.vitrine.charts.render.HeatmapImage;
import org.vitrine.charts.render.Palette;
import org.vitrine.charts.render.Raster;
import org.vitrine.charts.render.Relevance;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Pen;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/** Pinned examples at one epoch: picture, heatmap, prediction, and how sure the model was over all epochs. */
public record PinnedFigure(List<Card> cards) implements Figure {
    private static final double GAP = 10;
    private static final double SMALL = 11;
    private static final double TEXT = 38;
    private static final double TALL = 150;
    private static final int PIXELS = 196;
    private static final double BETWEEN = 6;
    private static final double INSET = 12;
    /** Pictures that are smaller show nothing. */
    private static final double LEAST = 48;
    /** Between the parts of a title. */
    private static final String PARTS = " \u00b7 ";

    /**
     * One example.
     *
     * @param picture of an image
     * @param words of a text or names of columns, as many as there is relevance; empty for images
     * @param relevance [height, width] of an image, else one value a word; empty while it is not read
     * @param says what the model makes of it
     * @param right whether that is true; empty where nothing is right or wrong
     * @param history probability of the true class, or the predicted value, over the epochs
     * @param at index of the epoch that is shown
     */
    public record Card(
            String title,
            Optional<Raster> picture,
            List<String> words,
            Optional<Relevance> relevance,
            String says,
            Optional<Boolean> right,
            double[] history,
            int at) {
        public Card {
            words = List.copyOf(words);
        }
    }

    public PinnedFigure {
        cards = List.copyOf(cards);
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        if (cards.isEmpty()) {
            return;
        }
        int columns = columns(width, height);
        double w = wide(width, columns);
        double h = high(height, columns);
        for (int i = 0; i < cards.size(); i++) {
            int row = i / columns;
            card(sheet, theme, cards.get(i), GAP + i % columns * (w + GAP), GAP + row * (h + GAP), w, h);
        }
    }

    /** As high as pictures that can be read need, in the number of columns that needs least. */
    @Override
    public double height(double width) {
        double least = Double.MAX_VALUE;
        for (int columns = 1; columns <= cards.size(); columns++) {
            double room = wide(width, columns) - INSET;
            if (room >= LEAST || columns == 1) {
                double body = room >= 2 * LEAST + BETWEEN ? LEAST : 2 * LEAST + BETWEEN;
                least = Math.min(least, GAP + rows(columns) * (TEXT + body + 6 + GAP));
            }
        }
        return cards.isEmpty() ? 0 : least;
    }

    /** The card at a place of the figure as it is drawn at a size. */
    public Optional<Card> at(double x, double y, double width, double height) {
        if (cards.isEmpty()) {
            return Optional.empty();
        }
        int columns = columns(width, height);
        int column = (int) Math.floor((x - GAP) / (wide(width, columns) + GAP));
        int row = (int) Math.floor((y - GAP) / (high(height, columns) + GAP));
        int index = row * columns + column;
        return column < 0 || row < 0 || column >= columns || index >= cards.size()
                ? Optional.empty()
                : Optional.of(cards.get(index));
    }

    private int rows(int columns) {
        return (cards.size() + columns - 1) / columns;
    }

    private static double wide(double width, int columns) {
        return (width - GAP) / columns - GAP;
    }

    private double high(double height, int columns) {
        return (height - GAP) / rows(columns) - GAP;
    }

    /** As many columns as give the largest pictures. */
    private int columns(double width, double height) {
        int best = 1;
        double largest = 0;
        for (int columns = 1; columns <= cards.size(); columns++) {
            double room = wide(width, columns) - INSET;
            double side = side(room, body(room, high(height, columns)), 1);
            if (side > largest) {
                largest = side;
                best = columns;
            }
        }
        return best;
    }

    /** Width of one of two pictures, beside each other or, in slim cards, one below the other. */
    private static double side(double w, double h, double aspect) {
        return Math.max(beside(w, h, aspect), below(w, h, aspect));
    }

    private static double beside(double w, double h, double aspect) {
        return Math.min((w - BETWEEN) / 2, h * aspect);
    }

    private static double below(double w, double h, double aspect) {
        return Math.min(w, (h - BETWEEN) / 2 * aspect);
    }

    /** Height of the history below the picture; none where pictures need the room. */
    private static double spark(double w, double h) {
        double wanted = Math.min(44, h * 0.22);
        boolean room = h >= TALL && side(w, h - TEXT - wanted - 22, 1) >= LEAST;
        return room ? wanted : 0;
    }

    private static double body(double w, double h) {
        double spark = spark(w, h);
        return h - TEXT - spark - (spark > 0 ? 22 : 6);
    }

    private static void card(Sheet sheet, Theme theme, Card card, double x, double y, double w, double h) {
        sheet.fillBox(x, y, w, h, Argb.mix(theme.paper(), theme.muted(), 0.07));
        sheet.write(new Words(
                title(sheet, card.title(), w - INSET), x + 6, y + 14, Anchor.START, SMALL, false, theme.muted()));
        int verdict = card.right()
                .map(right -> Palette.argb(right ? 2 : 3, theme.dark()))
                .orElse(theme.text());
        sheet.write(new Words(
                sheet.fitted(card.says(), SMALL + 1, true, w - INSET),
                x + 6,
                y + 31,
                Anchor.START,
                SMALL + 1,
                true,
                verdict));
        double spark = spark(w - INSET, h);
        double body = Math.max(4, body(w - INSET, h));
        if (card.picture().isPresent()) {
            pictures(sheet, card, x + 6, y + TEXT, w - INSET, body);
        } else {
            words(sheet, theme, card, x + 6, y + TEXT, w - INSET, body);
        }
        if (spark > 0) {
            history(sheet, theme, card, x + 6, y + h - spark - 6, w - INSET, spark);
        }
    }

    /** Slim cards leave out the last part rather than cut it. */
    private static String title(Sheet sheet, String whole, double room) {
        int end = whole.lastIndexOf(PARTS);
        return end > 0 && sheet.width(whole, SMALL, false) > room
                ? title(sheet, whole.substring(0, end), room)
                : sheet.fitted(whole, SMALL, false, room);
    }

    /** The example, and the heatmap over a pale example. */
    private static void pictures(Sheet sheet, Card card, double x, double y, double w, double h) {
        Raster raster = card.picture().orElseThrow();
        double aspect = (double) raster.width() / raster.height();
        double side = Math.max(8, side(w, h, aspect));
        boolean stacked = below(w, h, aspect) > beside(w, h, aspect);
        int pw = PIXELS;
        int ph = (int) Math.max(1, Math.round(PIXELS / aspect));
        BufferedImage plain = HeatmapImage.render(raster, null, new ColorScale(ColorMap.GREYS, 0, 1), 0, false, pw, ph)
                .buffered();
        sheet.paint(plain, x, y, side, side / aspect);
        if (card.relevance().isPresent()) {
            Relevance map = card.relevance().get();
            BufferedImage heat = HeatmapImage.render(raster, map, map.scale(), 0.8, false, pw, ph)
                    .buffered();
            double right = stacked ? 0 : side + BETWEEN;
            double down = stacked ? side / aspect + BETWEEN : 0;
            sheet.paint(heat, x + right, y + down, side, side / aspect);
        }
    }

    private static void words(Sheet sheet, Theme theme, Card card, double x, double y, double w, double h) {
        float[] values = card.relevance().map(Relevance::values).orElse(new float[0]);
        ColorScale scale = ColorScale.of(card.relevance().map(Relevance::signed).orElse(true), values);
        ColorScale shown = scale.signed() && theme.dark() ? scale.with(ColorMap.DIVERGING_DARK) : scale;
        double px = x;
        double py = y;
        for (int i = 0; i < card.words().size(); i++) {
            String text = sheet.fitted(card.words().get(i), SMALL, false, w - 8);
            double wide = sheet.width(text, SMALL, false) + 8;
            if (px + wide > x + w && px > x) {
                px = x;
                py += 19;
            }
            if (py + 17 > y + h) {
                break;
            }
            int color = i < values.length ? shown.argb(values[i]) : theme.paper();
            sheet.fillBox(px, py, wide - 2, 17, color);
            sheet.write(new Words(text, px + 3, py + 13, Anchor.START, SMALL, false, Argb.textOn(color)));
            px += wide;
        }
    }

    private static void history(Sheet sheet, Theme theme, Card card, double x, double y, double w, double h) {
        double[] values = card.history();
        double low = 0;
        double high = card.right().isPresent() ? 1 : 0;
        if (card.right().isEmpty()) {
            low = java.util.Arrays.stream(values).min().orElse(0);
            high = java.util.Arrays.stream(values).max().orElse(1);
        }
        double span = high > low ? high - low : 1;
        sheet.line(x, y + h, x + w, y + h, theme.grid(), 1);
        sheet.line(x, y, x + w, y, theme.grid(), 1);
        double[] px = new double[values.length];
        double[] py = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            px[i] = x + (values.length == 1 ? w : w * i / (values.length - 1));
            py[i] = y + h - (values[i] - low) / span * h;
        }
        int color = Palette.argb(0, theme.dark());
        sheet.polyline(px, py, values.length, color, Pen.of(1.5));
        if (card.at() >= 0 && card.at() < values.length) {
            sheet.line(px[card.at()], y, px[card.at()], y + h, theme.muted(), 1);
            sheet.fillDot(px[card.at()], py[card.at()], 3, color);
            String value = card.right().isPresent()
                    ? Numbers.percent(values[card.at()])
                    : Numbers.significant(values[card.at()], 3);
            sheet.write(new Words(value, x + w, y - 3, Anchor.END, SMALL, false, theme.muted()));
        }
    }
}
