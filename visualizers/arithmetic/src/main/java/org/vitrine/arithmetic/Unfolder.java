package org.vitrine.arithmetic;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.Bidirectional;
import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.CenterOutput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.CrossAttention;
import org.vitrine.graph.layer.CtcOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.DepthwiseConvolution2D;
import org.vitrine.graph.layer.DetectionOutput;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.FeedForward;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.GroupNormalization;
import org.vitrine.graph.layer.Gru;
import org.vitrine.graph.layer.LayerNormalization;
import org.vitrine.graph.layer.Lstm;
import org.vitrine.graph.layer.Pooling1D;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PositionKind;
import org.vitrine.graph.layer.PositionalEncoding;
import org.vitrine.graph.layer.ReconstructionOutput;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.layer.RmsNormalization;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.layer.SeparableConvolution2D;
import org.vitrine.graph.layer.SimpleRnn;
import org.vitrine.graph.layer.TransposedConvolution2D;
import org.vitrine.graph.layer.TripletOutput;

/** Says for each layer how a value of its output came about. */
public final class Unfolder extends MovedValues {

    private Unfolder(LayerPass pass, Cell cell) {
        super(pass, cell);
    }

    /**
     * Unfolds one value of a layer's output, outside of training. Of output heads that is the value before softmax or sigmoid.
     *
     * @throws IllegalArgumentException if a parameter is missing, or the layer is a block
     * @throws IndexOutOfBoundsException if there is no such cell
     */
    public static Unfolded of(LayerPass pass, Cell cell) {
        return pass.spec().accept(new Unfolder(pass, cell));
    }

    private Unfolded head() {
        return Sums.dense(pass, cell, Activation.IDENTITY);
    }

    @Override
    public Unfolded visit(Dense spec) {
        return Sums.dense(pass, cell, spec.activation());
    }

    @Override
    public Unfolded visit(ActivationLayer spec) {
        int units = pass.input().size(0);
        return Sums.active(
                title,
                spec.activation(),
                units,
                cell.axis(0),
                unit -> Sums.passed(Texts.of("given", unit), pass.input(0, cell.with(0, unit))));
    }

    @Override
    public Unfolded visit(Convolution1D spec) {
        return new Convolutions(pass, cell).of(spec);
    }

    @Override
    public Unfolded visit(Convolution2D spec) {
        return new Convolutions(pass, cell).of(spec);
    }

    @Override
    public Unfolded visit(DepthwiseConvolution2D spec) {
        return new Convolutions(pass, cell).of(spec);
    }

    @Override
    public Unfolded visit(SeparableConvolution2D spec) {
        return new Convolutions(pass, cell).of(spec);
    }

    @Override
    public Unfolded visit(TransposedConvolution2D spec) {
        return new Convolutions(pass, cell).of(spec);
    }

    @Override
    public Unfolded visit(Pooling1D spec) {
        return new Poolings(pass, cell).of(spec);
    }

    @Override
    public Unfolded visit(Pooling2D spec) {
        return new Poolings(pass, cell).of(spec);
    }

    @Override
    public Unfolded visit(GlobalPooling spec) {
        return new Poolings(pass, cell).of(spec);
    }

    @Override
    public Unfolded visit(BatchNormalization spec) {
        return new Normalisations(pass, cell).batch(spec.epsilon());
    }

    @Override
    public Unfolded visit(LayerNormalization spec) {
        return new Normalisations(pass, cell).layer(spec.epsilon());
    }

    @Override
    public Unfolded visit(RmsNormalization spec) {
        return new Normalisations(pass, cell).rootMeanSquare(spec.epsilon());
    }

    @Override
    public Unfolded visit(GroupNormalization spec) {
        return new Normalisations(pass, cell).group(spec.groups(), spec.epsilon());
    }

    @Override
    public Unfolded visit(Embedding spec) {
        int step = cell.axis(1);
        int token = (int) pass.input().at(step);
        return pass.input().isReal(step)
                ? Sums.passed(Texts.of("token", title, token), pass.parameter("W", token, cell.axis(0)))
                : Sums.masked(title);
    }

