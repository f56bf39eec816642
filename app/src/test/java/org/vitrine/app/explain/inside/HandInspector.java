package org.vitrine.app.explain.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.vitrine.arithmetic.NetworkTrace;
import org.vitrine.datasets.Tensor;

/** Answers when the test says so. */
final class HandInspector implements Inspector {
    private final List<Integer> asked = new ArrayList<>();
    private final List<CompletableFuture<NetworkTrace>> answers = new ArrayList<>();

    /** The examples that were asked for. */
    List<Integer> asked() {
        return asked;
    }

    CompletableFuture<NetworkTrace> answer(int question) {
        return answers.get(question);
    }

    @Override
    public CompletableFuture<NetworkTrace> trace(int example) {
        asked.add(example);
        answers.add(new CompletableFuture<>());
        return answers.get(answers.size() - 1);
    }

    @Override
    public CompletableFuture<TriedStep> tryStep(int example) {
        Tensor one = Tensor.of(new float[] {3, -4}, 2);
        return CompletableFuture.completedFuture(TriedStep.of(
                2,
                1.5,
                0.1,
                Map.of(
                        "before/dense/b", one,
                        "gradient/dense/b", Tensor.of(new float[] {1, -10}, 2),
                        "after/dense/b", Tensor.of(new float[] {2.5f, -3}, 2))));
    }
}
