package org.vitrine.attribution;

import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.Average;
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
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.LayerVisitor;
import org.vitrine.graph.layer.Lstm;
import org.vitrine.graph.layer.Multiply;
import org.vitrine.graph.layer.NestedLayer;
import org.vitrine.graph.layer.Permute;
import org.vitrine.graph.layer.Pooling1D;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PoolingMode;
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

/**
 * The role of each layer, its activation left out. Explanations begin behind the embeddings of tokens, so that these are inputs.
 */
public final class LayerRoles implements LayerVisitor<LayerRole> {
    private static final LayerRoles INSTANCE = new LayerRoles();

    private LayerRoles() {}

    public static LayerRole of(LayerSpec layer) {
        return layer.accept(INSTANCE);
    }

    private static LayerRole pooled(PoolingMode mode) {
        return mode == PoolingMode.MAX ? LayerRole.MAXIMUM : LayerRole.SUMMED;
    }

    @Override
    public LayerRole visit(Input spec) {
        return LayerRole.MOVED;
    }

    @Override
    public LayerRole visit(Dropout spec) {
        return LayerRole.MOVED;
    }

    @Override
    public LayerRole visit(Flatten spec) {
        return LayerRole.MOVED;
    }

    @Override
    public LayerRole visit(Concatenate spec) {
        return LayerRole.MOVED;
    }

    @Override
    public LayerRole visit(Slice spec) {
        return LayerRole.MOVED;
    }

    @Override
    public LayerRole visit(Permute spec) {
        return LayerRole.MOVED;
    }

    @Override
    public LayerRole visit(Reshape spec) {
        return LayerRole.MOVED;
    }

    @Override
    public LayerRole visit(Embedding spec) {
        return LayerRole.MOVED;
    }

    @Override
    public LayerRole visit(LastStep spec) {
        return LayerRole.MOVED;
    }

    @Override
    public LayerRole visit(BlockInput spec) {
        return LayerRole.MOVED;
    }

    @Override
    public LayerRole visit(Dense spec) {
        return LayerRole.DENSE;
    }

    @Override
    public LayerRole visit(ClassificationOutput spec) {
        return LayerRole.DENSE;
    }

    @Override
    public LayerRole visit(BinaryOutput spec) {
        return LayerRole.DENSE;
    }

    @Override
    public LayerRole visit(RegressionOutput spec) {
        return LayerRole.DENSE;
    }

    @Override
    public LayerRole visit(CtcOutput spec) {
        return LayerRole.DENSE;
    }

    @Override
    public LayerRole visit(TripletOutput spec) {
        return LayerRole.DENSE;
    }

    @Override
    public LayerRole visit(DetectionOutput spec) {
        return LayerRole.DENSE;
    }

    @Override
    public LayerRole visit(ReconstructionOutput spec) {
        return LayerRole.DENSE;
    }

    @Override
    public LayerRole visit(Convolution1D spec) {
        return LayerRole.CONVOLUTION;
    }

    @Override
    public LayerRole visit(Convolution2D spec) {
        return LayerRole.CONVOLUTION;
    }

    @Override
    public LayerRole visit(DepthwiseConvolution2D spec) {
        return LayerRole.CONVOLUTION;
    }

    @Override
    public LayerRole visit(SeparableConvolution2D spec) {
        return LayerRole.CONVOLUTION;
    }

    @Override
    public LayerRole visit(TransposedConvolution2D spec) {
        return LayerRole.CONVOLUTION;
    }

    @Override
    public LayerRole visit(Add spec) {
        return LayerRole.SUMMED;
    }

    @Override
    public LayerRole visit(Average spec) {
        return LayerRole.SUMMED;
    }

    @Override
    public LayerRole visit(Subtract spec) {
        return LayerRole.SUMMED;
    }

    @Override
    public LayerRole visit(BatchNormalization spec) {
        return LayerRole.SUMMED;
    }

    @Override
    public LayerRole visit(PositionalEncoding spec) {
        return LayerRole.SUMMED;
    }

    @Override
    public LayerRole visit(CenterOutput spec) {
        return LayerRole.SUMMED;
    }

    @Override
    public LayerRole visit(Multiply spec) {
        return LayerRole.NONE;
    }

    @Override
    public LayerRole visit(LayerNormalization spec) {
        return LayerRole.NONE;
    }

    @Override
    public LayerRole visit(RmsNormalization spec) {
        return LayerRole.NONE;
    }

    @Override
    public LayerRole visit(GroupNormalization spec) {
        return LayerRole.NONE;
    }

    @Override
    public LayerRole visit(SimpleRnn spec) {
        return LayerRole.NONE;
    }

    @Override
    public LayerRole visit(Lstm spec) {
        return LayerRole.NONE;
    }

    @Override
    public LayerRole visit(Gru spec) {
        return LayerRole.NONE;
    }

    @Override
    public LayerRole visit(Bidirectional spec) {
        return LayerRole.NONE;
    }

    @Override
    public LayerRole visit(SelfAttention spec) {
        return LayerRole.NONE;
    }

    @Override
    public LayerRole visit(CrossAttention spec) {
        return LayerRole.NONE;
    }

    @Override
    public LayerRole visit(FeedForward spec) {
        return LayerRole.NONE;
    }

    @Override
    public LayerRole visit(Sampling spec) {
        return LayerRole.NONE;
    }

    @Override
    public LayerRole visit(NestedLayer spec) {
        return LayerRole.NONE;
    }

    @Override
    public LayerRole visit(Pooling1D spec) {
        return pooled(spec.mode());
    }

    @Override
    public LayerRole visit(Pooling2D spec) {
        return pooled(spec.mode());
    }

    @Override
    public LayerRole visit(GlobalPooling spec) {
        return pooled(spec.mode());
    }

    @Override
    public LayerRole visit(ActivationLayer spec) {
        return spec.activation() == Activation.IDENTITY ? LayerRole.MOVED : LayerRole.ACTIVATION;
    }
}
