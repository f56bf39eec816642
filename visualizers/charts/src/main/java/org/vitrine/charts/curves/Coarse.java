package org.vitrine.charts.curves;

import java.util.Arrays;
import org.vitrine.charts.render.Points;

/**
 * A long curve by few of its points: of each {@value #BLOCK} points in a row the first, the lowest, the highest, the last, and a gap
 * if there is one. Where many points fall into each column of pixels it looks the same and is painted much faster. Grows with its
 * curve; x and y are those of the points that are kept, so values stay exact.
 */
final class Coarse {
    private static final int BLOCK = 64;
    /** Fewer points a pixel are painted one by one. */
    private static final int DENSE = 4 * BLOCK;

    private int[] kept = new int[256];
    private int size;
    private int done;
    private Object version = "";

    /**
     * The points to paint.
     *
     * @param state what the points depend on apart from growing; another one makes all anew
     * @param visible how many of them are to be seen
     */
    Points of(Points fine, Object state, int visible, double pixels) {
        if (visible < DENSE * Math.max(1, pixels)) {
            return fine;
        }
        extend(fine, state);
        int tail = done;
        return new Points() {
            @Override
            public int size() {
                return size + fine.size() - tail;
            }

            @Override
            public double x(int index) {
                return fine.x(place(index));
            }

            @Override
            public double y(int index) {
                return fine.y(place(index));
            }

            private int place(int index) {
                return index < size ? kept[index] : tail + index - size;
            }
        };
    }

    private void extend(Points fine, Object state) {
        if (!state.equals(version) || done > fine.size()) {
            version = state;
            size = 0;
            done = 0;
        }
        for (; done + BLOCK <= fine.size(); done += BLOCK) {
            keep(fine, done, done + BLOCK);
        }
    }

    private void keep(Points fine, int from, int to) {
        int lowest = from;
        int highest = from;
        int gap = -1;
        double low = fine.y(from);
        double high = low;
        for (int i = from; i < to; i++) {
            double y = fine.y(i);
            if (y < low || Double.isNaN(low)) {
                low = y;
                lowest = i;
            }
            if (y > high || Double.isNaN(high)) {
                high = y;
                highest = i;
            }
            gap = Double.isNaN(y) ? i : gap;
        }
        int[] places = {from, lowest, highest, to - 1, gap < 0 ? from : gap};
        Arrays.sort(places);
        for (int i = 0; i < places.length; i++) {
            if (i == 0 || places[i] != places[i - 1]) {
                add(places[i]);
            }
        }
    }

    private void add(int place) {
        if (size == kept.length) {
            kept = Arrays.copyOf(kept, 2 * size);
        }
        kept[size++] = place;
    }
}
