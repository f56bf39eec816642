package org.vitrine.worker.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.metrics.Neighbours;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.worker.network.TripletObjective;

/** Embeddings: whether examples of one class lie near each other. */
final class EmbeddingFindings implements Findings {
    private final TripletObjective objective;
    private final Dataset data;
    private final DoubleStream.Builder embeddings = DoubleStream.builder();
    private final IntStream.Builder classes = IntStream.builder();

    EmbeddingFindings(TripletObjective objective, Dataset data) {
        this.objective = objective;
        this.data = data;
    }

    @Override
    public void take(double[] outputs, Batch batch) {
        for (double value : TripletObjective.normalized(outputs, objective.units())) {
            embeddings.add(value);
        }
        for (float type : batch.targets().values()) {
            classes.add((int) type);
        }
    }

    @Override
    public TestEvaluation evaluation(double loss) {
        int[] actual = classes.build().toArray();
        Neighbours neighbours = Neighbours.of(embeddings.build().toArray(), actual);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("neighbourAccuracy", neighbours.accuracy());
        figures.put("verification", neighbours.verification());
        figures.put("examples", (double) actual.length);
        return TestEvaluation.of(TestEvaluation.Kind.EMBEDDINGS, loss, data.targetNames(), figures)
                .withClasses(actual, neighbours.nearest());
    }
}
