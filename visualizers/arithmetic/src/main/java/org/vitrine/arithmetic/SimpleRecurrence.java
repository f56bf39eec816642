package org.vitrine.arithmetic;

import org.vitrine.graph.layer.Activation;

/** h = f(W x + R h' + b). */
final class SimpleRecurrence extends Recurrence {
    private final Activation activation;

    SimpleRecurrence(LayerPass pass, int units, Activation activation, String prefix) {
        super(pass, units, prefix);
        this.activation = activation;
    }

    @Override
    double[] advance(int step) {
        double[] sums = new double[units];
        for (int unit = 0; unit < units; unit++) {
            sums[unit] = fromInput(step, unit) + fromState(step, unit);
        }
        return Functions.of(activation, sums);
    }

    @Override
    Unfolded unfold(String title, int step, int unit) {
        return Sums.active(title, activation, units, unit, u -> gateSum("unit-sum", step, u));
    }
}
