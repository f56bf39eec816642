package org.vitrine.charts.curves;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The moment of a training that a person points at, and the stretch that is looked at: shared by panels, so that what is pointed at
 * in one is marked in all. Counted in iterations; panels that count epochs convert.
 */
public final class Cursor {
    private final DoubleProperty iteration = new SimpleDoubleProperty(this, "iteration", Double.NaN);
    private final ObjectProperty<@Nullable Stretch> stretch = new SimpleObjectProperty<>(this, "stretch");
    private final IntegerProperty iterationsPerEpoch = new SimpleIntegerProperty(this, "iterationsPerEpoch", 1);

    private double chosen = Double.NaN;

    /** From one iteration to another. */
    public record Stretch(double from, double to) {}

    /** The iteration that is pointed at; NaN for none. */
    public DoubleProperty iterationProperty() {
        return iteration;
    }

    /** The stretch that is looked at; null for all. */
    public ObjectProperty<@Nullable Stretch> stretchProperty() {
        return stretch;
    }

    /** How many iterations make an epoch of the run that is shown. */
    public IntegerProperty iterationsPerEpochProperty() {
        return iterationsPerEpoch;
    }

    /** Points at an iteration for as long as the mouse is there; NaN goes back to what was chosen. */
    public void pointAt(double newIteration) {
        iteration.set(Double.isNaN(newIteration) ? chosen : newIteration);
    }

    /** Points at an iteration until another one is chosen; NaN for none, which panels take for the newest. */
    public void choose(double newIteration) {
        chosen = newIteration;
        iteration.set(newIteration);
    }

    /** Points at nothing any more, and looks at all. */
    public void clear() {
        choose(Double.NaN);
        stretch.set(null);
    }

    double x(double ofIteration, XMode mode) {
        return mode == XMode.ITERATION ? ofIteration : ofIteration / iterationsPerEpoch.get();
    }

    double iteration(double x, XMode mode) {
        return mode == XMode.ITERATION ? x : x * iterationsPerEpoch.get();
    }
}
