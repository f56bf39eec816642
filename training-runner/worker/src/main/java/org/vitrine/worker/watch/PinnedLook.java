package org.vitrine.worker.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vitrine.attribution.Attribution;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.Reductions;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.attribution.methods.gradients.GradientTimesInput;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.shape.Target;
import org.vitrine.runs.RunException;
import org.vitrine.runs.watch.Pinned;
import org.vitrine.runs.watch.WatchRecord;
import org.vitrine.runs.watch.WatchWriter;
import org.vitrine.worker.explain.ExplainedNetwork;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.Scores;

/** Predictions and heatmaps of the pinned examples, by a twin of the network that takes over its parameters each time. */
final class PinnedLook {
    private static final int BY_DEFAULT = 6;
    private static final int MOST = 24;
    private static final int LOOKED_THROUGH = 500;
    /** Few steps: this is done again and again. */
    private static final AttributionOptions OPTIONS =
            AttributionOptions.DEFAULT.with(Map.of("steps", "8", "samples", "8"));

    private final WatchWriter writer;
    private final GraphDocument document;
    private final Dataset data;
    private final boolean classes;
    private List<Pinned> pinned;
    private AttributionMethod method;
    private @Nullable ExplainedNetwork explained;

    PinnedLook(WatchWriter writer, GraphDocument document, Dataset data, List<Pinned> wished, String methodId) {
        this.writer = writer;
        this.document = document;
        this.data = data;
        classes = data.spec().target().kind() == Target.Kind.CLASSES;
        pinned = chosen(wished);
        method = method(methodId);
    }

    private static AttributionMethod method(String id) {
        return AttributionMethods.byId(id).orElseGet(GradientTimesInput::new);
    }

    List<Pinned> pinned() {
        return pinned;
    }

    void change(List<Pinned> wished, String methodId) {
        pinned = chosen(wished);
        method = method(methodId);
    }

    private List<Pinned> chosen(List<Pinned> wished) {
        List<Pinned> there = wished.stream()
                .filter(pin -> pin.example() >= 0
                        && pin.example() < data.part(pin.part()).size())
                .limit(MOST)
                .toList();
        return there.isEmpty() ? byDefault() : there;
    }

    /** The first examples of as many classes as there is room for. */
    private List<Pinned> byDefault() {
        Part part = data.test().size() > 0 ? Part.TEST : Part.VALIDATION;
        Split split = data.part(part);
        List<Pinned> found = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < Math.min(LOOKED_THROUGH, split.size()) && found.size() < BY_DEFAULT; i++) {
            if (!classes || seen.add((int) split.example(i).targets().values()[0])) {
                found.add(new Pinned(part, i));
            }
        }
        return found;
    }

    private Batch example(Pinned pin) {
        return data.part(pin.part()).example(pin.example());
    }

    /** The inputs of the pinned examples, [n, ...]. */
    Tensor inputs() {
        if (pinned.isEmpty()) {
            return Tensor.zeros(0);
        }
        List<Tensor> rows = pinned.stream().map(pin -> example(pin).inputs()).toList();
        int size = rows.get(0).size();
        float[] values = new float[size * rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i).values(), 0, values, i * size, size);
        }
        int[] shape = rows.get(0).shape().clone();
        shape[0] = rows.size();
        return new Tensor(shape, values);
    }

    void look(Network network, int iteration, int epoch) throws RunException {
        ExplainedNetwork twin = explained == null
                ? ExplainedNetwork.of(document.graph(), data, document.training(), network)
                : explained.with(network);
        explained = twin;
        List<WatchRecord.Answer> answers = new ArrayList<>();
        for (Pinned pin : pinned) {
            answers.add(answer(twin, pin));
        }
        writer.write(new WatchRecord.PinnedSeen(iteration, epoch, method.id(), answers));
    }

    private WatchRecord.Answer answer(ExplainedNetwork twin, Pinned pin) throws RunException {
        Batch example = example(pin);
        ExplainedNetwork.Subject subject = twin.subject(example).watched(example);
        float[] outputs = subject.model().predictions(subject.input());
        int target = classes || subject.place().isPresent() ? Scores.best(outputs) : 0;
        AttributionMethod used = twin.refusals().containsKey(method.id()) ? new GradientTimesInput() : method;
        Attribution found = Reductions.perPlace(
                used, used.attribute(subject.model(), subject.input(), target, OPTIONS), subject.mask());
        List<Double> doubles = new ArrayList<>();
        for (float output : outputs) {
            doubles.add((double) output);
        }
        Tensor relevance = found.relevance();
        return new WatchRecord.Answer(
                pin.part(),
                pin.example(),
                doubles,
                target,
                subject.place(),
                subject.truth(example),
                found.signed(),
                writer.floats(relevance.values(), relevance.shape()));
    }

    /** For a network of the same graph that was made anew. */
    void forget() {
        explained = null;
    }
}
