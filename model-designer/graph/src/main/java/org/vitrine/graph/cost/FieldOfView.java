package org.vitrine.graph.cost;

import java.util.List;
import java.util.Optional;
import org.vitrine.graph.analysis.GraphAnalysis.NodeShapes;
import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.Average;
import org.vitrine.graph.layer.AxisOrder;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.Bidirectional;
import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.BlockInput;
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
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;

/**
 * How far a layer sees, given how far its inputs see. Where branches meet, the largest counts. That normalisation looks at
 * all positions for two figures is left aside, as usual.
 */
final class FieldOfView implements LayerVisitor<Optional<ReceptiveField>> {
    private final NodeShapes shapes;
    private final List<Optional<ReceptiveField>> before;

    /** @param before the fields of the inputs, in port order */
    FieldOfView(NodeShapes shapes, List<Optional<ReceptiveField>> before) {
        this.shapes = shapes;
        this.before = before;
    }

    @Override
    public Optional<ReceptiveField> visit(Input spec) {
        return shapes.output() instanceof Flat ? Optional.empty() : Optional.of(ReceptiveField.POINT);
    }

    @Override
    public Optional<ReceptiveField> visit(Dense spec) {
        return shapes.output() instanceof Flat ? all() : field();
    }

    @Override
    public Optional<ReceptiveField> visit(ActivationLayer spec) {
        return field();
    }

    @Override
    public Optional<ReceptiveField> visit(Dropout spec) {
        return field();
    }

    @Override
    public Optional<ReceptiveField> visit(Flatten spec) {
        return all();
    }

    @Override
    public Optional<ReceptiveField> visit(Add spec) {
        return field();
    }

    @Override
    public Optional<ReceptiveField> visit(Average spec) {
        return field();
    }

    @Override
    public Optional<ReceptiveField> visit(Subtract spec) {
        return field();
    }

    @Override
    public Optional<ReceptiveField> visit(Multiply spec) {
        return field();
    }

    @Override
    public Optional<ReceptiveField> visit(Concatenate spec) {
        return field();
    }

    @Override
    public Optional<ReceptiveField> visit(Slice spec) {
        return field();
    }

    @Override
    public Optional<ReceptiveField> visit(Permute spec) {
        return permuted(spec);
    }

    @Override
    public Optional<ReceptiveField> visit(Reshape spec) {
        return field().filter(ReceptiveField::whole);
    }

    @Override
    public Optional<ReceptiveField> visit(Convolution1D spec) {
        return window(spec.kernel(), spec.stride(), spec.dilation());
    }

    @Override
    public Optional<ReceptiveField> visit(Convolution2D spec) {
        return window(spec.kernel(), spec.stride(), spec.dilation());
    }

    @Override
    public Optional<ReceptiveField> visit(DepthwiseConvolution2D spec) {
        return window(spec.kernel(), spec.stride(), spec.dilation());
    }

    @Override
    public Optional<ReceptiveField> visit(SeparableConvolution2D spec) {
        return window(spec.kernel(), spec.stride(), spec.dilation());
    }

    @Override
    public Optional<ReceptiveField> visit(TransposedConvolution2D spec) {
        return field().map(before -> before.transposed(spec.kernel(), spec.stride()));
    }

    @Override
    public Optional<ReceptiveField> visit(Pooling1D spec) {
        return window(spec.kernel(), spec.stride(), 1);
    }

    @Override
    public Optional<ReceptiveField> visit(Pooling2D spec) {
        return window(spec.kernel(), spec.stride(), 1);
    }

    @Override
    public Optional<ReceptiveField> visit(GlobalPooling spec) {
        return all();
    }

    @Override
    public Optional<ReceptiveField> visit(BatchNormalization spec) {
        return field();
    }

    @Override
    public Optional<ReceptiveField> visit(LayerNormalization spec) {
        return field();
    }

    @Override
    public Optional<ReceptiveField> visit(RmsNormalization spec) {
        return field();
    }

    @Override
    public Optional<ReceptiveField> visit(GroupNormalization spec) {
        return field();
    }

    @Override
    public Optional<ReceptiveField> visit(Embedding spec) {
        return field();
    }

    @Override
    public Optional<ReceptiveField> visit(PositionalEncoding spec) {
        return field();
    }

    @Override
    public Optional<ReceptiveField> visit(SimpleRnn spec) {
        return all();
    }

    @Override
    public Optional<ReceptiveField> visit(Lstm spec) {
        return all();
    }

    @Override
    public Optional<ReceptiveField> visit(Gru spec) {
        return all();
    }

    @Override
    public Optional<ReceptiveField> visit(Bidirectional spec) {
        return all();
    }

    @Override
    public Optional<ReceptiveField> visit(LastStep spec) {
        return field();
    }

    @Override
    public Optional<ReceptiveField> visit(SelfAttention spec) {
        return all();
    }

    @Override
    public Optional<ReceptiveField> visit(CrossAttention spec) {
        return all();
    }

    @Override
    public Optional<ReceptiveField> visit(FeedForward spec) {
        return field();
    }

    @Override
    public Optional<ReceptiveField> visit(ClassificationOutput spec) {
        return shapes.output() instanceof Flat ? all() : field();
    }

    @Override
    public Optional<ReceptiveField> visit(BinaryOutput spec) {
        return all();
    }

    @Override
    public Optional<ReceptiveField> visit(RegressionOutput spec) {
        return all();
    }

    @Override
    public Optional<ReceptiveField> visit(CtcOutput spec) {
        return field();
    }

    @Override
    public Optional<ReceptiveField> visit(TripletOutput spec) {
        return all();
    }

    @Override
    public Optional<ReceptiveField> visit(CenterOutput spec) {
        return all();
    }

    @Override
    public Optional<ReceptiveField> visit(DetectionOutput spec) {
        return field();
    }

    @Override
    public Optional<ReceptiveField> visit(ReconstructionOutput spec) {
        return all();
    }

    @Override
    public Optional<ReceptiveField> visit(Sampling spec) {
        return field();
    }

    @Override
    public Optional<ReceptiveField> visit(BlockInput spec) {
        throw Axes.notFlat();
    }

    @Override
    public Optional<ReceptiveField> visit(NestedLayer spec) {
        throw Axes.notFlat();
    }

    /** The largest field among the inputs, where all are known. */
    private Optional<ReceptiveField> field() {
        return before.stream()
                .reduce((a, b) -> a.isPresent() && b.isPresent()
                        ? Optional.of(a.get().larger(b.get()))
                        : Optional.<ReceptiveField>empty())
                .orElse(Optional.empty());
    }

    /** Sees whatever its input stems from. */
    private Optional<ReceptiveField> all() {
        return field().map(any -> ReceptiveField.WHOLE);
    }

    private Optional<ReceptiveField> window(int kernel, int stride, int dilation) {
        return field().map(known -> known.window(kernel, stride, dilation));
    }

    /** Fields are square, so height and width may change places, but channels may not. */
    private Optional<ReceptiveField> permuted(Permute spec) {
        return shapes.output() instanceof Image && spec.order() == AxisOrder.CHANNELS_WIDTH_HEIGHT
                ? field()
                : field().filter(ReceptiveField::whole);
    }
}
