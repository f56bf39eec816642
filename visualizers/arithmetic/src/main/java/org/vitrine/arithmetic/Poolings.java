package org.vitrine.arithmetic;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.Pooling1D;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PoolingMode;

/** Values that stand for many. Padding takes no part. */
final class Poolings {
    private final LayerPass pass;
    private final Given input;
    private final Cell cell;
    private final String title;

    Poolings(LayerPass pass, Cell cell) {
        this.pass = pass;
        this.input = pass.input();
        this.cell = cell;
        this.title = Texts.cell(pass.spec(), cell);
    }

    private Unfolded pooled(PoolingMode mode, List<Term> terms) {
        return Unfolded.of(title, mode == PoolingMode.MAX ? new Rule.Greatest() : new Rule.Mean(), terms);
    }

    Unfolded of(Pooling2D spec) {
        Window window = new Window(spec.kernel(), spec.stride(), 1, spec.padding());
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < spec.kernel(); i++) {
            int row = window.cell(input.size(1), cell.axis(1), i);
            for (int j = 0; j < spec.kernel(); j++) {
                int column = window.cell(input.size(2), cell.axis(2), j);
                if (row >= 0 && row < input.size(1) && column >= 0 && column < input.size(2)) {
                    terms.add(Term.of(pass.input(cell.axis(0), row, column)));
                }
            }
        }
        return pooled(spec.mode(), terms);
    }

    Unfolded of(Pooling1D spec) {
        Window window = new Window(spec.kernel(), spec.stride(), 1, spec.padding());
        if (!window.isReal(input, cell.axis(1))) {
            return Sums.masked(title);
        }
        List<Term> terms = new ArrayList<>();
        for (int tap = 0; tap < spec.kernel(); tap++) {
            int step = window.cell(input.size(1), cell.axis(1), tap);
            if (step >= 0 && step < input.size(1) && input.isReal(step)) {
                terms.add(Term.of(pass.input(cell.axis(0), step)));
            }
        }
        return pooled(spec.mode(), terms);
    }

    Unfolded of(GlobalPooling spec) {
        List<Term> terms = new ArrayList<>();
        int channel = cell.axis(0);
        for (int i = 0; i < input.size(1); i++) {
            if (input.rank() == 2 && input.isReal(i)) {
                terms.add(Term.of(pass.input(channel, i)));
            }
            for (int j = 0; input.rank() == 3 && j < input.size(2); j++) {
                terms.add(Term.of(pass.input(channel, i, j)));
            }
        }
        return pooled(spec.mode(), terms);
    }

    /** The last step that is real. */
    Unfolded lastStep() {
        int step = input.size(1) - 1;
        while (step >= 0 && !input.isReal(step)) {
            step--;
        }
        return step < 0 ? Sums.masked(title) : Sums.passed(title, pass.input(cell.axis(0), step));
    }
}
