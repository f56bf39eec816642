package org.vitrine.graph.cost;

import org.vitrine.graph.analysis.GraphAnalysis.NodeShapes;
import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.Average;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.Bidirectional;
import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.BlockInput;
import org.vitrine.graph.layer.Cell;
import org.vitrine.graph.layer.CenterOutput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Concatenate;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.CrossAttention;
import org.vitrine.graph.layer.CtcOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.DepthwiseConvolution2D;
import org.vitrine.graph.layer.DetectionOutput;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.FeedForward;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.GroupNormalization;
import org.vitrine.graph.layer.Gru;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LastStep;
import org.vitrine.graph.layer.LayerNormalization;
import org.vitrine.graph.layer.LayerVisitor;
import org.vitrine.graph.layer.Lstm;
import org.vitrine.graph.layer.Multiply;
import org.vitrine.graph.layer.NestedLayer;
import org.vitrine.graph.layer.Permute;
import org.vitrine.graph.layer.Pooling1D;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PositionalEncoding;
import org.vitrine.graph.layer.ReconstructionOutput;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.layer.Reshape;
import org.vitrine.graph.layer.RmsNormalization;
import org.vitrine.graph.layer.Sampling;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.layer.SeparableConvolution2D;
import org.vitrine.graph.layer.SimpleRnn;
import org.vitrine.graph.layer.Slice;
import org.vitrine.graph.layer.Subtract;
import org.vitrine.graph.layer.TransposedConvolution2D;
import org.vitrine.graph.layer.TripletOutput;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;

/**
 * Counts the multiply-adds of a forward pass for one example: each product of a weight, or of two activations in attention,
 * with its addition is one. As in the literature (Howard et al. 2017), biases, activation functions, pooling, normalisation
 * and what works value by value count nothing, and windows at a padded border count in full, as does causal attention. A
 * training step takes some three times as many: forward, and twice backward.
 */
final class MultiplyAdds implements LayerVisitor<Long> {
    private final NodeShapes shapes;
    private final DataSpec data;

    MultiplyAdds(NodeShapes shapes, DataSpec data) {
        this.shapes = shapes;
        this.data = data;
    }

    @Override
    public Long visit(Input spec) {
        return 0L;
    }

    @Override
    public Long visit(Dense spec) {
        return dense(spec.units());
    }

    @Override
    public Long visit(ActivationLayer spec) {
        return 0L;
    }

    @Override
    public Long visit(Dropout spec) {
        return 0L;
    }

    @Override
    public Long visit(Flatten spec) {
        return 0L;
    }

    @Override
    public Long visit(Add spec) {
        return 0L;
    }

    @Override
    public Long visit(Average spec) {
        return 0L;
    }

    @Override
    public Long visit(Subtract spec) {
        return 0L;
    }

    @Override
    public Long visit(Multiply spec) {
        return 0L;
    }

    @Override
    public Long visit(Concatenate spec) {
        return 0L;
    }

    @Override
    public Long visit(Slice spec) {
        return 0L;
    }

    @Override
    public Long visit(Permute spec) {
        return 0L;
    }

    @Override
    public Long visit(Reshape spec) {
        return 0L;
    }

    @Override
    public Long visit(Convolution1D spec) {
        return positions() * spec.filters() * channels() * spec.kernel();
    }

    @Override
    public Long visit(Convolution2D spec) {
        return positions() * spec.filters() * channels() * spec.kernel() * spec.kernel();
    }

    @Override
    public Long visit(DepthwiseConvolution2D spec) {
        return shapes.output().size() * spec.kernel() * spec.kernel();
    }

    @Override
    public Long visit(SeparableConvolution2D spec) {
        return positions() * channels() * ((long) spec.kernel() * spec.kernel() + spec.filters());
    }

    @Override
    public Long visit(TransposedConvolution2D spec) {
        return input().size() * spec.filters() * spec.kernel() * spec.kernel();
    }

    @Override
    public Long visit(Pooling1D spec) {
        return 0L;
    }

    @Override
    public Long visit(Pooling2D spec) {
        return 0L;
    }

    @Override
    public Long visit(GlobalPooling spec) {
        return 0L;
    }

    @Override
    public Long visit(BatchNormalization spec) {
        return 0L;
    }

    @Override
    public Long visit(LayerNormalization spec) {
        return 0L;
    }

    @Override
    public Long visit(RmsNormalization spec) {
        return 0L;
    }

    @Override
    public Long visit(GroupNormalization spec) {
        return 0L;
    }

    @Override
    public Long visit(Embedding spec) {
        return 0L;
    }

    @Override
    public Long visit(PositionalEncoding spec) {
        return 0L;
    }

    @Override
    public Long visit(SimpleRnn spec) {
        return recurrent(Cell.SIMPLE_RNN, spec.units());
    }

    @Override
    public Long visit(Lstm spec) {
        return recurrent(Cell.LSTM, spec.units());
    }

    @Override
    public Long visit(Gru spec) {
        return recurrent(Cell.GRU, spec.units());
    }

    @Override
    public Long visit(Bidirectional spec) {
        return 2 * recurrent(spec.cell(), spec.units());
    }

    @Override
    public Long visit(LastStep spec) {
        return 0L;
    }

    @Override
    public Long visit(SelfAttention spec) {
        return attention(input());
    }

    @Override
    public Long visit(CrossAttention spec) {
        return attention(shapes.inputs().get(1));
    }

    @Override
    public Long visit(FeedForward spec) {
        return 2 * dense(spec.hidden());
    }

    @Override
    public Long visit(ClassificationOutput spec) {
        return dense(data.target().size());
    }

    @Override
    public Long visit(BinaryOutput spec) {
        return dense(1);
    }

    @Override
    public Long visit(RegressionOutput spec) {
        return dense(data.target().size());
    }

    @Override
    public Long visit(CtcOutput spec) {
        return dense(data.target().size() + 1L);
    }

    @Override
    public Long visit(TripletOutput spec) {
        return dense(spec.units());
    }

    @Override
    public Long visit(CenterOutput spec) {
        return dense(spec.units()) + 2L * spec.units() * data.target().size();
    }

    @Override
    public Long visit(DetectionOutput spec) {
        return shapes.output().size() * channels();
    }

    @Override
    public Long visit(ReconstructionOutput spec) {
        return dense(shapes.output().size());
    }

    @Override
    public Long visit(Sampling spec) {
        return 0L;
    }

    @Override
    public Long visit(BlockInput spec) {
        throw Axes.notFlat();
    }

    @Override
    public Long visit(NestedLayer spec) {
        throw Axes.notFlat();
    }

    private Shape input() {
        return shapes.inputs().get(0);
    }

    private long channels() {
        return Axes.channels(input());
    }

    /** Positions of the output. */
    private long positions() {
        return Axes.positions(shapes.output());
    }

    /** A dense layer; on a sequence it is applied to each step. */
    private long dense(long units) {
        return input().size() * units;
    }

    private long recurrent(Cell cell, long units) {
        long gates =
                switch (cell) {
                    case SIMPLE_RNN -> 1;
                    case GRU -> 3;
                    case LSTM -> 4;
                };
        return Axes.positions(input()) * gates * (channels() + units) * units;
    }

    /** Four projections, then the products of queries and keys, and of weights and values. */
    private long attention(Shape memory) {
        long size = channels();
        long steps = Axes.positions(input());
        long memorySteps = Axes.positions(memory);
        return 2 * steps * size * size
                + 2 * memorySteps * Axes.channels(memory) * size
                + 2 * steps * memorySteps * size;
    }
}
