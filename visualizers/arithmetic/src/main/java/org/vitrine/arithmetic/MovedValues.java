package org.vitrine.arithmetic;

import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.Average;
import org.vitrine.graph.layer.BlockInput;
import org.vitrine.graph.layer.Concatenate;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LastStep;
import org.vitrine.graph.layer.LayerVisitor;
import org.vitrine.graph.layer.Layout;
import org.vitrine.graph.layer.Multiply;
import org.vitrine.graph.layer.NestedLayer;
import org.vitrine.graph.layer.Permute;
import org.vitrine.graph.layer.Reshape;
import org.vitrine.graph.layer.Sampling;
import org.vitrine.graph.layer.Slice;
import org.vitrine.graph.layer.Subtract;

/** Layers that move values or combine them one by one, and have no parameters. */
abstract class MovedValues implements LayerVisitor<Unfolded> {
    final LayerPass pass;
    final Cell cell;
    final String title;

    MovedValues(LayerPass pass, Cell cell) {
        this.pass = pass;
        this.cell = cell;
        this.title = Texts.cell(pass.spec(), cell);
    }

    private Unfolded moved(int port, Cell from) {
        return pass.inputs().get(port).isReal(from) ? Sums.passed(title, pass.input(port, from)) : Sums.masked(title);
    }

    /** As it came in, padding too. */
    private Unfolded same(int port, Cell from) {
        return Sums.passed(title, pass.input(port, from));
    }

    /** The same values in an order of axes that begins with the whole output, read row by row. */
    private Unfolded laidOut(int... shape) {
        return moved(0, Cell.at(cell.place(shape), pass.input().values().shape()));
    }

    private List<Term> atAllPorts() {
        return IntStream.range(0, pass.inputs().size())
                .mapToObj(port -> Term.of(pass.input(port, cell)))
                .toList();
    }

    @Override
    public Unfolded visit(Input spec) {
        return same(0, cell);
    }

    @Override
    public Unfolded visit(Dropout spec) {
        // Outside of training nothing is dropped.
        return same(0, cell);
    }

    @Override
    public Unfolded visit(Flatten spec) {
        return laidOut(pass.input().values().size());
    }

    @Override
    public Unfolded visit(Add spec) {
        return Unfolded.of(title, new Rule.Sum(), atAllPorts());
    }

    @Override
    public Unfolded visit(Average spec) {
        return Unfolded.of(title, new Rule.Mean(), atAllPorts());
    }

    @Override
    public Unfolded visit(Subtract spec) {
        Factor minus = Factor.constant(-1, Texts.of("minus"));
        return Unfolded.of(
                title, new Rule.Sum(), List.of(Term.of(pass.input(0, cell)), Term.of(minus, pass.input(1, cell))));
    }

    @Override
    public Unfolded visit(Multiply spec) {
        List<Factor> factors =
                atAllPorts().stream().flatMap(term -> term.factors().stream()).toList();
        return Unfolded.of(title, new Rule.Sum(), List.of(new Term(factors)));
    }

    @Override
    public Unfolded visit(Concatenate spec) {
        int port = 0;
        int feature = cell.axis(0);
        while (feature >= pass.inputs().get(port).size(0)) {
            feature -= pass.inputs().get(port).size(0);
            port++;
        }
        return same(port, cell.with(0, feature));
    }

    @Override
    public Unfolded visit(Slice spec) {
        int axis =
                switch (spec.axis()) {
                    case FEATURES -> 0;
                    case TIME -> pass.input().rank() - 1;
                    case HEIGHT -> 1;
                    case WIDTH -> 2;
                };
        return same(0, cell.with(axis, cell.axis(axis) + spec.start()));
    }

    @Override
    public Unfolded visit(Permute spec) {
        if (pass.input().rank() == 2) {
            return moved(0, Cell.of(cell.axis(1), cell.axis(0)));
        }
        int[] from = new int[3];
        for (int axis = 0; axis < from.length; axis++) {
            from[spec.order().imageAxes()[axis]] = cell.axis(axis);
        }
        return moved(0, Cell.of(from));
    }

    @Override
    public Unfolded visit(Reshape spec) {
        return spec.to() == Layout.IMAGE
                ? laidOut(spec.channels(), spec.height(), spec.width())
                : laidOut(spec.channels(), spec.height());
    }

    @Override
    public Unfolded visit(LastStep spec) {
        return new Poolings(pass, cell).lastStep();
    }

    @Override
    public Unfolded visit(Sampling spec) {
        // Noise is drawn in training alone; the mean comes in at port 0.
        return same(0, cell);
    }

    @Override
    public Unfolded visit(BlockInput spec) {
        throw new IllegalArgumentException("An input of a block computes nothing: expand blocks with flat() first");
    }

    @Override
    public Unfolded visit(NestedLayer spec) {
        throw new IllegalArgumentException("A block computes nothing itself: expand blocks with flat() first");
    }
}
