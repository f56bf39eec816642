package org.vitrine.arithmetic;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.DepthwiseConvolution2D;
import org.vitrine.graph.layer.SeparableConvolution2D;
import org.vitrine.graph.layer.TransposedConvolution2D;

/** Pixels and steps that convolutions make. Cells outside of the input count as zero and are left out. */
final class Convolutions {
    private final LayerPass pass;
    private final Given input;
    private final Cell cell;
    private final String title;

    Convolutions(LayerPass pass, Cell cell) {
        this.pass = pass;
        this.input = pass.input();
        this.cell = cell;
        this.title = Texts.cell(pass.spec(), cell);
    }

    Unfolded of(Convolution2D spec) {
        Window window = new Window(spec.kernel(), spec.stride(), spec.dilation(), spec.padding());
        return active(spec.activation(), spec.filters(), filter -> {
            List<Term> terms = new ArrayList<>();
            for (int channel = 0; channel < input.size(0); channel++) {
                addWindow(terms, window, channel, "W", filter, channel);
            }
            return biased(filter, terms);
        });
    }

    Unfolded of(DepthwiseConvolution2D spec) {
        Window window = new Window(spec.kernel(), spec.stride(), spec.dilation(), spec.padding());
        return active(spec.activation(), input.size(0) * spec.multiplier(), filter -> {
            List<Term> terms = new ArrayList<>();
            int channel = filter / spec.multiplier();
            addWindow(terms, window, channel, "W", channel, filter % spec.multiplier());
            return biased(filter, terms);
        });
    }

    Unfolded of(SeparableConvolution2D spec) {
        Window window = new Window(spec.kernel(), spec.stride(), spec.dilation(), spec.padding());
        return active(spec.activation(), spec.filters(), filter -> {
            List<Term> terms = new ArrayList<>();
            for (int channel = 0; channel < input.size(0); channel++) {
                List<Term> inSpace = new ArrayList<>();
                addWindow(inSpace, window, channel, "first.W", channel, 0);
                Unfolded first = Unfolded.of(Texts.of("in-space", channel), new Rule.Sum(), inSpace);
                terms.add(Term.of(first.factor(), pass.parameter("W", filter, channel, 0, 0)));
            }
            return biased(filter, terms);
        });
    }

    Unfolded of(TransposedConvolution2D spec) {
        Window window = new Window(spec.kernel(), spec.stride(), 1, spec.padding());
        return active(spec.activation(), spec.filters(), filter -> {
            List<Term> terms = new ArrayList<>();
            for (int channel = 0; channel < input.size(0); channel++) {
                for (int i = 0; i < spec.kernel(); i++) {
                    int row = window.transposed(input.size(1), cell.axis(1), i);
                    for (int j = 0; j < spec.kernel(); j++) {
                        int column = window.transposed(input.size(2), cell.axis(2), j);
                        if (row >= 0 && column >= 0) {
                            terms.add(Term.of(
                                    pass.input(channel, row, column), pass.parameter("W", channel, filter, i, j)));
                        }
                    }
                }
            }
            return biased(filter, terms);
        });
    }

    Unfolded of(Convolution1D spec) {
        Window window = new Window(spec.kernel(), spec.stride(), spec.dilation(), spec.padding());
        if (!window.isReal(input, cell.axis(1))) {
            return Sums.masked(title);
        }
        return active(spec.activation(), spec.filters(), filter -> {
            List<Term> terms = new ArrayList<>();
            for (int tap = 0; tap < spec.kernel(); tap++) {
                int step = window.cell(input.size(1), cell.axis(1), tap);
                if (step >= 0 && step < input.size(1) && input.isReal(step)) {
                    for (int feature = 0; feature < input.size(0); feature++) {
                        terms.add(Term.of(pass.input(feature, step), pass.parameter("W", tap, feature, filter)));
                    }
                }
            }
            return biased(filter, terms);
        });
    }

    private Unfolded active(Activation activation, int filters, java.util.function.IntFunction<Unfolded> sums) {
        return Sums.active(title, activation, filters, cell.axis(0), sums);
    }

    private Unfolded biased(int filter, List<Term> terms) {
        terms.add(Term.of(pass.parameter("b", filter)));
        return Unfolded.of(Texts.of("sum", filter), new Rule.Sum(), terms);
    }

    /** Products of one channel with the kernel that lies at {@code first, second} of an array of weights. */
    private void addWindow(List<Term> terms, Window window, int channel, String weights, int first, int second) {
        for (int i = 0; i < window.kernel(); i++) {
            int row = window.cell(input.size(1), cell.axis(1), i);
            for (int j = 0; j < window.kernel(); j++) {
                int column = window.cell(input.size(2), cell.axis(2), j);
                if (row >= 0 && row < input.size(1) && column >= 0 && column < input.size(2)) {
                    terms.add(Term.of(pass.input(channel, row, column), pass.parameter(weights, first, second, i, j)));
                }
            }
        }
    }
}
