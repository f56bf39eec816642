package org.vitrine.charts.figure;

import java.util.List;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.MovedSheet;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/**
 * Figures beside and under each other, each with a title and a small note behind it.
 *
 * @param width of a part at least, where there are several in a row
 * @param height of a part, or more where it needs more
 */
public record PartsFigure(List<Part> parts, double width, double height) implements Figure {
    private static final double SIZE = 12;
    private static final double TITLE = 24;
    private static final double GAP = 12;

    /** One of them. */
    public record Part(String title, String note, Figure figure) {}

    public PartsFigure {
        parts = List.copyOf(parts);
    }

    private int across(double all) {
        return (int) Math.max(1, Math.min(parts.size(), Math.floor((all - GAP) / (width + GAP))));
    }

    private static double each(double all, int across) {
        return (all - GAP) / across - GAP;
    }

    /** How high the row is that begins with a part. */
    private double row(int first, int across, double each) {
        double most = height;
        for (Part part : parts.subList(first, Math.min(parts.size(), first + across))) {
            most = Math.max(most, part.figure().height(each));
        }
        return TITLE + most + GAP;
    }

    @Override
    public double height(double all) {
        int across = across(all);
        double sum = GAP;
        for (int first = 0; first < parts.size(); first += across) {
            sum += row(first, across, each(all, across));
        }
        return sum;
    }

    @Override
    public void draw(Sheet sheet, double all, double high, Theme theme) {
        int across = across(all);
        double each = each(all, across);
        double top = GAP;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            double x = GAP + i % across * (each + GAP);
            double row = row(i - i % across, across, each);
            sheet.begin(part.title());
            String title = sheet.fitted(part.title(), SIZE, true, each);
            sheet.write(new Words(title, x, top + SIZE, Anchor.START, SIZE, true, theme.text()));
            double behind = x + sheet.width(title, SIZE, true) + 8;
            String note = sheet.fitted(part.note(), SIZE - 1, false, Math.max(0, x + each - behind));
            sheet.write(new Words(note, behind, top + SIZE, Anchor.START, SIZE - 1, false, theme.muted()));
            part.figure().draw(new MovedSheet(sheet, x, top + TITLE), each, row - TITLE - GAP, theme);
            sheet.end();
            if (i % across == across - 1) {
                top += row;
            }
        }
    }
}
