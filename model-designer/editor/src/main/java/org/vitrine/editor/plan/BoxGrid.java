package org.vitrine.editor.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Boxes by the cell of a coarse grid, so that asking for neighbours does not take longer in a large graph. */
final class BoxGrid {
    private static final double CELL = 256;

    private record Cell(int x, int y) {}

    private final Map<Cell, List<Box>> cells = new HashMap<>();

    void add(Box box) {
        for (int x = cell(box.left()); x <= cell(box.right()); x++) {
            for (int y = cell(box.top()); y <= cell(box.bottom()); y++) {
                cells.computeIfAbsent(new Cell(x, y), key -> new ArrayList<>(2)).add(box);
            }
        }
    }

    /** Whether any box that shares a cell with {@code area} passes the test. */
    private boolean any(Box area, Predicate<Box> test) {
        for (int x = cell(area.left()); x <= cell(area.right()); x++) {
            for (int y = cell(area.top()); y <= cell(area.bottom()); y++) {
                for (Box box : cells.getOrDefault(new Cell(x, y), List.of())) {
                    if (test.test(box)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    boolean overlaps(Box area) {
        return any(area, area::overlaps);
    }

    /** Whether a point lies in a box or within {@code margin} of one. */
    boolean contains(double x, double y, double margin) {
        return any(Box.around(x, y, 2 * margin, 2 * margin), box -> box.contains(x, y, margin));
    }

    private static int cell(double value) {
        return (int) Math.floor(value / CELL);
    }
}
