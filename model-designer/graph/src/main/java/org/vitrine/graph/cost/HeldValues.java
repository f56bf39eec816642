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
import org.vitrine.graph.shape.Shape;

/**
 * Counts the values that a layer holds for one example from the forward pass to the backward pass: its output, and what it
 * needs again of what it computed inside, such as gates, attention weights, or the hidden layer of a feed-forward block.
 */
final class HeldValues implements LayerVisitor<Long> {
    private final NodeShapes shapes;

    HeldValues(NodeShapes shapes) {
        this.shapes = shapes;
    }

    @Override
    public Long visit(Input spec) {
        return output();
    }

    @Override
    public Long visit(Dense spec) {
        return output();
    }

    @Override
    public Long visit(ActivationLayer spec) {
        return output();
    }

    @Override
    public Long visit(Dropout spec) {
        return output();
    }

    @Override
    public Long visit(Flatten spec) {
        return output();
    }

    @Override
    public Long visit(Add spec) {
        return output();
    }

    @Override
    public Long visit(Average spec) {
        return output();
    }

    @Override
    public Long visit(Subtract spec) {
        return output();
    }

    @Override
    public Long visit(Multiply spec) {
        return output();
    }

    @Override
    public Long visit(Concatenate spec) {
        return output();
    }

    @Override
    public Long visit(Slice spec) {
        return output();
    }

    @Override
    public Long visit(Permute spec) {
        return output();
    }

    @Override
    public Long visit(Reshape spec) {
        return output();
    }

    @Override
    public Long visit(Convolution1D spec) {
        return output();
    }

    @Override
    public Long visit(Convolution2D spec) {
        return output();
    }

    @Override
    public Long visit(DepthwiseConvolution2D spec) {
        return output();
    }

    @Override
    public Long visit(SeparableConvolution2D spec) {
        return output() + Axes.channels(input()) * Axes.positions(shapes.output());
    }

    @Override
    public Long visit(TransposedConvolution2D spec) {
        return output();
    }

    @Override
    public Long visit(Pooling1D spec) {
        return output();
    }

    @Override
    public Long visit(Pooling2D spec) {
        return output();
    }

    @Override
    public Long visit(GlobalPooling spec) {
        return output();
    }

    @Override
    public Long visit(BatchNormalization spec) {
        return output();
    }

    @Override
    public Long visit(LayerNormalization spec) {
        return output();
    }

    @Override
    public Long visit(RmsNormalization spec) {
        return output();
    }

    @Override
    public Long visit(GroupNormalization spec) {
        return output();
    }

    @Override
    public Long visit(Embedding spec) {
        return output();
    }

    @Override
    public Long visit(PositionalEncoding spec) {
        return output();
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
        return output() + 2 * recurrent(spec.cell(), spec.units());
    }

    @Override
    public Long visit(LastStep spec) {
        return output();
    }

    @Override
    public Long visit(SelfAttention spec) {
        return attention(spec.heads(), input());
    }

    @Override
    public Long visit(CrossAttention spec) {
        return attention(spec.heads(), shapes.inputs().get(1));
    }

    @Override
    public Long visit(FeedForward spec) {
        return output() + Axes.positions(input()) * spec.hidden();
    }

    @Override
    public Long visit(ClassificationOutput spec) {
        return output();
    }

    @Override
    public Long visit(BinaryOutput spec) {
        return output();
    }

    @Override
    public Long visit(RegressionOutput spec) {
        return output();
    }

    @Override
    public Long visit(CtcOutput spec) {
        return output();
    }

    @Override
    public Long visit(TripletOutput spec) {
        return output();
    }

    @Override
    public Long visit(CenterOutput spec) {
        return output();
    }

    @Override
    public Long visit(DetectionOutput spec) {
        return output();
    }

    @Override
    public Long visit(ReconstructionOutput spec) {
        return output();
    }

    @Override
    public Long visit(Sampling spec) {
        return 2 * output();
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

    private long output() {
        return shapes.output().size();
    }

    /** Gates and states of each step. */
    private long recurrent(Cell cell, long units) {
        long kept =
                switch (cell) {
                    case SIMPLE_RNN -> 1;
                    case GRU -> 5;
                    case LSTM -> 6;
                };
        return Axes.positions(input()) * kept * units;
    }

    /** Queries, keys, values, the weights of all heads, what they gather, and the output. */
    private long attention(long heads, Shape memory) {
        long size = Axes.channels(input());
        long steps = Axes.positions(input());
        long memorySteps = Axes.positions(memory);
        return size * (3 * steps + 2 * memorySteps) + heads * steps * memorySteps;
    }
}
