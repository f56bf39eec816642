package org.vitrine.worker.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vitrine.attribution.Background;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.worker.compile.CompiledGraph;
import org.vitrine.worker.compile.GraphCompiler;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.network.EngineArrays;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.PlacedObjective;
import org.vitrine.worker.update.LearningRate;

/** A trained network and its twin for explanations: turns examples of a data set into differentiable inputs and models. */
public final class ExplainedNetwork {

    /**
     * One example, ready for an attribution method.
     *
     * @param input what has gradients: the example, or the embeddings of its tokens
     * @param mask [time], or null
     * @param source how many steps come before those that have scores
     * @param place whose scores are explained; empty for those of the example as a whole
     */
    public record Subject(
            NetworkModel model, Tensor input, @Nullable Tensor mask, int source, OptionalInt place) {

        /**
         * The scores of a place, for a model that scores no example as a whole.
         *
         * @param wanted null for the one that {@link PlacedObjective#surest} chooses
         * @throws IllegalArgumentException if there is no such place, in words
         */
        public Subject at(@Nullable Integer wanted) {
            if (!(model.twin().objective() instanceof PlacedObjective placed)) {
                if (wanted != null) {
                    throw new IllegalArgumentException(
                            "This model scores examples as a whole, not place by place: name no place");
                }
                return this;
            }
            double[] outputs = model.outputs(input);
            int places = placed.places(outputs.length);
            int chosen = wanted == null ? placed.surest(outputs, at -> isReal(at, places)) : wanted;
            if (chosen < 0 || chosen >= places) {
                throw new IllegalArgumentException(
                        "There is no place " + chosen + ": the model scores " + places + " places, from 0");
            }
            return new Subject(
                    model.at(placed.at(chosen, outputs.length)), input, mask, source, OptionalInt.of(chosen));
        }

        /**
         * What the model says at all places: [places, scores], NaN at padding.
         *
         * @throws IllegalArgumentException if it scores examples as a whole, in words
         */
        Tensor atAll() {
            if (!(model.twin().objective() instanceof PlacedObjective placed)) {
                throw new IllegalArgumentException("This model scores examples as a whole, not place by place");
            }
            double[] outputs = model.outputs(input);
            int places = placed.places(outputs.length);
            int scores = placed.at(0, outputs.length).predictions(outputs).length;
            float[] all = new float[places * scores];
            Arrays.fill(all, Float.NaN);
            for (int place = 0; place < places; place++) {
                if (isReal(place, places)) {
                    System.arraycopy(
                            placed.at(place, outputs.length).predictions(outputs), 0, all, place * scores, scores);
                }
            }
            return Tensor.of(all, places, scores);
        }

        /**
         * The scores of the place that is looked at while the model trains, where it scores no example as a whole.
         *
         * @param example a batch of one, of which this was made
         */
        public Subject watched(Batch example) {
            return model.twin().objective() instanceof PlacedObjective placed
                    ? at(placed.watched(example, model.outputs(input)))
                    : this;
        }

        /** What is true at the place of {@link #watched}, if it is known. */
        public OptionalDouble truth(Batch example) {
            return model.twin().objective() instanceof PlacedObjective placed && place.isPresent()
                    ? placed.truth(example, place.getAsInt())
                    : OptionalDouble.empty();
        }

        /** Layers with strides leave fewer steps than the mask has. */
        private boolean isReal(int at, int places) {
            return mask == null || mask.values()[source + (int) ((long) at * (mask.size() - source) / places)] != 0;
        }
    }

    private static final int MOST_FOR_MEAN = 2000;
    private static final int SOME = 100;

    private final NetworkModel model;
    private final List<String> names;
    private final List<Tensor> embeddings;
    private final RandomisedNetworks randomised;
    private final Map<String, String> refusals;
    private final int source;

    /** @param names of the layers that embed, whose tables {@code trained} has */
    private ExplainedNetwork(
            NetworkModel model,
            List<String> names,
            Network trained,
            RandomisedNetworks randomised,
            Map<String, String> refusals,
            int source) {
        this.source = source;
        this.model = model;
        this.names = names;
        this.randomised = randomised;
        this.refusals = refusals;
        embeddings = names.stream()
                .map(name -> EngineArrays.tensor(embedding(trained, name)))
                .toList();
    }

    /** Makes a twin with a copy of the parameters of {@code trained}, which was compiled from the same graph. */
    public static ExplainedNetwork of(ModelGraph graph, Dataset data, TrainingSettings settings, Network trained) {
        return of(graph, data.spec(), settings, trained);
    }

