package org.vitrine.charts.credibility;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Pen;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/**
 * A credibility card on paper; its letters are as large as there is room for.
 *
 * @param head names the map
 * @param whole the verdict on all
 */
public record CardFigure(String head, Row whole, List<Row> rows) implements Figure {
    private static final double LARGEST = 13;
    private static final double SMALLEST = 5;
    private static final double EDGE = 16;

    /** One verdict with its word and its sentence; the whole has no title. */
    public record Row(Light light, String word, String title, String sentence) {}

    public CardFigure {
        rows = List.copyOf(rows);
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        double size = LARGEST;
        while (size > SMALLEST && new Setting(sheet, theme, width, size).height() > height - EDGE) {
            size -= 0.5;
        }
        new Setting(sheet, theme, width, size).write();
    }

    /** The card in letters of one size. */
    private final class Setting {
        private final Sheet sheet;
        private final Theme theme;
        private final double width;
        private final double size;
        private final double line;
        private final double words;
        private final double titles;

        Setting(Sheet sheet, Theme theme, double width, double size) {
            this.sheet = sheet;
            this.theme = theme;
            this.width = width;
            this.size = size;
            line = 1.35 * size;
            words = EDGE + 2 * size;
            titles = words
                    + rows.stream()
                            .mapToDouble(row -> sheet.width(row.word(), size, true))
                            .max()
                            .orElse(0)
                    + size;
        }

        private double sentences(Row row) {
            return row.title().isEmpty()
                    ? titles
                    : titles
                            + rows.stream()
                                    .mapToDouble(of -> sheet.width(of.title(), size, true))
                                    .max()
                                    .orElse(0)
                            + size;
        }

        private List<String> wrapped(Row row) {
            return sheet.wrapped(row.sentence(), size, row.equals(whole), width - EDGE - sentences(row));
        }

        private double height(Row row) {
            return wrapped(row).size() * line + size / 2;
        }

        double height() {
            return EDGE
                    + 2 * line
                    + height(whole)
                    + size
                    + rows.stream().mapToDouble(this::height).sum();
        }

        void write() {
            double y = EDGE + size;
            String name = sheet.fitted(head, size + 2, true, width - 2 * EDGE);
            sheet.write(new Words(name, EDGE, y, Anchor.START, size + 2, true, theme.text()));
            y += 2 * line;
            write(whole, y);
            y += height(whole);
            sheet.line(EDGE, y - size, width - EDGE, y - size, theme.grid(), 1);
            y += size;
            for (Row row : rows) {
                write(row, y);
                y += height(row);
            }
        }

        private void write(Row row, double y) {
            sheet.begin(row.title());
            sign(row.light(), EDGE + 0.6 * size, y - 0.35 * size);
            sheet.write(new Words(
                    row.word(), words, y, Anchor.START, size, true, row.light().argb(theme.dark())));
            sheet.write(new Words(row.title(), titles, y, Anchor.START, size, true, theme.text()));
            double at = y;
            for (String text : wrapped(row)) {
                sheet.write(new Words(text, sentences(row), at, Anchor.START, size, row.equals(whole), theme.text()));
                at += line;
            }
            sheet.end();
        }

        /** A disc, a triangle, a square, a ring: shapes that differ without their colours. */
        private void sign(Light light, double x, double y) {
            int colour = light.argb(theme.dark());
            double half = size / 2;
            switch (light) {
                case GOOD -> sheet.fillDot(x, y, half, colour);
                case BAD -> sheet.fillBox(x - half, y - half, size, size, colour);
                case DOUBT -> sheet.fill(triangle(x, y, half), colour);
                case UNKNOWN ->
                    sheet.stroke(
                            new Ellipse2D.Double(x - half + 1, y - half + 1, size - 2, size - 2), colour, Pen.of(2));
            }
        }

        private static Path2D triangle(double x, double y, double half) {
            Path2D path = new Path2D.Double();
            path.moveTo(x, y - half);
            path.lineTo(x + 1.15 * half, y + half);
            path.lineTo(x - 1.15 * half, y + half);
            path.closePath();
            return path;
        }
    }
}
