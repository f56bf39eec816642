package org.vitrine.worker.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.metrics.Neighbours;
import org.vitrine.datasets.metrics.Pairs;
import org.vitrine.datasets.metrics.Roc;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.worker.network.Batches;
import org.vitrine.worker.network.EmbeddingObjective;
import org.vitrine.worker.network.Network;

/**
 * Embeddings: whether examples of one class lie near each other, and how well a threshold that was fitted on the validation
 * part tells for two examples whether they are of one class. The classes may be ones that training never saw.
 */
final class EmbeddingFindings implements Findings {
    /** Bounds the number of pairs. */
    private static final int MOST_EXAMPLES = 2000;

    private static final int CURVE_POINTS = 200;

    private final Network network;
    private final EmbeddingObjective objective;
    private final Dataset data;
    private final Collected test = new Collected();

    EmbeddingFindings(Network network, EmbeddingObjective objective, Dataset data) {
        this.network = network;
        this.objective = objective;
        this.data = data;
    }

    @Override
    public void take(double[] outputs, Batch batch) {
        test.take(outputs, batch);
    }

    @Override
    public TestEvaluation evaluation(double loss) {
        int[] actual = test.classes(Integer.MAX_VALUE);
        Neighbours neighbours = Neighbours.of(test.embeddings(actual.length), actual);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("neighbourAccuracy", neighbours.accuracy());
        Optional<Roc> roc = test.roc();
        roc.ifPresent(curve -> figures.putAll(verification(curve)));
        figures.put("examples", (double) actual.length);
        return TestEvaluation.of(TestEvaluation.Kind.EMBEDDINGS, loss, data.targetNames(), figures)
                .withClasses(actual, neighbours.nearest())
                .withRoc(roc.map(curve -> curve.curve(CURVE_POINTS)).orElse(List.of()));
    }

    private Map<String, Double> verification(Roc curve) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("verification", curve.area());
        figures.put("equalError", curve.equalErrorRate());
        validation().ifPresent(fitted -> {
            figures.put("pairAccuracy", curve.accuracy(fitted.bestThreshold()));
            figures.put("threshold", fitted.bestThreshold());
        });
        return figures;
    }

    private Optional<Roc> validation() {
        Collected collected = new Collected();
        Split split = data.validation();
        if (split.size() > 0) {
            Batches.forEach(split, batch -> collected.take(network.outputs(batch), batch));
        }
        return collected.roc();
    }

    /** Embeddings with their classes. */
    private final class Collected {
        private final List<double[]> embeddings = new ArrayList<>();
        private final List<float[]> classes = new ArrayList<>();

        void take(double[] outputs, Batch batch) {
            embeddings.add(objective.embeddings(outputs));
            classes.add(batch.targets().values());
        }

        int[] classes(int most) {
            return classes.stream()
                    .flatMapToInt(part ->
                            java.util.stream.IntStream.range(0, part.length).map(i -> (int) part[i]))
                    .limit(most)
                    .toArray();
        }

        double[] embeddings(int count) {
            return embeddings.stream()
                    .flatMapToDouble(java.util.Arrays::stream)
                    .limit((long) count * objective.units())
                    .toArray();
        }

        Optional<Roc> roc() {
            int[] first = classes(MOST_EXAMPLES);
            return Pairs.of(embeddings(first.length), first).roc();
        }
    }
}
