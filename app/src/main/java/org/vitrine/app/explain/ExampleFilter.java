package org.vitrine.app.explain;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.vitrine.runs.evaluation.TestEvaluation;

/**
 * Which test examples are shown. Where examples have no classes, each passes.
 *
 * @param wrongOnly only examples whose predicted class is not the actual one
 * @param actual only examples of this class
 * @param predicted only examples taken for this class
 */
public record ExampleFilter(boolean wrongOnly, OptionalInt actual, OptionalInt predicted) {
    public static final ExampleFilter ALL = new ExampleFilter(false, OptionalInt.empty(), OptionalInt.empty());

    public ExampleFilter withWrongOnly(boolean value) {
        return new ExampleFilter(value, actual, predicted);
    }

    public ExampleFilter withActual(OptionalInt value) {
        return new ExampleFilter(wrongOnly, value, predicted);
    }

    public ExampleFilter withPredicted(OptionalInt value) {
        return new ExampleFilter(wrongOnly, actual, value);
    }

    /**
     * Indices of the test examples that pass, in their order.
     *
     * @param examples that there are
     */
    public int[] select(TestEvaluation evaluation, int examples) {
        return IntStream.range(0, examples)
                .filter(i -> !evaluation.classes()
                        || passes(evaluation.actual()[i], evaluation.predicted()[i]))
                .toArray();
    }

    private boolean passes(int actualClass, int predictedClass) {
        return (!wrongOnly || actualClass != predictedClass)
                && (actual.isEmpty() || actual.getAsInt() == actualClass)
                && (predicted.isEmpty() || predicted.getAsInt() == predictedClass);
    }
}