    @Override
    public Unfolded visit(PositionalEncoding spec) {
        int feature = cell.axis(0);
        int step = cell.axis(1);
        if (!pass.input().isReal(step)) {
            return Sums.masked(title);
        }
        Factor position = spec.kind() == PositionKind.LEARNED
                ? pass.parameter("P", step, feature)
                : sinusoid(step, feature, pass.input().size(0));
        return Unfolded.of(title, new Rule.Sum(), List.of(Term.of(pass.input(0, cell)), Term.of(position)));
    }

    @Override
    public Unfolded visit(SimpleRnn spec) {
        return recurrent(new SimpleRecurrence(pass, spec.units(), spec.activation(), ""));
    }

    @Override
    public Unfolded visit(Lstm spec) {
        return recurrent(new LongShortTermMemory(pass, spec.units(), ""));
    }

    @Override
    public Unfolded visit(Gru spec) {
        return recurrent(new GatedRecurrence(pass, spec.units(), ""));
    }

    @Override
    public Unfolded visit(Bidirectional spec) {
        int step = cell.axis(1);
        if (!pass.input().isReal(step)) {
            return Sums.masked(title);
        }
        int unit = cell.axis(0) % spec.units();
        Factor ahead = direction(spec, "f").read(false).state(step, unit);
        Factor back = direction(spec, "b").read(true).state(step, unit);
        return switch (spec.merge()) {
            case CONCATENATE -> Sums.passed(title, cell.axis(0) < spec.units() ? ahead : back);
            case ADD -> Unfolded.of(title, new Rule.Sum(), List.of(Term.of(ahead), Term.of(back)));
            case AVERAGE -> Unfolded.of(title, new Rule.Mean(), List.of(Term.of(ahead), Term.of(back)));
            case MULTIPLY -> Unfolded.of(title, new Rule.Sum(), List.of(Term.of(ahead, back)));
        };
    }

    @Override
    public Unfolded visit(SelfAttention spec) {
        return Attention.toItself(pass, spec.heads(), spec.causal()).output(cell);
    }

    @Override
    public Unfolded visit(CrossAttention spec) {
        return Attention.toMemory(pass, spec.heads()).output(cell);
    }

    @Override
    public Unfolded visit(FeedForward spec) {
        return Sums.feedForward(pass, cell, spec.activation());
    }

    @Override
    public Unfolded visit(ClassificationOutput spec) {
        return head();
    }

    @Override
    public Unfolded visit(BinaryOutput spec) {
        return head();
    }

    @Override
    public Unfolded visit(RegressionOutput spec) {
        return head();
    }

    @Override
    public Unfolded visit(CtcOutput spec) {
        return head();
    }

    @Override
    public Unfolded visit(TripletOutput spec) {
        return head();
    }

    @Override
    public Unfolded visit(CenterOutput spec) {
        return Centers.of(pass, cell);
    }

    @Override
    public Unfolded visit(DetectionOutput spec) {
        List<Term> terms = new ArrayList<>();
        for (int channel = 0; channel < pass.input().size(0); channel++) {
            terms.add(Term.of(pass.input(0, cell.with(0, channel)), pass.parameter("W", cell.axis(0), channel, 0, 0)));
        }
        terms.add(Term.of(pass.parameter("b", cell.axis(0))));
        return Unfolded.of(title, new Rule.Sum(), terms);
    }

    @Override
    public Unfolded visit(ReconstructionOutput spec) {
        return head();
    }

    private Recurrence direction(Bidirectional spec, String prefix) {
        return switch (spec.cell()) {
            case SIMPLE_RNN -> new SimpleRecurrence(pass, spec.units(), Activation.TANH, prefix);
            case LSTM -> new LongShortTermMemory(pass, spec.units(), prefix);
            case GRU -> new GatedRecurrence(pass, spec.units(), prefix);
        };
    }

    private Unfolded recurrent(Recurrence reading) {
        int step = cell.axis(1);
        return pass.input().isReal(step) ? reading.read(false).unfold(title, step, cell.axis(0)) : Sums.masked(title);
    }

    private static Factor sinusoid(int step, int feature, int features) {
        boolean even = feature % 2 == 0;
        double angle = step / Math.pow(10000, (feature - feature % 2) / (double) features);
        return Factor.constant(
                even ? Math.sin(angle) : Math.cos(angle),
                Texts.of(even ? "sine" : "cosine", step, feature - feature % 2, features));
    }
}
