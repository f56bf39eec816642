package org.vitrine.charts.curves;

import java.util.Arrays;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.vitrine.charts.render.Curve;
import org.vitrine.charts.render.Points;

/**
 * A curve that grows while a run goes on. Views follow {@link #versionProperty}; change it on the JavaFX thread only.
 */
public final class Series {
    private final String name;
    private final int color;
    private final boolean dashed;
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(this, "version");
    private double[] iterations = new double[64];
    private double[] epochs = new double[64];
    private double[] values = new double[64];
    private int size;
    private int cuts;

    /**
     * An empty curve.
     *
     * @param name for the legend, with the run's name where several runs are compared
     * @param color index into the palette; the curves of one run share it
     * @param dashed true for validation
     */
    public Series(String name, int color, boolean dashed) {
        this.name = name;
        this.color = color;
        this.dashed = dashed;
    }

    /**
     * Adds a measurement; NaN makes a gap. Iterations ascend; a measurement at or before the last iteration comes from a run
     * that went on from a checkpoint, and replaces all from there on.
     */
    public void append(double iteration, double epoch, double value) {
        if (Double.isNaN(iteration) || Double.isNaN(epoch)) {
            throw new IllegalArgumentException("A point of " + name + " needs an iteration and an epoch");
        }
        while (size > 0 && (iterations[size - 1] >= iteration || epochs[size - 1] > epoch)) {
            size--;
            cuts++;
        }
        if (size == values.length) {
            iterations = Arrays.copyOf(iterations, 2 * size);
            epochs = Arrays.copyOf(epochs, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        iterations[size] = iteration;
        epochs[size] = epoch;
        values[size++] = value;
        version.set(version.get() + 1);
    }

    /** Places all points anew where an epoch has so many iterations. */
    public void countEpochs(int iterationsPerEpoch) {
        for (int i = 0; i < size; i++) {
            epochs[i] = iterations[i] / iterationsPerEpoch;
        }
        cuts++;
        version.set(version.get() + 1);
    }

    public String name() {
        return name;
    }

    public int color() {
        return color;
    }

    public boolean dashed() {
        return dashed;
    }

    public int size() {
        return size;
    }

    public double iteration(int index) {
        return iterations[index];
    }

    public double epoch(int index) {
        return epochs[index];
    }

    public double value(int index) {
        return values[index];
    }

    /** Changes with every measurement. */
    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** How often points were taken back; what was computed from them is stale when it changes. */
    int cuts() {
        return cuts;
    }

    /** A live view of the points. */
    public Points points(XMode mode) {
        return new Points() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public double x(int index) {
                return mode == XMode.ITERATION ? iterations[index] : epochs[index];
            }

            @Override
            public double y(int index) {
                return values[index];
            }
        };
    }

    /** The curve as it is now, for a picture. */
    public Curve curve(XMode mode) {
        double[] x = Arrays.copyOf(mode == XMode.ITERATION ? iterations : epochs, size);
        return new Curve(name, Points.of(x, Arrays.copyOf(values, size)), color, dashed);
    }
}
