package org.vitrine.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.vitrine.graph.layer.Activation;

/** Sums of products with weights, and functions of them. */
final class Sums {
    private Sums() {}

    static Unfolded masked(String title) {
        return Unfolded.of(title, new Rule.Masked(), List.of());
    }

    static Unfolded passed(String title, Factor factor) {
        return Unfolded.of(title, new Rule.Passed(), List.of(Term.of(factor)));
    }

    /**
     * The activation of one of several units at a place.
     *
     * @param sums what goes into the function, by unit
     */
    static Unfolded active(String title, Activation activation, int units, int chosen, IntFunction<Unfolded> sums) {
        if (activation == Activation.IDENTITY) {
            return sums.apply(chosen).titled(title);
        }
        if (activation == Activation.SOFTMAX) {
            List<Term> all = IntStream.range(0, units)
                    .mapToObj(unit -> sums.apply(unit).term())
                    .toList();
            return Unfolded.of(title, new Rule.Softmax(chosen), all);
        }
        return Unfolded.of(
                title, new Rule.Function(activation), List.of(sums.apply(chosen).term()));
    }

    /** A unit of a dense layer over the values of a vector or image, or over the features of a step. */
    static Unfolded dense(LayerPass pass, Cell cell, Activation activation) {
        Given input = pass.input();
        boolean steps = cell.rank() == 2;
        String title = Texts.cell(pass.spec(), cell);
        if (steps && !input.isReal(cell.axis(1))) {
            return masked(title);
        }
        return active(title, activation, pass.shape("W")[1], cell.axis(0), unit -> {
            List<Term> terms = new ArrayList<>();
            int inputs = pass.shape("W")[0];
            for (int i = 0; i < inputs; i++) {
                Cell from = steps
                        ? Cell.of(i, cell.axis(1))
                        : Cell.at(i, input.values().shape());
                terms.add(Term.of(pass.input(0, from), pass.parameter("W", i, unit)));
            }
            terms.add(Term.of(pass.parameter("b", unit)));
            return Unfolded.of(Texts.of("sum", unit), new Rule.Sum(), terms);
        });
    }

    /** The second dense layer of a block over the activations of the first. */
    static Unfolded feedForward(LayerPass pass, Cell cell, Activation activation) {
        String title = Texts.cell(pass.spec(), cell);
        int step = cell.axis(1);
        if (!pass.input().isReal(step)) {
            return masked(title);
        }
        int hidden = pass.shape("W1")[1];
        double[] sums = new double[hidden];
        for (int unit = 0; unit < hidden; unit++) {
            sums[unit] = new Projection(pass, "sum", 0, "W1", "b1", 0).value(step, unit);
        }
        double[] values = Functions.of(activation, sums);
        List<Term> terms = new ArrayList<>();
        for (int unit = 0; unit < hidden; unit++) {
            int chosen = unit;
            String name = Texts.of("hidden", unit);
            Factor active = Factor.inner(
                    values[unit], name, () -> active(name, activation, hidden, chosen, u -> hiddenSum(pass, step, u)));
            terms.add(Term.of(active, pass.parameter("W2", unit, cell.axis(0))));
        }
        terms.add(Term.of(pass.parameter("b2", cell.axis(0))));
        return Unfolded.of(title, new Rule.Sum(), terms);
    }

    private static Unfolded hiddenSum(LayerPass pass, int step, int unit) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < pass.input().size(0); i++) {
            terms.add(Term.of(pass.input(i, step), pass.parameter("W1", i, unit)));
        }
        terms.add(Term.of(pass.parameter("b1", unit)));
        return Unfolded.of(Texts.of("sum", unit), new Rule.Sum(), terms);
    }
}
