package org.vitrine.worker.explain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.attribution.BackwardRule;
import org.vitrine.attribution.DifferentiableModel;
import org.vitrine.datasets.Tensor;
import org.vitrine.worker.compile.CompiledGraph;
import org.vitrine.worker.compile.GraphCompiler;
import org.vitrine.worker.device.CpuFacts;
import org.vitrine.worker.network.DataParallel;
import org.vitrine.worker.network.InputGradients;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.ScoredObjective;
import org.vitrine.worker.network.Scores;

/**
 * A trained network as attribution methods see it, with the mask of one example. Behind it is a twin of the network that was
 * compiled for explanation and holds a copy of its parameters.
 */
public final class NetworkModel implements DifferentiableModel {
    /** Examples at a time: bounds the memory of long paths. */
    private static final int CHUNK = 64;

    private final Network twin;
    private final DataParallel compute;
    private final List<String> featureLayers;
    private final @Nullable RulePass rules;
    private final @Nullable Tensor mask;
    private final Optional<Scores> scored;

    private NetworkModel(
            Network twin,
            DataParallel compute,
            List<String> featureLayers,
            @Nullable RulePass rules,
            @Nullable Tensor mask,
            Optional<Scores> scored) {
        this.twin = twin;
        this.compute = compute;
        this.featureLayers = featureLayers;
        this.rules = rules;
        this.mask = mask;
        this.scored = scored;
    }

    /**
     * A model without a mask.
     *
     * @param twin a network from {@link GraphCompiler#compileForExplanation()} that has the trained parameters
     */
    public static NetworkModel of(CompiledGraph compiled, Network twin) {
        return of(compiled, twin, null);
    }

    static NetworkModel of(CompiledGraph compiled, Network twin, @Nullable RulePass rules) {
        return new NetworkModel(
                twin, new DataParallel(twin, CpuFacts.threads()), compiled.featureLayers(), rules, null, whole(twin));
    }

    /** The model for inputs with this mask [time], or without one. */
    public NetworkModel withMask(@Nullable Tensor newMask) {
        return new NetworkModel(twin, compute, featureLayers, rules, newMask, scored);
    }

    /** The model that scores a place of its outputs, where it scores no example as a whole. */
    NetworkModel at(Scores place) {
        return new NetworkModel(twin, compute, featureLayers, rules, mask, Optional.of(place));
    }

    private static Optional<Scores> whole(Network twin) {
        return twin.objective() instanceof ScoredObjective scored ? Optional.of(scored) : Optional.empty();
    }

    /** What leaves the network for one input. */
    double[] outputs(Tensor input) {
        return twin.outputs(one(input), masks(1));
    }

    /** The network behind the scores. */
    Network twin() {
        return twin;
    }

    /** Takes over the parameters that a network has now. */
    void take(Network trained) {
        twin.copyLayers(trained);
        if (rules != null) {
            rules.take(trained);
        }
    }

    /** What is explained: the scores of the example, or of the place that was chosen. */
    Scores scored() {
        return scored.orElseThrow(() -> new IllegalStateException("The place whose scores are wanted is not chosen"));
    }

    @Override
    public int targets() {
        return scored().logits(new double[scored().outputs()]).length;
    }

    @Override
    public Tensor scores(Tensor inputs) {
        int targets = targets();
        float[] scores = new float[inputs.rows() * targets];
        forChunks(inputs, (start, chunk) -> {
            double[] outputs = twin.outputs(chunk, masks(chunk.rows()));
            for (int i = 0; i < chunk.rows(); i++) {
                double[] logits = scored().logits(outputsOf(outputs, i));
                for (int k = 0; k < targets; k++) {
                    scores[(start + i) * targets + k] = (float) logits[k];
                }
            }
        });
        return Tensor.of(scores, inputs.rows(), targets);
    }

    /** Class probabilities or raw values of one input. */
    public float[] predictions(Tensor input) {
        return scored().predictions(outputs(input));
    }

    @Override
    public ScoredGradient gradient(Tensor inputs, int target) {
        float[] scores = new float[inputs.rows()];
        float[] gradients = new float[inputs.size()];
        double[] slope = scored().logitGradient(target);
        forChunks(inputs, (start, chunk) -> {
            InputGradients found = compute.inputGradients(chunk, masks(chunk.rows()), slope);
            for (int i = 0; i < chunk.rows(); i++) {
                scores[start + i] = (float) scored().logits(outputsOf(found.outputs(), i))[target];
            }
            float[] values = found.gradient().values();
            System.arraycopy(values, 0, gradients, start * (values.length / chunk.rows()), values.length);
        });
        return new ScoredGradient(Tensor.of(scores, inputs.rows()), new Tensor(inputs.shape(), gradients));
    }

    @Override
    public List<String> featureLayers() {
        return featureLayers;
    }

    @Override
    public FeatureMaps featureMaps(Tensor input, int target, String layer) {
        InputGradients found =
                twin.inputGradients(one(input), masks(1), scored().logitGradient(target), List.of(layer));
        InputGradients.Tapped tapped = found.taps().get(0);
        return new FeatureMaps(tapped.activations().row(0), tapped.gradients().row(0));
    }

    @Override
    public Tensor propagate(Tensor input, int target, BackwardRule rule) {
        if (rules == null) {
            throw new UnsupportedOperationException("This model was made without rules");
        }
        return rules.propagate(one(input), masks(1), scored().logitGradient(target), rule);
    }

    private double[] outputsOf(double[] outputs, int example) {
        int width = scored().outputs();
        return java.util.Arrays.copyOfRange(outputs, example * width, (example + 1) * width);
    }

    private static Tensor one(Tensor input) {
        int[] shape = new int[input.shape().length + 1];
        shape[0] = 1;
        System.arraycopy(input.shape(), 0, shape, 1, input.shape().length);
        return input.reshape(shape);
    }

    private @Nullable Tensor masks(int examples) {
        if (mask == null) {
            return null;
        }
        float[] repeated = new float[examples * mask.size()];
        for (int i = 0; i < examples; i++) {
            System.arraycopy(mask.values(), 0, repeated, i * mask.size(), mask.size());
        }
        return Tensor.of(repeated, examples, mask.size());
    }

    private interface ChunkAction {
        void accept(int start, Tensor chunk);
    }

    private static void forChunks(Tensor inputs, ChunkAction action) {
        for (int start = 0; start < inputs.rows(); start += CHUNK) {
            int[] rows = new int[Math.min(CHUNK, inputs.rows() - start)];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = start + i;
            }
            action.accept(start, inputs.rows(rows));
        }
    }
}
