package org.vitrine.worker.explain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.Progress;
import org.vitrine.attribution.neighbours.Distance;
import org.vitrine.attribution.neighbours.NeighbourQuestion;
import org.vitrine.attribution.neighbours.Ranking;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Tensor;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.RankedExample;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.worker.network.Network;

/** Finds training examples that a network sees alike. What left the layers that were asked about last is kept. */
final class NearestExamples {
    private static final int KEPT = 3;

    private final AnswerFiles files;
    private final Dataset data;
    private final ModelFacts facts;
    private final Network network;
    private final LayerRows rows;
    private final Map<Key, LayerRows.Found> kept = new LinkedHashMap<>(8, 0.75f, true);

    /** What rows depend on. */
    private record Key(String layer, int examples) {}

    NearestExamples(AnswerFiles files, Dataset data, ModelFacts facts, Network network) {
        this.files = files;
        this.data = data;
        this.facts = facts;
        this.network = network;
        this.rows = new LayerRows(network);
    }

    /**
     * Finds them.
     *
     * @throws IllegalArgumentException if there is no such example, layer or distance, in words
     */
    SessionEvent.NearestFound find(WorkerCommand.FindNearest question, Progress progress) throws IOException {
        long began = System.nanoTime();
        Distance distance = Distance.byId(question.distance())
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no distance \"" + question.distance() + "\": there are cosine and euclidean"));
        List<String> layers = NeighbourQuestion.layers(facts);
        String layer = layer(question.layer(), layers);
        Decision decision = Decision.of(data, network, question.part(), question.example(), question.input());
        TrainingSample sample = TrainingSample.of(data.train(), question.examples());
        LayerRows.Found found = rows(layer, sample, progress);
        Tensor own = rows.of(decision.example(), layer, most(sample)).rows().row(0);
        double[] distances = distance.toAll(found.rows(), own);
        List<RankedExample> nearest =
                sample.ranked(Ranking.least(distances, question.count(), sample.but(decision.self())), distances);
        Path file = files.next("nearest.npy");
        sample.write(file, distances);
        return new SessionEvent.NearestFound(
                question.request(),
                layer,
                layers,
                found.pooled(),
                sample.size(),
                decision.predicted(),
                agreement(nearest, decision.predicted()),
                nearest,
                files.relative(file),
                (System.nanoTime() - began) / 1e9);
    }

    private String layer(@Nullable String asked, List<String> layers) {
        String layer = asked != null
                ? asked
                : NeighbourQuestion.layerBeforeHead(facts.graph()).orElse("");
        if (!layers.contains(layer)) {
            throw new IllegalArgumentException(
                    "Examples can not be compared in \"" + layer + "\": there are " + String.join(", ", layers));
        }
        return layer;
    }

    /** An eighth of the heap may go to the rows of one layer: maps that would need more are averaged. */
    private static int most(TrainingSample sample) {
        return (int) Math.min(1 << 20, Runtime.getRuntime().maxMemory() / 8 / Float.BYTES / sample.size());
    }

    private LayerRows.Found rows(String layer, TrainingSample sample, Progress progress) {
        Key key = new Key(layer, sample.size());
        LayerRows.Found before = kept.get(key);
        if (before != null) {
            return before;
        }
        // Rows of before are let go of first: two layers may not fit.
        while (kept.size() >= KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        LayerRows.Found found = rows.of(sample.part(), sample.indices(), layer, most(sample), progress);
        kept.put(key, found);
        return Objects.requireNonNull(found);
    }

    private OptionalDouble agreement(List<RankedExample> nearest, int predicted) {
        if (predicted < 0 || nearest.isEmpty()) {
            return OptionalDouble.empty();
        }
        int[] indices = nearest.stream().mapToInt(RankedExample::example).toArray();
        float[] targets = data.train().batch(indices).targets().values();
        List<Integer> classes = java.util.stream.IntStream.range(0, indices.length)
                .mapToObj(i -> (int) targets[i])
                .toList();
        return OptionalDouble.of(Ranking.agreement(classes, predicted));
    }
}
