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
        int rows = (cards.size() + columns - 1) / columns;
        double w = (width - GAP) / columns - GAP;
        double h = (height - GAP) / rows - GAP;
        for (int i = 0; i < cards.size(); i++) {
            int row = i / columns;
            card(sheet, theme, cards.get(i), GAP + i % columns * (w + GAP), GAP + row * (h + GAP), w, h);
        }
    }

    /** As many columns as give the largest pictures. */
    private int columns(double width, double height) {
        int best = 1;
        double largest = 0;
        for (int columns = 1; columns <= cards.size(); columns++) {
            int rows = (cards.size() + columns - 1) / columns;
            double h = (height - GAP) / rows - GAP;
            double side = side((width - GAP) / columns - GAP - 12, body(h), 1);
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

    /** Height of the history below the picture; none in low cards. */
    private static double spark(double h) {
        return h < TALL ? 0 : Math.min(44, h * 0.22);
    }

    private static double body(double h) {
        return h - TEXT - spark(h) - (spark(h) > 0 ? 22 : 6);
    }

    private static void card(Sheet sheet, Theme theme, Card card, double x, double y, double w, double h) {
        sheet.fillBox(x, y, w, h, Argb.mix(theme.paper(), theme.muted(), 0.07));
        sheet.write(new Words(
                sheet.fitted(card.title(), SMALL, false, w - 12),
                x + 6,
                y + 14,
                Anchor.START,
                SMALL,
                false,
                theme.muted()));
        int verdict = card.right()
                .map(right -> Palette.argb(right ? 2 : 3, theme.dark()))
                .orElse(theme.text());
        sheet.write(new Words(
                sheet.fitted(card.says(), SMALL + 1, true, w - 12),
                x + 6,
                y + 31,
                Anchor.START,
                SMALL + 1,
                true,
                verdict));
        double spark = spark(h);
        double body = Math.max(4, body(h));
        if (card.picture().isPresent()) {
            pictures(sheet, card, x + 6, y + TEXT, w - 12, body);
        } else {
            words(sheet, theme, card, x + 6, y + TEXT, w - 12, body);
        }
        if (spark > 0) {
            history(sheet, theme, card, x + 6, y + h - spark - 6, w - 12, spark);
        }
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
