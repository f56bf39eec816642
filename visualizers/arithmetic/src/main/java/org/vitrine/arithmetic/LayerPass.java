package org.vitrine.arithmetic;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.LayerSpec;

/**
 * A layer and all that its output depends on, for one example outside training.
 *
 * @param inputs by port
 * @param parameters by their names in the layer, as in docs/weights.md
 */
public record LayerPass(LayerSpec spec, List<Given> inputs, Map<String, Tensor> parameters) {
    public LayerPass {
        inputs = List.copyOf(inputs);
        parameters = Map.copyOf(parameters);
    }

    Given input() {
        return inputs.get(0);
    }

    Tensor parameter(String name) {
        Tensor found = parameters.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    spec.type() + " needs the parameter " + name + ", but was given " + parameters.keySet());
        }
        return found;
    }

    double weight(String name, int... cell) {
        Tensor array = parameter(name);
        return array.values()[Cell.place(array.shape(), cell)];
    }

    Factor input(int port, Cell cell) {
        Tensor values = inputs.get(port).values();
        return new Factor(values.values()[cell.place(values.shape())], new Source.Input(port, cell));
    }

    Factor input(int... cell) {
        return input(0, Cell.of(cell));
    }

    Factor parameter(String name, int... cell) {
        return new Factor(weight(name, cell), new Source.Parameter(name, Cell.of(cell)));
    }

    int[] shape(String name) {
        return parameter(name).shape();
    }

    @Override
    public String toString() {
        return spec + " on "
                + inputs.stream()
                        .map(given -> Arrays.toString(given.values().shape()))
                        .toList();
    }
}
