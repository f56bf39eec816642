package org.vitrine.datasets.baseline;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.datasets.Baselines.Unit;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.metrics.EditDistance;
import org.vitrine.graph.shape.Target;

/**
 * What a model of the baselines has to answer for each row, and how the answers are judged.
 *
 * @param outputs scores or values of a row
 * @param groupSize scores of one softmax; 0 for values
 */
record Exercise(Target target, Unit unit, int outputs, int groupSize) {

    static Exercise of(Dataset dataset) {
        Target target = dataset.spec().target();
        boolean rows = dataset.spec().sourceSteps() > 0;
        return switch (target.kind()) {
            case CLASSES -> new Exercise(target, Unit.ACCURACY, target.size(), target.size());
            case VALUES -> new Exercise(target, valueUnit(dataset.descriptor().task()), target.size(), 0);
            case STEP_CLASSES ->
                rows
                        ? new Exercise(target, Unit.EXACT, target.size() * target.length(), target.size())
                        : new Exercise(target, Unit.ACCURACY, target.size(), target.size());
            case LABELS ->
                new Exercise(target, Unit.LABEL_ERROR, (target.size() + 1) * target.length(), target.size() + 1);
            case BOXES -> throw new IllegalArgumentException("Boxes have an exercise of their own");
        };
    }

    private static Unit valueUnit(Task task) {
        return task == Task.FORECASTING || task == Task.RECOMMENDATION ? Unit.RMSE : Unit.R2;
    }

    boolean higherIsBetter() {
        return unit.higherIsBetter();
    }

    int groups() {
        return groupSize == 0 ? outputs : outputs / groupSize;
    }

    /** What is right of a part, row by row as the encoder makes them. */
    Answers answers(Split part) {
        Batch all = part.batch(IntStream.range(0, part.size()).toArray());
        float[] targets = all.targets().values();
        if (groupSize == 0) {
            return Answers.of(targets, outputs);
        }
        int[] labels = new int[targets.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (int) targets[i];
        }
        if (target.kind() == Target.Kind.LABELS) {
            return Answers.of(
                    Arrays.stream(labels)
                            .map(label -> label < 0 ? target.size() : label)
                            .toArray(),
                    groups());
        }
        if (target.kind() == Target.Kind.STEP_CLASSES && unit == Unit.ACCURACY) {
            return Answers.of(Arrays.stream(labels).filter(label -> label >= 0).toArray(), 1);
        }
        return Answers.of(labels, groups());
    }

    /**
     * The score, as a share, or as an error in the units of the targets.
     *
     * @param found outputs by row
     */
    double score(List<float[]> found, Answers answers, Dataset dataset) {
        return switch (unit) {
            case ACCURACY, EXACT -> exact(found, answers);
            case LABEL_ERROR -> labelErrors(found, answers);
            case R2 -> explained(found, answers);
            case RMSE -> rawError(found, answers, dataset);
            case MAP, AUC -> throw new IllegalStateException();
        };
    }

    /** Share of rows all of whose groups are right. */
    private double exact(List<float[]> found, Answers answers) {
        int right = 0;
        for (int row = 0; row < found.size(); row++) {
            boolean all = true;
            for (int g = 0; g < groups(); g++) {
                int label = answers.label(row, g);
                all &= label < 0 || best(found.get(row), g) == label;
            }
            right += all ? 1 : 0;
        }
        return (double) right / found.size();
    }

    private double labelErrors(List<float[]> found, Answers answers) {
        int edits = 0;
        int labels = 0;
        for (int row = 0; row < found.size(); row++) {
            int at = row;
            int[] actual = row(g -> answers.label(at, g));
            int[] guess = row(g -> best(found.get(at), g));
            edits += EditDistance.between(guess, actual);
            labels += actual.length;
        }
        return (double) edits / labels;
    }

    private int[] row(java.util.function.IntUnaryOperator label) {
        return IntStream.range(0, groups())
                .map(label)
                .filter(k -> k < target.size())
                .toArray();
    }

    private int best(float[] scores, int group) {
        int best = 0;
        for (int c = 1; c < groupSize; c++) {
            best = scores[group * groupSize + c] > scores[group * groupSize + best] ? c : best;
        }
        return best;
    }

    /** Share of the variance that is explained, R squared, over all values. */
    private double explained(List<float[]> found, Answers answers) {
        double errors = 0;
        double variance = 0;
        for (int k = 0; k < outputs; k++) {
            int value = k;
            double mean = IntStream.range(0, found.size())
                    .mapToDouble(row -> answers.value(row, value))
                    .average()
                    .orElse(0);
            for (int row = 0; row < found.size(); row++) {
                errors += Math.pow(found.get(row)[k] - answers.value(row, k), 2);
                variance += Math.pow(answers.value(row, k) - mean, 2);
            }
        }
        return 1 - errors / variance;
    }

    /** Root mean square error in raw units. */
    private double rawError(List<float[]> found, Answers answers, Dataset dataset) {
        double squares = 0;
        for (int row = 0; row < found.size(); row++) {
            for (int k = 0; k < outputs; k++) {
                double deviation = dataset.targetScales().get(k).deviation();
                squares += Math.pow((found.get(row)[k] - answers.value(row, k)) * deviation, 2);
            }
        }
        return Math.sqrt(squares / ((double) found.size() * outputs));
    }
}
