package org.vitrine.app.data.draw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.vitrine.datasets.random.Draw;

/** Points of several classes in the square from -1 to 1, painted stroke by stroke; each stroke can be undone. */
public final class PointsDrawing {
    private static final int MOST_POINTS = 20_000;
    private static final int MOST_UNDO = 200;

    /** A painted point. */
    public record Dot(double x, double y, int type) {}

    private final Deque<List<Dot>> before = new ArrayDeque<>();
    private final Draw draw = new Draw(1);
    private List<Dot> dots = List.of();
    private boolean stroke;

    public List<Dot> dots() {
        return dots;
    }

    public boolean canUndo() {
        return !before.isEmpty();
    }

    /** Begins a stroke, the unit of undo. */
    public void begin() {
        stroke = false;
    }

    /**
     * Sprays some points around a place.
     *
     * @param brush standard deviation
     */
    public void paint(double x, double y, int type, double brush, int count) {
        List<Dot> next = new ArrayList<>(dots);
        for (int i = 0; i < count && next.size() < MOST_POINTS; i++) {
            next.add(new Dot(inside(x + brush * draw.gaussian()), inside(y + brush * draw.gaussian()), type));
        }
        change(next);
    }

    /** Wipes out all points near a place. */
    public void erase(double x, double y, double reach) {
        change(dots.stream()
                .filter(dot -> Math.hypot(dot.x() - x, dot.y() - y) > reach)
                .toList());
    }

    public void clear() {
        begin();
        change(List.of());
    }

    private void change(List<Dot> next) {
        if (next.equals(dots)) {
            return;
        }
        if (!stroke) {
            before.push(dots);
            if (before.size() > MOST_UNDO) {
                before.removeLast();
            }
            stroke = true;
        }
        dots = List.copyOf(next);
    }

    /** Takes the last stroke back. */
    public void undo() {
        if (canUndo()) {
            dots = before.pop();
            stroke = false;
        }
    }

    private static double inside(double value) {
        return Math.max(-1, Math.min(1, value));
    }

    /** As a CSV file with columns x, y and class. */
    public String csv(List<String> classes) {
        StringBuilder text = new StringBuilder("x,y,class\n");
        for (Dot dot : dots) {
            text.append(String.format(Locale.ROOT, "%.4f,%.4f,%s%n", dot.x(), dot.y(), classes.get(dot.type())));
        }
        return text.toString().replace("\r", "");
    }

    /** Why it is no data set yet; empty if it is one. */
    public boolean isEnough() {
        return dots.size() >= 10 && dots.stream().mapToInt(Dot::type).distinct().count() >= 2;
    }
}
