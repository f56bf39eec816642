package org.vitrine.worker.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.metrics.RatingBaselines;
import org.vitrine.datasets.metrics.SeriesBaselines;
import org.vitrine.datasets.steps.Difference;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Tokens;
import org.vitrine.worker.network.Batches;

/** Errors of predicted values beside those of predictions that need no network. All in raw units. */
final class ValueFigures {
    /** What ratings are damped by: the usual size, and few data sets care. */
    private static final double DAMPING = 5;

    private final Dataset data;
    private final float[][] predicted;
    private final float[][] actual;

    private ValueFigures(Dataset data, float[][] predicted, float[][] actual) {
        this.data = data;
        this.predicted = predicted;
        this.actual = actual;
    }

    /** Empty where there is nothing to compare with. */
    static Map<String, Double> of(Dataset data, float[][] predicted, float[][] actual) {
        ValueFigures figures = new ValueFigures(data, predicted, actual);
        Task task = data.descriptor().task();
        if (task == Task.RECOMMENDATION && data.spec().input() instanceof Tokens tokens && tokens.length() == 2) {
            return figures.ratings();
        } else if (task == Task.FORECASTING && data.spec().input() instanceof Sequence) {
            return figures.forecasts();
        }
        return Map.of();
    }

    private Map<String, Double> ratings() {
        Part train = new Part(data.train());
        double[] stars = new double[train.targets.size()];
        for (int i = 0; i < stars.length; i++) {
            stars[i] = train.targets.get(i)[0];
        }
        RatingBaselines baselines = RatingBaselines.fit(train.inputs(0), train.inputs(1), stars, DAMPING);
        Part test = new Part(data.test());
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("rmse", rmse((i, k) -> predicted[i][k]));
        figures.put("rmseBiases", rmse((i, k) -> baselines.rating(test.input(i, 0), test.input(i, 1))));
        figures.put("rmseMean", rmse((i, k) -> baselines.mean()));
        return figures;
    }

    private Map<String, Double> forecasts() {
        Part train = new Part(data.train());
        SeriesBaselines baselines =
                SeriesBaselines.fit(train.windows(), train.targets.toArray(new float[0][]), areChanges());
        float[][] windows = new Part(data.test()).windows();
        double absolute = 0;
        int count = 0;
        for (int i = 0; i < actual.length; i++) {
            for (int k = 0; k < actual[i].length; k++, count++) {
                absolute += Math.abs(predicted[i][k] - actual[i][k]);
            }
        }
        double rmse = rmse((i, k) -> predicted[i][k]);
        double naive = rmse((i, k) -> baselines.naive(windows[i]));
        double seasonal = rmse((i, k) -> baselines.seasonal(windows[i], k));
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("rmse", rmse);
        figures.put("rmseNaive", naive);
        figures.put("rmseSeasonal", seasonal);
        figures.put("season", (double) baselines.season());
        figures.put("skill", 1 - rmse / Math.min(naive, seasonal));
        figures.put("mase", absolute / Math.max(1, count) / baselines.scale());
        return figures;
    }

    /** Whether the series was made one of changes from step to step. */
    private boolean areChanges() {
        return data.pipeline().steps().stream()
                .anyMatch(step -> step instanceof Difference.Fitted difference && difference.lag() == 1);
    }

    /** A prediction for one value of one test example. */
    @FunctionalInterface
    private interface Prediction {
        double of(int example, int value);
    }

    private double rmse(Prediction prediction) {
        double squares = 0;
        int count = 0;
        for (int i = 0; i < actual.length; i++) {
            for (int k = 0; k < actual[i].length; k++, count++) {
                double error = prediction.of(i, k) - actual[i][k];
                squares += error * error;
            }
        }
        return Math.sqrt(squares / Math.max(1, count));
    }

    /** Inputs and targets of a part, one after the other. */
    private final class Part {
        private final List<float[]> inputs = new ArrayList<>();
        private final List<float[]> targets = new ArrayList<>();

        Part(Split split) {
            Batches.forEach(split, this::take);
        }

        private void take(Batch batch) {
            for (int i = 0; i < batch.size(); i++) {
                inputs.add(batch.inputs().row(i).values());
                targets.add(raw(batch.targets().row(i).values()));
            }
        }

        private float[] raw(float[] scaled) {
            float[] values = new float[scaled.length];
            for (int k = 0; k < values.length; k++) {
                values[k] = (float) data.targetScales().get(k).invert(scaled[k]);
            }
            return values;
        }

        int input(int example, int place) {
            return (int) inputs.get(example)[place];
        }

        int[] inputs(int place) {
            return inputs.stream().mapToInt(ids -> (int) ids[place]).toArray();
        }

        /** The column that is to be predicted; it has the scale of the targets. */
        float[][] windows() {
            int length = (int) ((Sequence) data.spec().input()).length();
            int column = column();
            float[][] windows = new float[inputs.size()][length];
            for (int i = 0; i < windows.length; i++) {
                for (int step = 0; step < length; step++) {
                    windows[i][step] = (float) data.targetScales().get(0).invert(inputs.get(i)[column * length + step]);
                }
            }
            return windows;
        }
    }

    /** Targets are called as their column, or so with the step behind it. */
    private int column() {
        List<String> names = data.presentation() instanceof Presentation.Series series ? series.columns() : List.of();
        String target = data.targetNames().get(0);
        for (int column = 0; column < names.size(); column++) {
            if (target.equals(names.get(column)) || target.startsWith(names.get(column) + " +")) {
                return column;
            }
        }
        return 0;
    }
}
