package org.vitrine.charts.scatter;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.vitrine.charts.canvas.Colors;
import org.vitrine.charts.canvas.PlotFrame;
import org.vitrine.charts.canvas.TextWidth;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.i18n.Messages;
import org.vitrine.charts.render.Axis;
import org.vitrine.charts.render.Palette;

/** Points with their names beside them; the first one stands out. Names that would cover others show under the mouse only. */
public final class NamedScatterView extends ScatterPlot {
    private static final double RADIUS = 4;
    private static final double LINE = 15;
    private static final double MARGIN = 0.12;

    private final TextWidth widths = new TextWidth();
    private final List<Bounds> taken = new ArrayList<>();
    private List<String> names = List.of();

    public NamedScatterView() {
        super("named-scatter");
        describe(() -> Messages.text("scatter.describe.named", Numbers.count(size())));
    }

    /** Shows points; those that come first keep their names where there is room for one. */
    public void show(List<String> names, float[] x, float[] y) {
        if (names.size() != x.length) {
            throw new IllegalArgumentException(
                    "Points need as many names as places, not " + names.size() + " and " + x.length);
        }
        this.names = List.copyOf(names);
        points(x, y);
    }

    /** The names of the points, in their order. */
    public List<String> names() {
        return names;
    }

    @Override
    Axis xAxis() {
        return axis(true);
    }

    @Override
    Axis yAxis() {
        return axis(false);
    }

    private Axis axis(boolean across) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size(); i++) {
            least = Math.min(least, across ? x(i) : y(i));
            most = Math.max(most, across ? x(i) : y(i));
        }
        if (!(most > least)) {
            double middle = size() == 0 ? 0 : least;
            return Axis.linear(middle - 1, middle + 1);
        }
        double margin = MARGIN * (most - least);
        return Axis.linear(least - margin, most + margin);
    }

    @Override
    void paintBehind(GraphicsContext g, PlotFrame plot) {
        taken.clear();
        for (int i = 0; i < size(); i++) {
            double px = plot.pixelX(x(i));
            double py = plot.pixelY(y(i));
            taken.add(new BoundingBox(px - RADIUS, py - RADIUS, 2 * RADIUS, 2 * RADIUS));
        }
    }

    @Override
    void paintPoint(GraphicsContext g, double px, double py, int index, boolean isChosen) {
        g.setFill(Colors.of(Palette.argb(index == 0 ? 1 : 0, darkPaper())));
        g.fillOval(px - RADIUS, py - RADIUS, 2 * RADIUS, 2 * RADIUS);
        if (!isChosen) {
            name(g, px, py, index);
        }
    }

    /** At the right of its point, else at the left, above or below. */
    private void name(GraphicsContext g, double px, double py, int index) {
        double width = widths.of(names.get(index), getFont());
        double[][] corners = {
            {px + RADIUS + 3, py - LINE / 2},
            {px - RADIUS - 3 - width, py - LINE / 2},
            {px - width / 2, py - RADIUS - LINE},
            {px - width / 2, py + RADIUS}
        };
        for (double[] corner : corners) {
            Bounds place = new BoundingBox(corner[0], corner[1], width, LINE);
            boolean inside = corner[0] >= frame().left() && corner[0] + width <= frame().left() + frame().width();
            if (inside && taken.stream().noneMatch(place::intersects)) {
                taken.add(place);
                g.setFont(getFont());
                g.setTextAlign(TextAlignment.LEFT);
                g.setTextBaseline(VPos.CENTER);
                g.setFill(index == 0 ? Colors.of(Palette.argb(1, darkPaper())) : textColor());
                g.fillText(names.get(index), corner[0], corner[1] + LINE / 2);
                return;
            }
        }
    }

    @Override
    String pointText(int index) {
        return names.get(index);
    }
}
