package org.vitrine.attribution.maximisation;

import java.util.random.RandomGenerator;

/**
 * Moves the input by some places before each step and back after it, round the borders, so that what is found does not depend on
 * where exactly it is (Olah, Mordvintsev, Schubert 2017: Feature Visualization).
 *
 * @param most places up, down, left or right; 0 for none
 */
public record Jitter(Grid grid, int most) {

    /** A way to go, in places: right and down where positive. */
    public record Shift(int down, int right) {
        /** The way back. */
        public Shift inverse() {
            return new Shift(-down, -right);
        }
    }

    /** A way at random. */
    public Shift draw(RandomGenerator random) {
        int down = grid.rows() > 1 ? random.nextInt(2 * most + 1) - most : 0;
        int right = grid.columns() > 1 ? random.nextInt(2 * most + 1) - most : 0;
        return new Shift(down, right);
    }

    /** The values, moved. */
    public double[] moved(double[] values, Shift shift) {
        double[] moved = new double[values.length];
        for (int at = 0; at < values.length; at++) {
            int column = Math.floorMod(at % grid.columns() + shift.right(), grid.columns());
            int row = Math.floorMod(at % grid.plane() / grid.columns() + shift.down(), grid.rows());
            moved[at / grid.plane() * grid.plane() + row * grid.columns() + column] = values[at];
        }
        return moved;
    }
}
