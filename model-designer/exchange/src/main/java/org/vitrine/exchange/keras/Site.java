package org.vitrine.exchange.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** The layer that is being mapped: what it takes, how it was made, and where its nodes and weights go. */
final class Site {
    private final KerasLayer layer;
    private final List<Value> inputs;
    private final Settings settings;
    private final LayerWeights weights;
    private final Draft draft;
    private final Problems problems;
    private final Set<String> warnings;
    private final List<Runnable> transfers = new ArrayList<>();

    Site(
            KerasLayer layer,
            List<Value> inputs,
            Settings settings,
            LayerWeights weights,
            Draft draft,
            Problems problems,
            Set<String> warnings) {
        this.layer = layer;
        this.inputs = inputs;
        this.settings = settings;
        this.weights = weights;
        this.draft = draft;
        this.problems = problems;
        this.warnings = warnings;
    }

    KerasLayer layer() {
        return layer;
    }

    Settings settings() {
        return settings;
    }

    /** The layer that this one wraps, on the same input and with the same arrays. */
    Site wrapped(Settings inner, String type) {
        KerasLayer other =
                new KerasLayer(layer.place(), type, layer.config(), layer.inputs(), layer.call(), layer.path());
        return new Site(other, inputs, inner, weights, draft, problems, warnings);
    }

    Draft draft() {
        return draft;
    }

    List<Value> inputs() {
        return inputs;
    }

    /** The first input, without zeros around it that only convolutions can count in. */
    Value input() {
        Value value = inputs.get(0);
        if (value.border().isPresent()) {
            problems.add(layer.place(), "padding.alone");
            throw new Refusal();
        }
        return value;
    }

    String place() {
        return layer.place();
    }

    /** What nodes are called: names of models around the layer count where there are any. */
    String name() {
        return layer.place().replace('/', '-');
    }

    Value add(LayerSpec spec, Value from) {
        return draft.add(name(), spec, List.of(from), place());
    }

    Value add(String suffix, LayerSpec spec, Value from) {
        return draft.add(name() + "-" + suffix, spec, List.of(from), place());
    }

    Value add(LayerSpec spec, List<Value> from) {
        return draft.add(name(), spec, from, place());
    }

    /** Takes an array when the layer stands, so that problems with it do not hide those of later layers. */
    void weight(Value node, String parameter, Supplier<Tensor> array) {
        transfers.add(() -> draft.weight(node.node(), parameter, array));
    }

    /** An array of the file, see {@link LayerWeights#take}. */
    Tensor take(String part, String role, int number, int... shape) {
        return weights.take(part, role, number, shape);
    }

    /** A bias of the file, zeros if the layer has none. */
    Tensor bias(String part, int number, int... shape) {
        if (settings.flag("use_bias", true)) {
            return take(part, "bias", number, shape);
        }
        warn("bias.added");
        return Tensor.zeros(shape);
    }

    /** Reads all weights. */
    void transfer() {
        int before = problems.count();
        for (Runnable transfer : transfers) {
            try {
                transfer.run();
            } catch (Refusal told) {
                // The other arrays may have problems of their own.
            }
        }
        if (problems.count() == before) {
            weights.checkAllTaken();
        }
    }

    void adopt(Site inner) {
        transfers.addAll(inner.transfers);
    }

    /** Tells a problem and gives the layer up. */
    Refusal refuse(String key, Object... arguments) {
        problems.add(layer.place(), key, arguments);
        return new Refusal();
    }

    void warn(String key, Object... arguments) {
        warnings.add(layer.place() + ": " + KerasTexts.of(key, arguments));
    }

    static int channels(Shape shape) {
        if (shape instanceof Image image) {
            return Math.toIntExact(image.channels());
        }
        return Math.toIntExact(shape instanceof Sequence sequence ? sequence.features() : shape.size());
    }
}
