package org.vitrine.app.explain.effects;

import java.nio.file.Path;
import java.util.List;
import org.vitrine.attribution.effects.Curves;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Tensor;
import org.vitrine.runs.event.DataEffects.VariedColumn;
import org.vitrine.runs.event.SessionEvent.Varied;

/**
 * What a model answers for values of one column, or two.
 *
 * @param answers [values, examples, targets] of one column, means [values, values, targets] of two
 * @param own what stands in the columns, [examples, columns]
 * @param examples indices into the test part
 */
public record Dependence(List<VariedColumn> columns, Tensor answers, Tensor own, int[] examples) {
    public Dependence {
        columns = List.copyOf(columns);
    }

    /** Reads the file of an answer. */
    public static Dependence read(Path directory, Varied varied) throws DatasetException {
        try (Npz file = Npz.open(directory.resolve(varied.file()))) {
            float[] indices = file.read("examples").values();
            int[] examples = new int[indices.length];
            for (int i = 0; i < examples.length; i++) {
                examples[i] = (int) indices[i];
            }
            return new Dependence(varied.columns(), file.read("answers"), file.read("own"), examples);
        }
    }

    public boolean isOfTwo() {
        return columns.size() == 2;
    }

    /** Each example's answers for one target. */
    public Curves curves(int target) {
        return Curves.of(answers, target);
    }

    /** Means for one target, [values of the first][values of the second]. */
    public double[][] surface(int target) {
        return Curves.of(answers, target).answers();
    }

    /** What stands in a column of each example; none of a channel, which is moved instead. */
    public double[] own(int column) {
        if (columns.get(column).kind().equals("SHIFT")) {
            return new double[0];
        }
        double[] values = new double[examples.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = own.values()[i * columns.size() + column];
        }
        return values;
    }
}
