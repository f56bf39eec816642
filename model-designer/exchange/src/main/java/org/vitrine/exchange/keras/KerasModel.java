package org.vitrine.exchange.keras;

import java.util.List;

/**
 * The layers of a model in an order in which each comes after its inputs.
 *
 * @param input place of the one input layer
 * @param axes of an example at the input, as Keras counts them; -1 for lengths that are left open
 * @param output place of the layer whose output is the model's
 */
record KerasModel(String name, List<KerasLayer> layers, String input, List<Integer> axes, String output) {
    KerasModel {
        layers = List.copyOf(layers);
        axes = List.copyOf(axes);
    }

    KerasLayer layer(String place) {
        return layers.stream()
                .filter(layer -> layer.place().equals(place))
                .findFirst()
                .orElseThrow();
    }

    /** How many layers take the output of a layer. */
    long readers(String place) {
        return layers.stream().filter(layer -> layer.inputs().contains(place)).count();
    }
}
