package org.vitrine.arithmetic;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.graph.layer.Activation;

/** c = f c' + i g and h = o tanh(c), with gates i, f, o and candidate g (Hochreiter and Schmidhuber 1997; Gers et al. 2000). */
final class LongShortTermMemory extends Recurrence {
    private final double[][] cells;

    LongShortTermMemory(LayerPass pass, int units, String prefix) {
        super(pass, units, prefix);
        this.cells = new double[pass.input().size(1)][units];
    }

    private int forget(int unit) {
        return units + unit;
    }

    private int output(int unit) {
        return 2 * units + unit;
    }

    private int candidate(int unit) {
        return 3 * units + unit;
    }

    private double value(Activation activation, int step, int column) {
        return Functions.of(activation, fromInput(step, column) + fromState(step, column));
    }

    @Override
    double[] advance(int step) {
        double[] state = new double[units];
        for (int unit = 0; unit < units; unit++) {
            double kept = isFirst(step) ? 0 : cells[before(step)][unit];
            cells[step][unit] = value(Activation.SIGMOID, step, forget(unit)) * kept
                    + value(Activation.SIGMOID, step, unit) * value(Activation.TANH, step, candidate(unit));
            state[unit] = value(Activation.SIGMOID, step, output(unit)) * Math.tanh(cells[step][unit]);
        }
        return state;
    }

    @Override
    Unfolded unfold(String title, int step, int unit) {
        Unfolded open = Unfolded.of(
                Texts.of("cell-squashed", unit, step),
                new Rule.Function(Activation.TANH),
                List.of(Term.of(cell(step, unit))));
        Unfolded gate = gate("output-gate", Activation.SIGMOID, step, output(unit));
        return Unfolded.of(title, new Rule.Sum(), List.of(Term.of(gate.factor(), open.factor())));
    }

    private Factor cell(int step, int unit) {
        String title = Texts.of("cell-state", unit, step);
        return Factor.inner(cells[step][unit], title, () -> unfoldCell(title, step, unit));
    }

    private Unfolded unfoldCell(String title, int step, int unit) {
        List<Term> terms = new ArrayList<>();
        Factor kept = isFirst(step) ? Factor.constant(0, Texts.of("start")) : cell(before(step), unit);
        terms.add(Term.of(
                gate("forget-gate", Activation.SIGMOID, step, forget(unit)).factor(), kept));
        terms.add(Term.of(
                gate("input-gate", Activation.SIGMOID, step, unit).factor(),
                gate("candidate", Activation.TANH, step, candidate(unit)).factor()));
        return Unfolded.of(title, new Rule.Sum(), terms);
    }
}
