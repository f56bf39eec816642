package org.vitrine.app.explain.write;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Colours;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Letters;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/** A text with its beginning and what a model wrote behind it, for files: tokens that were not to be expected are shaded. */
record WrittenFigure(String begun, List<Piece> pieces) implements Figure {
    private static final double SIZE = 15;
    private static final double LINE = 24;
    private static final double EDGE = 16;
    private static final int SHADE = 0xFFD29922;
    /** As in the window. */
    private static final double[] OPACITIES = {0, 0.12, 0.26, 0.42, 0.6};

    WrittenFigure {
        pieces = List.copyOf(pieces);
    }

    /** Takes a part of a line with its place. */
    @FunctionalInterface
    private interface Placed {
        void part(String text, int shade, boolean begun, double x, double top, double wide);
    }

    /** Goes on to the next line where one is full. */
    private static final class Lines {
        private final double width;
        private final ToDoubleFunction<String> widths;
        private final Placed placed;
        private double x = EDGE;
        private double top = EDGE;

        Lines(double width, ToDoubleFunction<String> widths, Placed placed) {
            this.width = width;
            this.widths = widths;
            this.placed = placed;
        }

        void add(String text, int shade, boolean begun) {
            for (String part : text.split("(?<=[ \n])")) {
                boolean last = part.endsWith("\n");
                String shown = last ? part.substring(0, part.length() - 1) : part;
                double wide = widths.applyAsDouble(shown);
                if (x > EDGE && x + wide > width - EDGE) {
                    next();
                }
                placed.part(shown, shade, begun, x, top, wide);
                x += wide;
                if (last) {
                    next();
                }
            }
        }

        private void next() {
            x = EDGE;
            top += LINE;
        }
    }

    private double flow(double width, ToDoubleFunction<String> widths, Placed placed) {
        Lines lines = new Lines(width, widths, placed);
        lines.add(begun, 0, true);
        pieces.forEach(piece -> lines.add(piece.text(), piece.shade(), false));
        return lines.top + LINE + EDGE;
    }

    @Override
    public double height(double width) {
        Letters letters = Letters.of(false);
        return flow(width, text -> letters.width(text, SIZE), (text, shade, first, x, top, wide) -> {});
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        flow(width, text -> sheet.width(text, SIZE, false), (text, shade, first, x, top, wide) -> {
            if (shade > 0) {
                sheet.fillBox(x, top, wide, LINE - 2, Colours.withOpacity(SHADE, OPACITIES[shade]));
            }
            int ink = first ? theme.muted() : theme.text();
            sheet.write(new Words(text, x, top + SIZE + 2, Anchor.START, SIZE, false, ink));
        });
    }
}
