package org.vitrine.graph.layer;

/** One case for each layer: the compiler tells where a new layer is missing. */
public interface LayerVisitor<R> {

    R visit(Input spec);

    R visit(Dense spec);

    R visit(ActivationLayer spec);

    R visit(Dropout spec);

    R visit(Flatten spec);

    R visit(Add spec);

    R visit(Average spec);

    R visit(Subtract spec);

    R visit(Multiply spec);

    R visit(Concatenate spec);

    R visit(Slice spec);

    R visit(Permute spec);

    R visit(Reshape spec);

    R visit(Convolution1D spec);

    R visit(Convolution2D spec);

    R visit(DepthwiseConvolution2D spec);

    R visit(SeparableConvolution2D spec);

    R visit(TransposedConvolution2D spec);

    R visit(Pooling1D spec);

    R visit(Pooling2D spec);

    R visit(GlobalPooling spec);

    R visit(BatchNormalization spec);

    R visit(LayerNormalization spec);

    R visit(RmsNormalization spec);

    R visit(GroupNormalization spec);

    R visit(Embedding spec);

    R visit(PositionalEncoding spec);

    R visit(SimpleRnn spec);

    R visit(Lstm spec);

    R visit(Gru spec);

    R visit(Bidirectional spec);

    R visit(LastStep spec);

    R visit(SelfAttention spec);

    R visit(CrossAttention spec);

    R visit(FeedForward spec);

    R visit(ClassificationOutput spec);

    R visit(BinaryOutput spec);

    R visit(RegressionOutput spec);

    R visit(CtcOutput spec);

    R visit(TripletOutput spec);

    R visit(CenterOutput spec);

    R visit(DetectionOutput spec);

    R visit(ReconstructionOutput spec);

    R visit(Sampling spec);

    R visit(BlockInput spec);

    R visit(NestedLayer spec);
}
