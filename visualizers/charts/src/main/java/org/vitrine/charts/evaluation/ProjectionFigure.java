package org.vitrine.charts.evaluation;

import java.awt.image.BufferedImage;
import java.util.List;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Colours;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/**
 * Examples as points of a plane, or as their pictures.
 *
 * @param places x and y of each
 * @param groups of each, counted from 0
 * @param pictures of each, or none
 * @param view what part of the plane is seen
 * @param group that is looked at, or -1
 */
public record ProjectionFigure(
        float[][] places, int[] groups, List<String> names, List<BufferedImage> pictures, View view, int group)
        implements Figure {
    private static final double PICTURE = 15;
    private static final double NEAR = 12;

    /** A square of the plane: its middle, and half of its side. */
    public record View(double x, double y, double reach) {
        /** All points, with some room. */
        public static View all(float[][] places) {
            double left = Double.POSITIVE_INFINITY;
            double right = Double.NEGATIVE_INFINITY;
            double top = Double.POSITIVE_INFINITY;
            double bottom = Double.NEGATIVE_INFINITY;
            for (float[] place : places) {
                left = Math.min(left, place[0]);
                right = Math.max(right, place[0]);
                top = Math.min(top, place[1]);
                bottom = Math.max(bottom, place[1]);
            }
            double reach = Math.max(Math.max(right - left, bottom - top) / 2 * 1.08, 1e-9);
            return places.length == 0 ? new View(0, 0, 1) : new View((left + right) / 2, (top + bottom) / 2, reach);
        }

        private double scale(double width, double height) {
            return Math.min(width, height) / (2 * reach);
        }

        double across(float[] place, double width, double height) {
            return width / 2 + (place[0] - x) * scale(width, height);
        }

        double down(float[] place, double width, double height) {
            return height / 2 - (place[1] - y) * scale(width, height);
        }

        /** Nearer by a factor, with what lies under a place staying there. */
        public View zoomed(double factor, double placeX, double placeY, double width, double height) {
            double scale = scale(width, height);
            double overX = x + (placeX - width / 2) / scale;
            double overY = y - (placeY - height / 2) / scale;
            return new View(overX + (x - overX) / factor, overY + (y - overY) / factor, reach / factor);
        }

        /** Moved by pixels. */
        public View moved(double dx, double dy, double width, double height) {
            double scale = scale(width, height);
            return new View(x - dx / scale, y + dy / scale, reach);
        }
    }

    public ProjectionFigure {
        names = List.copyOf(names);
        pictures = List.copyOf(pictures);
    }

    /** The same from another view. */
    public ProjectionFigure seen(View from) {
        return new ProjectionFigure(places, groups, names, pictures, from, group);
    }

    /** The example nearest to a place of a figure of this size, or -1. */
    public int at(double x, double y, double width, double height) {
        int best = -1;
        double least = NEAR * NEAR;
        for (int i = 0; i < places.length; i++) {
            double dx = view.across(places[i], width, height) - x;
            double dy = view.down(places[i], width, height) - y;
            if (dx * dx + dy * dy < least) {
                least = dx * dx + dy * dy;
                best = i;
            }
        }
        return best;
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        double radius = places.length > 4000 ? 1.8 : places.length > 800 ? 2.4 : 3.5;
        for (boolean faded : new boolean[] {true, false}) {
            for (int i = 0; i < places.length; i++) {
                boolean fades = group >= 0 && groups[i] != group;
                double x = view.across(places[i], width, height);
                double y = view.down(places[i], width, height);
                boolean seen = x > -PICTURE && y > -PICTURE && x < width + PICTURE && y < height + PICTURE;
                if (fades == faded && seen) {
                    int colour = Hues.of(groups[i], theme.dark());
                    if (pictures.isEmpty() || fades) {
                        sheet.fillDot(x, y, radius, Colours.withOpacity(colour, fades ? 0.15 : 0.8));
                    } else {
                        double half = PICTURE / 2;
                        sheet.fillBox(x - half - 1, y - half - 1, PICTURE + 2, PICTURE + 2, colour);
                        sheet.paint(pictures.get(i), x - half, y - half, PICTURE, PICTURE);
                    }
                }
            }
        }
        double y = 18;
        for (int k = 0; k < names.size() && y < height - 6; k++, y += 16) {
            boolean fades = group >= 0 && k != group;
            sheet.fillDot(14, y - 4, 4.5, Colours.withOpacity(Hues.of(k, theme.dark()), fades ? 0.3 : 1));
            String name = sheet.fitted(names.get(k), PlotArea.TEXT, false, 110);
            int ink = fades ? theme.muted() : theme.text();
            sheet.write(new Words(name, 24, y, Anchor.START, PlotArea.TEXT, false, ink));
        }
    }

    /** Marks an example and its neighbours, with lines to them. */
    public Figure marks(int chosen, int[] neighbours) {
        return (sheet, width, height, theme) -> {
            if (chosen < 0 || chosen >= places.length) {
                return;
            }
            double x = view.across(places[chosen], width, height);
            double y = view.down(places[chosen], width, height);
            for (int neighbour : neighbours) {
                double nx = view.across(places[neighbour], width, height);
                double ny = view.down(places[neighbour], width, height);
                sheet.line(x, y, nx, ny, theme.text(), 1);
                sheet.fillDot(nx, ny, 6, theme.text());
                sheet.fillDot(nx, ny, 5, theme.paper());
                sheet.fillDot(nx, ny, 3.5, Hues.of(groups[neighbour], theme.dark()));
            }
            sheet.fillDot(x, y, 9, theme.text());
            // Seen around dots of any colour.
            sheet.fillDot(x, y, 7.5, theme.paper());
            sheet.fillDot(x, y, 5.5, Hues.of(groups[chosen], theme.dark()));
        };
    }
}
