package org.vitrine.arithmetic;

import java.util.List;
import org.vitrine.graph.layer.Activation;

/** h = (1 - z) n + z h' with reset r, update z and candidate n = tanh(W x + b + r (R h' + rb)) (Cho et al. 2014). */
final class GatedRecurrence extends Recurrence {

    GatedRecurrence(LayerPass pass, int units, String prefix) {
        super(pass, units, prefix);
    }

    private double open(int step, int column) {
        return Functions.of(Activation.SIGMOID, fromInput(step, column) + fromState(step, column));
    }

    private int update(int unit) {
        return units + unit;
    }

    private int candidate(int unit) {
        return 2 * units + unit;
    }

    @Override
    double[] advance(int step) {
        double[] state = new double[units];
        for (int unit = 0; unit < units; unit++) {
            double fresh =
                    Math.tanh(fromInput(step, candidate(unit)) + open(step, unit) * fromState(step, candidate(unit)));
            double kept = open(step, update(unit));
            state[unit] = (1 - kept) * fresh + kept * previous(step, unit);
        }
        return state;
    }

    @Override
    Unfolded unfold(String title, int step, int unit) {
        Unfolded update = gate("update-gate", Activation.SIGMOID, step, update(unit));
        Unfolded rest = Unfolded.of(
                Texts.of("update-rest"),
                new Rule.Sum(),
                List.of(
                        Term.of(Factor.constant(1, Texts.of("one"))),
                        Term.of(Factor.constant(-1, Texts.of("minus")), update.factor())));
        return Unfolded.of(
                title,
                new Rule.Sum(),
                List.of(
                        Term.of(rest.factor(), fresh(step, unit).factor()),
                        Term.of(update.factor(), previousState(step, unit))));
    }

    private Unfolded fresh(int step, int unit) {
        Unfolded reset = gate("reset-gate", Activation.SIGMOID, step, unit);
        Unfolded recalled = Unfolded.of(Texts.of("recalled"), new Rule.Sum(), stateTerms(step, candidate(unit)));
        List<Term> terms = inputTerms(step, candidate(unit));
        terms.add(Term.of(reset.factor(), recalled.factor()));
        Unfolded sum = Unfolded.of(Texts.of("gate-sum", Texts.of("candidate")), new Rule.Sum(), terms);
        return Unfolded.of(
                Texts.of("gate", Texts.of("candidate"), unit, step),
                new Rule.Function(Activation.TANH),
                List.of(sum.term()));
    }
}
