package org.vitrine.arithmetic;

import java.util.ArrayList;
import java.util.List;

/**
 * One direction of a recurrent layer: the states after all steps, and how each came about from the one before. Masked steps
 * leave the state as it is.
 */
abstract class Recurrence {
    private static final int NONE = -1;

    final LayerPass pass;
    final int units;
    private final String prefix;
    private final double[][] states;
    /** The step that was read before, or {@link #NONE}. */
    private final int[] before;

    /** @param prefix before the names of the parameters */
    Recurrence(LayerPass pass, int units, String prefix) {
        this.pass = pass;
        this.units = units;
        this.prefix = prefix;
        this.states = new double[pass.input().size(1)][units];
        this.before = new int[states.length];
    }

    /** Reads all steps. */
    final Recurrence read(boolean reversed) {
        int last = NONE;
        for (int order = 0; order < states.length; order++) {
            int step = reversed ? states.length - 1 - order : order;
            before[step] = last;
            if (pass.input().isReal(step)) {
                states[step] = advance(step);
                last = step;
            }
        }
        return this;
    }

    /** The state after a step, whose predecessor is known. */
    abstract double[] advance(int step);

    /** How the state of a unit after a step came about. */
    abstract Unfolded unfold(String title, int step, int unit);

    final boolean isFirst(int step) {
        return before[step] == NONE;
    }

    final int before(int step) {
        return before[step];
    }

    final double previous(int step, int unit) {
        return isFirst(step) ? 0 : states[before[step]][unit];
    }

    final Factor state(int step, int unit) {
        String title = Texts.of("state", unit, step);
        return Factor.inner(states[step][unit], title, () -> unfold(title, step, unit));
    }

    final Factor previousState(int step, int unit) {
        return isFirst(step) ? Factor.constant(0, Texts.of("start")) : state(before[step], unit);
    }

    /** Of a gate the products with the input, and the bias. */
    final double fromInput(int step, int column) {
        double sum = pass.weight(prefix + "b", column);
        for (int i = 0; i < pass.input().size(0); i++) {
            sum += pass.input().at(i, step) * pass.weight(prefix + "W", i, column);
        }
        return sum;
    }

    /** Of a gate the products with the state before, and their own bias if there is one. */
    final double fromState(int step, int column) {
        double sum = hasRecurrentBias() ? pass.weight(prefix + "rb", column) : 0;
        for (int j = 0; j < units; j++) {
            sum += previous(step, j) * pass.weight(prefix + "R", j, column);
        }
        return sum;
    }

    private boolean hasRecurrentBias() {
        return pass.parameters().containsKey(prefix + "rb");
    }

    final List<Term> inputTerms(int step, int column) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < pass.input().size(0); i++) {
            terms.add(Term.of(pass.input(i, step), pass.parameter(prefix + "W", i, column)));
        }
        terms.add(Term.of(pass.parameter(prefix + "b", column)));
        return terms;
    }

    final List<Term> stateTerms(int step, int column) {
        List<Term> terms = new ArrayList<>();
        for (int j = 0; j < units; j++) {
            terms.add(Term.of(previousState(step, j), pass.parameter(prefix + "R", j, column)));
        }
        if (hasRecurrentBias()) {
            terms.add(Term.of(pass.parameter(prefix + "rb", column)));
        }
        return terms;
    }

    /** All that goes into a gate. */
    final Unfolded gateSum(String gate, int step, int column) {
        List<Term> terms = inputTerms(step, column);
        terms.addAll(stateTerms(step, column));
        return Unfolded.of(Texts.of("gate-sum", Texts.of(gate)), new Rule.Sum(), terms);
    }

    final Unfolded gate(String gate, org.vitrine.graph.layer.Activation activation, int step, int column) {
        return Unfolded.of(
                Texts.of("gate", Texts.of(gate), column % units, step),
                new Rule.Function(activation),
                List.of(gateSum(gate, step, column).term()));
    }
}
