package org.vitrine.arithmetic;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.datasets.Tensor;

/**
 * Some units of a linear dense layer over the steps of a sequence.
 *
 * @param title key of what its values are called
 * @param first the first of its units among those of the layer
 */
record Projection(LayerPass pass, String title, int port, String weights, String bias, int first) {

    double value(int step, int unit) {
        Tensor input = pass.inputs().get(port).values();
        Tensor weight = pass.parameter(weights);
        int steps = input.shape()[1];
        int units = weight.shape()[1];
        double sum = pass.weight(bias, first + unit);
        for (int i = 0; i < input.shape()[0]; i++) {
            sum += (double) input.values()[i * steps + step] * weight.values()[i * units + first + unit];
        }
        return sum;
    }

    /** The values of all steps, [step][unit]. */
    double[][] values(int units) {
        double[][] values = new double[pass.inputs().get(port).size(1)][units];
        for (int step = 0; step < values.length; step++) {
            for (int unit = 0; unit < units; unit++) {
                values[step][unit] = value(step, unit);
            }
        }
        return values;
    }

    Factor factor(double value, int step, int unit) {
        String name = Texts.of(title, unit, step);
        return Factor.inner(value, name, () -> unfold(name, step, unit));
    }

    private Unfolded unfold(String name, int step, int unit) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < pass.inputs().get(port).size(0); i++) {
            terms.add(Term.of(pass.input(port, Cell.of(i, step)), pass.parameter(weights, i, first + unit)));
        }
        terms.add(Term.of(pass.parameter(bias, first + unit)));
        return Unfolded.of(name, new Rule.Sum(), terms);
    }
}
