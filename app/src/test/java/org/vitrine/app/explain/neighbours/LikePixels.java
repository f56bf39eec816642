package org.vitrine.app.explain.neighbours;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import org.vitrine.attribution.neighbours.Distance;
import org.vitrine.attribution.neighbours.Ranking;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.shape.Target;
import org.vitrine.runs.event.RankedExample;
import org.vitrine.runs.event.SessionEvent.InfluenceFound;
import org.vitrine.runs.event.SessionEvent.NearestFound;
import org.vitrine.runs.session.InfluenceRequest;
import org.vitrine.runs.session.NearestRequest;

/** A model that compares inputs as they are, and takes their likeness, signed by class, for influence. */
final class LikePixels implements AsksTraining {
    private final Dataset data;
    private final Path folder;
    private final int examples;
    final List<NearestRequest> nearest = new ArrayList<>();
    final List<InfluenceRequest> influence = new ArrayList<>();
    /** Answers that the test completes, if it wants to. */
    final List<CompletableFuture<NearestFound>> open = new ArrayList<>();

    boolean answers = true;

    LikePixels(Dataset data, Path folder) {
        this.data = data;
        this.folder = folder;
        this.examples = Math.min(200, data.train().size());
    }

    @Override
    public CompletableFuture<NearestFound> nearest(NearestRequest request, DoubleConsumer progress) {
        nearest.add(request);
        if (!answers) {
            CompletableFuture<NearestFound> later = new CompletableFuture<>();
            open.add(later);
            progress.accept(0.25);
            return later;
        }
        double[] distances = distances(request.example());
        int own = target(data.test().example(request.example()).targets());
        List<RankedExample> found = ranked(Ranking.least(distances, request.count(), any -> true), distances);
        List<Integer> classes = found.stream()
                .map(near -> target(data.train().example(near.example()).targets()))
                .toList();
        return CompletableFuture.completedFuture(new NearestFound(
                "1",
                request.layer() == null ? "dense2" : request.layer(),
                List.of("input", "conv1", "dense2"),
                false,
                examples,
                isClasses() ? own : -1,
                isClasses() ? OptionalDouble.of(Ranking.agreement(classes, own)) : OptionalDouble.empty(),
                found,
                file("nearest.npy", distances),
                0.1));
    }

    @Override
    public CompletableFuture<InfluenceFound> influence(InfluenceRequest request, DoubleConsumer progress) {
        influence.add(request);
        if (request.parameters().equals("all-parameters")) {
            return CompletableFuture.failedFuture(new IllegalArgumentException("This model has no such gradient"));
        }
        double[] distances = distances(request.example());
        int own = target(data.test().example(request.example()).targets());
        double[] influences = new double[examples];
        for (int i = 0; i < examples; i++) {
            boolean same = target(data.train().example(i).targets()) == own;
            influences[i] = (same ? 1 : -1) / (0.1 + distances[i]);
        }
        return CompletableFuture.completedFuture(new InfluenceFound(
                "2",
                examples,
                isClasses() ? own : -1,
                request.measure().equals("dot") ? 3 : 0,
                0.02,
                ranked(Ranking.proponents(influences, request.count(), any -> true), influences),
                ranked(Ranking.opponents(influences, request.count(), any -> true), influences),
                file("influence.npy", influences),
                0.1));
    }

    private boolean isClasses() {
        return data.spec().target().kind() == Target.Kind.CLASSES;
    }

    /** The class, or on which side of the mean. */
    private int target(Tensor targets) {
        return isClasses() ? (int) targets.values()[0] : targets.values()[0] > 0 ? 1 : 0;
    }

    private double[] distances(int example) {
        Tensor own = data.test().example(example).inputs().row(0);
        int[] all = java.util.stream.IntStream.range(0, examples).toArray();
        return Distance.COSINE.toAll(data.train().batch(all).inputs(), own);
    }

    private static List<RankedExample> ranked(List<Integer> places, double[] values) {
        return places.stream()
                .map(place -> new RankedExample(place, values[place]))
                .toList();
    }

    private String file(String name, double[] values) {
        float[] table = new float[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            table[2 * i] = i;
            table[2 * i + 1] = (float) values[i];
        }
        try {
            Npy.write(folder.resolve(name), Tensor.of(table, values.length, 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return name;
    }
}
