package org.vitrine.app.shared;

import java.util.List;
import java.util.OptionalDouble;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Scale;

/** Numbers of a network in the units of the data as they came. */
public final class DataUnits {
    private DataUnits() {}

    /** The value of an input's column; the same where columns are not scaled. */
    public static double input(Presentation presentation, int column, double value) {
        List<Scale> scales = scales(presentation);
        return scales.isEmpty()
                ? value
                : scales.get(scales.size() == 1 ? 0 : column).invert(value);
    }

    /** Whether columns are scaled. */
    public static boolean isScaled(Presentation presentation) {
        return !scales(presentation).isEmpty();
    }

    private static List<Scale> scales(Presentation presentation) {
        return presentation instanceof Presentation.Table table
                ? table.scales()
                : presentation instanceof Presentation.Series series ? series.scales() : List.of();
    }

    /** What the value of one of {@code outputs} predicts; empty if they predict no values of the data. */
    public static OptionalDouble output(Dataset dataset, int outputs, int output, double value) {
        List<Scale> scales = dataset.targetScales();
        return scales.size() == outputs ? OptionalDouble.of(scales.get(output).invert(value)) : OptionalDouble.empty();
    }
}
