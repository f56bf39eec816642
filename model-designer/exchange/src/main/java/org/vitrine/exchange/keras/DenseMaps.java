package org.vitrine.exchange.keras;

import java.util.List;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.Average;
import org.vitrine.graph.layer.Concatenate;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Multiply;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Subtract;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** Dense layers, activations, dropout, and layers of several inputs. */
final class DenseMaps {
    private DenseMaps() {}

    static void register(LayerMap map) {
        map.add("Dense", DenseMaps::dense);
        for (String type : List.of("Activation", "ReLU", "LeakyReLU", "ELU", "Softmax")) {
            map.add(type, DenseMaps::activation);
        }
        map.add("Dropout", DenseMaps::dropout);
        for (String type : List.of("SpatialDropout1D", "SpatialDropout2D")) {
            map.add(type, site -> {
                site.warn("dropout.spatial");
                return dropout(site);
            });
        }
        for (String type : List.of("GaussianNoise", "GaussianDropout", "AlphaDropout", "ActivityRegularization")) {
            map.add(type, site -> {
                site.warn("noise.left-out", type);
                return site.inputs().get(0);
            });
        }
        map.add("Add", site -> merged(site, new Add()));
        map.add("Average", site -> merged(site, new Average()));
        map.add("Multiply", site -> merged(site, new Multiply()));
        map.add("Subtract", site -> merged(site, new Subtract()));
        map.add("Concatenate", DenseMaps::concatenated);
    }

    /** On images it works on the channels of each pixel: a convolution of one pixel. */
    private static Value dense(Site site) {
        int units = site.settings().whole("units");
        Activation activation = Activations.of(site, "activation");
        Value input = site.input();
        if (input.shape() instanceof Image) {
            int channels = Site.channels(input.shape());
            Value node = site.add(new Convolution2D(units, 1, 1, 1, Padding.VALID, activation), input);
            site.weight(
                    node, "W", () -> Axes.permuted(site.take(LayerWeights.WHOLE, "kernel", 0, channels, units), 1, 0)
                            .reshape(units, channels, 1, 1));
            site.weight(node, "b", () -> site.bias(LayerWeights.WHOLE, 1, units));
            return node;
        }
        Value node = site.add(new Dense(units, activation), input);
        weights(site, node, input, units);
        return node;
    }

    /** Weights of a dense layer or a head on a vector or a sequence. */
    static void weights(Site site, Value node, Value input, int units) {
        site.weight(
                node,
                "W",
                () -> input.rows(site.take(LayerWeights.WHOLE, "kernel", 0, Site.channels(input.shape()), units)));
        site.weight(node, "b", () -> site.bias(LayerWeights.WHOLE, 1, units));
    }

    private static Value activation(Site site) {
        Value input = site.input();
        Activation activation = Activations.layer(site, site.layer().type(), site.settings());
        if (activation == Activation.IDENTITY) {
            return input;
        }
        return site.add(new ActivationLayer(activation), input).ordered(input.order());
    }

    private static Value dropout(Site site) {
        site.settings().only("noise_shape");
        Value input = site.input();
        double rate = site.settings().number("rate", 0);
        return rate == 0 ? input : site.add(new Dropout(rate), input).ordered(input.order());
    }

    private static List<Value> all(Site site) {
        for (Value value : site.inputs()) {
            if (value.border().isPresent()) {
                throw site.refuse("padding.alone");
            }
        }
        return site.inputs();
    }

    private static Value merged(Site site, LayerSpec merge) {
        List<Value> inputs = all(site);
        Value first = inputs.get(0);
        if (inputs.size() == 1) {
            throw site.refuse("merge.one");
        }
        if (inputs.stream().allMatch(value -> value.order().equals(first.order()))) {
            return site.add(merge, inputs).ordered(first.order());
        }
        List<Value> natural = inputs.stream()
                .map(value -> site.draft().natural(value, site.place()))
                .toList();
        return site.add(merge, natural);
    }

    private static Value concatenated(Site site) {
        List<Value> inputs = all(site);
        Shape shape = inputs.get(0).shape();
        int axes = shape instanceof Image ? 3 : shape instanceof Sequence ? 2 : 1;
        site.settings().only("axis", "-1", Integer.toString(axes));
        Value joined = site.add(new Concatenate(), inputs);
        if (!(shape instanceof Flat)
                || inputs.stream().allMatch(value -> value.order().isEmpty())) {
            return joined;
        }
        int[] places = new int[Math.toIntExact(joined.shape().size())];
        int start = 0;
        for (Value value : inputs) {
            int size = Math.toIntExact(value.shape().size());
            for (int i = 0; i < size; i++) {
                places[start + i] =
                        start + (value.order().isPresent() ? value.order().get().places()[i] : i);
            }
            start += size;
        }
        return joined.ordered(java.util.Optional.of(new FlatOrder(places, java.util.Optional.empty())));
    }
}
