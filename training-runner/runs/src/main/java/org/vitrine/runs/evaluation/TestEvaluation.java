package org.vitrine.runs.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.metrics.Box;
import org.vitrine.datasets.metrics.Roc;

/**
 * What the model made of the test part.
 *
 * @param targetNames names of the classes, labels or target values
 * @param actual class index of each example, or of each step that has a target; else empty
 * @param predicted likewise: the most probable class, or for embeddings the class of the nearest neighbour
 * @param outputs by example: class probabilities (always one per class, also for a binary head), or predicted values in raw
 *     units; reconstructions of the first examples; else empty
 * @param actualValues by example the true values in raw units; else empty
 * @param figures what was measured, by name, in the order of interest
 * @param perClass average precision of each class (NaN: no true box); else empty
 * @param rows rows of labels, true and read, of the first 2,000 examples at most; else empty
 * @param boxes boxes, true and found, of the first 2,000 examples at most; else empty
 * @param roc for embeddings the curve of pairs that a threshold tells apart; else empty
 * @param losses by example where they do not follow from the rest: mean squared errors of reconstructions, mean cross
 *     entropies of steps; else empty
 * @param stepCounts by example how many of the steps in {@code actual} are its own; else empty
 */
public record TestEvaluation(
        Kind kind,
        double loss,
        List<String> targetNames,
        int[] actual,
        int[] predicted,
        float[][] outputs,
        float[][] actualValues,
        Map<String, Double> figures,
        double[] perClass,
        List<LabelRow> rows,
        List<FoundBoxes> boxes,
        List<Roc.Point> roc,
        float[] losses,
        int[] stepCounts) {
    private static final int[] NO_CLASSES = {};
    private static final float[][] NO_VALUES = {};

    /** What was predicted. */
    public enum Kind {
        /** A class of each example. */
        CLASSES,
        /** Values of each example. */
        VALUES,
        /** A class of each step. */
        STEPS,
        /** A row of labels of each example: read off it, or written for it. */
        LABELS,
        /** Embeddings, judged by their neighbours. */
        EMBEDDINGS,
        /** Boxes around objects. */
        BOXES,
        /** The inputs. */
        RECONSTRUCTIONS
    }

    /**
     * One example's labels.
     *
     * @param source the tokens that they were to be written for; empty where the input is no text
     */
    public record LabelRow(int[] source, int[] actual, int[] read) {
        /** Files of earlier versions have no source. */
        public LabelRow(int @Nullable [] source, int[] actual, int[] read) {
            this.source = source == null ? new int[0] : source;
            this.actual = actual;
            this.read = read;
        }
    }

    /** One example's boxes. */
    public record FoundBoxes(List<Box> actual, List<Box> found) {}

    /** Files of earlier versions lack what they had no name for. */
    public TestEvaluation(
            @Nullable Kind kind,
            double loss,
            List<String> targetNames,
            int[] actual,
            int[] predicted,
            float[][] outputs,
            float[][] actualValues,
            @Nullable Map<String, Double> figures,
            double @Nullable [] perClass,
            @Nullable List<LabelRow> rows,
            @Nullable List<FoundBoxes> boxes,
            @Nullable List<Roc.Point> roc,
            float @Nullable [] losses,
            int @Nullable [] stepCounts) {
        this.kind = kind != null ? kind : actual.length > 0 ? Kind.CLASSES : Kind.VALUES;
        this.loss = loss;
        this.targetNames = List.copyOf(targetNames);
        this.actual = actual;
        this.predicted = predicted;
        this.outputs = outputs;
        this.actualValues = actualValues;
        this.figures = figures == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        this.perClass = perClass == null ? new double[0] : perClass;
        this.rows = rows == null ? List.of() : List.copyOf(rows);
        this.boxes = boxes == null ? List.of() : List.copyOf(boxes);
        this.roc = roc == null ? List.of() : List.copyOf(roc);
        this.losses = losses == null ? new float[0] : losses;
        this.stepCounts = stepCounts == null ? NO_CLASSES : stepCounts;
    }

    /** The class of each example. */
    public static TestEvaluation ofClasses(
            double loss, List<String> names, int[] actual, int[] predicted, float[][] probabilities) {
        return of(Kind.CLASSES, loss, names, Map.of())
                .withClasses(actual, predicted)
                .withOutputs(probabilities);
    }

    /** Values of each example. */
    public static TestEvaluation ofValues(double loss, List<String> names, float[][] predicted, float[][] actual) {
        return new TestEvaluation(
                Kind.VALUES,
                loss,
                names,
                NO_CLASSES,
                NO_CLASSES,
                predicted,
                actual,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Figures alone. */
    public static TestEvaluation of(Kind kind, double loss, List<String> names, Map<String, Double> figures) {
        return new TestEvaluation(
                kind,
                loss,
                names,
                NO_CLASSES,
                NO_CLASSES,
                NO_VALUES,
                NO_VALUES,
                figures,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same with classes. */
    public TestEvaluation withClasses(int[] newActual, int[] newPredicted) {
        return with(newActual, newPredicted, outputs, figures, perClass, rows, boxes, roc, losses, stepCounts);
    }

    /** The same with outputs. */
    public TestEvaluation withOutputs(float[][] newOutputs) {
        return with(actual, predicted, newOutputs, figures, perClass, rows, boxes, roc, losses, stepCounts);
    }

    /** The same with rows of labels. */
    public TestEvaluation withRows(List<LabelRow> newRows) {
        return with(actual, predicted, outputs, figures, perClass, newRows, boxes, roc, losses, stepCounts);
    }

    /** The same with boxes and the average precision of each class. */
    public TestEvaluation withBoxes(double[] newPerClass, List<FoundBoxes> newBoxes) {
        return with(actual, predicted, outputs, figures, newPerClass, rows, newBoxes, roc, losses, stepCounts);
    }

    /** The same with a curve. */
    public TestEvaluation withRoc(List<Roc.Point> newRoc) {
        return with(actual, predicted, outputs, figures, perClass, rows, boxes, newRoc, losses, stepCounts);
    }

    /** The same with the losses of examples. */
    public TestEvaluation withLosses(float[] newLosses) {
        return with(actual, predicted, outputs, figures, perClass, rows, boxes, roc, newLosses, stepCounts);
    }

    /** The same with how many steps examples have. */
    public TestEvaluation withStepCounts(int[] newStepCounts) {
        return with(actual, predicted, outputs, figures, perClass, rows, boxes, roc, losses, newStepCounts);
    }

    /** The same with figures in front of those that there are. */
    public TestEvaluation withFigures(Map<String, Double> more) {
        Map<String, Double> all = new LinkedHashMap<>(more);
        figures.forEach(all::putIfAbsent);
        return with(actual, predicted, outputs, all, perClass, rows, boxes, roc, losses, stepCounts);
    }

    private TestEvaluation with(
            int[] newActual,
            int[] newPredicted,
            float[][] newOutputs,
            Map<String, Double> newFigures,
            double[] newPerClass,
            List<LabelRow> newRows,
            List<FoundBoxes> newBoxes,
            List<Roc.Point> newRoc,
            float[] newLosses,
            int[] newStepCounts) {
        return new TestEvaluation(
                kind,
                loss,
                targetNames,
                newActual,
                newPredicted,
                newOutputs,
                actualValues,
                newFigures,
                newPerClass,
                newRows,
                newBoxes,
                newRoc,
                newLosses,
                newStepCounts);
    }

    /** Whether each example has a class of its own. */
    public boolean classes() {
        return kind == Kind.CLASSES;
    }

    /** Whether each example has values of its own. */
    public boolean values() {
        return kind == Kind.VALUES;
    }

    /** Whether there are pairs of true and predicted classes. */
    public boolean hasConfusion() {
        return actual.length > 0;
    }
}