    /** As above, for data that are described alone. */
    public static ExplainedNetwork of(ModelGraph graph, DataSpec data, TrainingSettings settings, Network trained) {
        CompiledGraph compiled = new GraphCompiler(graph, data, settings, trained.type()).compileForExplanation();
        Network twin = Networks.initialised(compiled, trained.objective());
        twin.copyLayers(trained);
        LongFunction<CompiledGraph> seeded =
                seed -> new GraphCompiler(graph, data, Parameters.with(settings, "seed", seed), trained.type())
                        .compileForExplanation();
        return new ExplainedNetwork(
                NetworkModel.of(compiled, twin, new RulePass(graph, data, settings, trained)),
                compiled.embeddings(),
                trained,
                new RandomisedNetworks(twin, seeded, network -> new RulePass(graph, data, settings, network)),
                AttributionMethods.refusals(new ModelFacts(graph, data)),
                (int) data.sourceSteps());
    }

    /** Compiles the graph in the given precision, with fresh parameters. */
    public static Network fresh(ModelGraph graph, Dataset data, TrainingSettings settings, DataType type) {
        CompiledGraph compiled =
                new GraphCompiler(graph, data.spec(), settings, type).compile(LearningRate.of(settings, 1));
        return Networks.initialised(compiled, Networks.objective(graph, data.spec(), data.targetScales()));
    }

    /** The same twin with the parameters that the trained network has now; what was made of it before sees them too. */
    public ExplainedNetwork with(Network trained) {
        model.take(trained);
        return new ExplainedNetwork(model, names, trained, randomised, refusals, source);
    }

    private static INDArray embedding(Network trained, String name) {
        return trained.getLayer(name).getParam("W");
    }

    /** The model of {@link #subject} with random parameters. */
    RandomisedNetworks randomised() {
        return randomised;
    }

    /** Why methods can not explain this network, by their ids. */
    public Map<String, String> refusals() {
        return refusals;
    }

    public List<String> featureLayers() {
        return model.featureLayers();
    }

    /**
     * Prepares an example.
     *
     * @param example a batch of one
     */
    public Subject subject(Batch example) {
        Tensor mask = example.mask() == null ? null : example.mask().row(0);
        Tensor input = example.inputs().row(0);
        return new Subject(
                model.withMask(mask),
                embeddings.isEmpty() ? input : embedded(input, mask),
                mask,
                source,
                OptionalInt.empty());
    }

    /**
     * What inputs look like: the mean over at most {@value #MOST_FOR_MEAN} examples of the split, and some of them. For tokens the
     * mean is the mean embedding of a real token, at each step.
     */
    public Background background(Split split) {
        int count = Math.min(split.size(), MOST_FOR_MEAN);
        int some = Math.min(count, SOME);
        Tensor first = subject(split.example(0)).input();
        double[] sums = new double[first.size()];
        float[] examples = new float[some * first.size()];
        double[] real = new double[first.shape()[first.shape().length - 1]];
        for (int i = 0; i < count; i++) {
            Subject subject = subject(split.example((int) ((long) i * split.size() / count)));
            float[] values = subject.input().values();
            for (int k = 0; k < sums.length; k++) {
                sums[k] += values[k];
            }
            Tensor mask = subject.mask();
            for (int step = 0; step < real.length; step++) {
                real[step] += mask == null ? 1 : mask.values()[step];
            }
            // Spread over the examples that the mean is taken of.
            if (i * some / count != (i - 1) * some / count || i == 0) {
                System.arraycopy(values, 0, examples, i * some / count * values.length, values.length);
            }
        }
        int[] shape = new int[first.shape().length + 1];
        shape[0] = some;
        System.arraycopy(first.shape(), 0, shape, 1, first.shape().length);
        return new Background(
                new Tensor(first.shape(), embeddings.isEmpty() ? mean(sums, count) : meanStep(sums, real)),
                new Tensor(shape, examples));
    }

    private static float[] mean(double[] sums, int count) {
        float[] mean = new float[sums.length];
        for (int k = 0; k < mean.length; k++) {
            mean[k] = (float) (sums[k] / count);
        }
        return mean;
    }

    /** The mean over all real steps, the same at each step. */
    private static float[] meanStep(double[] sums, double[] real) {
        double steps = Math.max(1, Arrays.stream(real).sum());
        float[] mean = new float[sums.length];
        for (int start = 0; start < mean.length; start += real.length) {
            double sum = 0;
            for (int step = 0; step < real.length; step++) {
                sum += sums[start + step];
            }
            Arrays.fill(mean, start, start + real.length, (float) (sum / steps));
        }
        return mean;
    }

    /** Embeddings of token ids [time], one table below the other: [features, time]; zero where masked. */
    private Tensor embedded(Tensor ids, @Nullable Tensor mask) {
        int steps = ids.size();
        int features = embeddings.stream().mapToInt(table -> table.shape()[1]).sum();
        float[] values = new float[features * steps];
        int row = 0;
        for (Tensor table : embeddings) {
            int units = table.shape()[1];
            for (int f = 0; f < units; f++, row++) {
                for (int t = 0; t < steps; t++) {
                    int id = (int) ids.values()[t];
                    boolean real = mask == null || mask.values()[t] != 0;
                    values[row * steps + t] = real ? table.values()[id * units + f] : 0;
                }
            }
        }
        return Tensor.of(values, features, steps);
    }
}
