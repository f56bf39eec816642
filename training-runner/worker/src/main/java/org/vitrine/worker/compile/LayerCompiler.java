package org.vitrine.worker.compile;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.IActivation;
import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.Bidirectional;
import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Concatenate;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.FeedForward;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.Gru;
import org.vitrine.graph.layer.Inference;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LastStep;
import org.vitrine.graph.layer.LayerNormalization;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.LayerVisitor;
import org.vitrine.graph.layer.Lstm;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Pooling1D;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.layer.PositionKind;
import org.vitrine.graph.layer.PositionalEncoding;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.layer.SimpleRnn;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Tokens;
import org.vitrine.worker.layers.GatedRecurrentLayer;
import org.vitrine.worker.layers.LastStepLayer;
import org.vitrine.worker.layers.LayerNormalizationLayer;
import org.vitrine.worker.layers.LongShortTermMemoryLayer;
import org.vitrine.worker.layers.PositionalEncodingLayer;
import org.vitrine.worker.layers.RecurrentLayer;
import org.vitrine.worker.layers.SelfAttentionLayer;
import org.vitrine.worker.layers.SequenceConvolutionLayer;
import org.vitrine.worker.layers.SequencePoolingLayer;
import org.vitrine.worker.layers.SimpleRecurrentLayer;
import org.vitrine.worker.layers.TimeDistributedDenseLayer;
import org.vitrine.worker.layers.TokenEmbeddingLayer;
import org.vitrine.worker.layers.TransformerFeedForwardLayer;
import org.vitrine.worker.parts.ActivationVertex;
import org.vitrine.worker.parts.BatchNormalizationLayer;
import org.vitrine.worker.parts.DropoutVertex;
import org.vitrine.worker.parts.ShapeVertex;
import org.vitrine.worker.update.LearningRate;
import org.vitrine.worker.update.Updaters;

/** One case for each layer: adds its DL4J counterpart to the configuration. */
final class LayerCompiler implements LayerVisitor<LayerCompiler.Part> {
    /** Node names can not contain a dot, so this can not clash. */
    private static final String FLAT = ".flat";

    private final GraphBuilder builder;
    private final TrainingSettings settings;
    private final LearningRate rate;
    private List<Shape> inputs = List.of();
    private Shape output = new Flat(0);

    LayerCompiler(GraphBuilder builder, TrainingSettings settings, LearningRate rate) {
        this.builder = builder;
        this.settings = settings;
        this.rate = rate;
    }

    /** What a node becomes. */
    sealed interface Part {
        /** A network input. */
        record NetworkInput() implements Part {}

        /** A layer. */
        record Layered(Layer layer) implements Part {}

        /** A layer that takes all values of an image as one vector. */
        record Flattened(Layer layer) implements Part {}

        /** A vertex without parameters. */
        record Vertex(GraphVertex vertex) implements Part {}
    }

    void add(String name, List<String> from, List<Shape> inputShapes, Inference inference, LayerSpec spec) {
        inputs = inputShapes;
        output = inference.output();
        String[] sources = from.toArray(String[]::new);
        Part part = spec.accept(this);
        if (part instanceof Part.NetworkInput) {
            builder.addInputs(name);
        } else if (part instanceof Part.Layered layered) {
            builder.addLayer(name, learning(layered.layer()), sources);
        } else if (part instanceof Part.Flattened flattened) {
            builder.addVertex(name + FLAT, ShapeVertex.of(ShapeVertex.Kind.FLATTEN), sources);
            builder.addLayer(name, learning(flattened.layer()), name + FLAT);
        } else if (part instanceof Part.Vertex vertex) {
            builder.addVertex(name, vertex.vertex(), sources);
        }
    }

    /** Set on each layer, since DL4J drops regularisation that is set for all of them. */
    private Layer learning(Layer layer) {
        if (layer instanceof BaseLayer base) {
            base.setIUpdater(Updaters.updater(settings, rate));
            base.setRegularization(Updaters.regularization(settings));
        }
        return layer;
    }

    void takeFeatures(String name, String from, long start, long count) {
        builder.addVertex(name, ShapeVertex.features(start, start + count), from);
    }

    void copy(String name, String from) {
        builder.addVertex(name, ShapeVertex.of(ShapeVertex.Kind.ADD), from);
    }

    /** Whether Grad-CAM can look at the layer. */
    static boolean hasFeatureMaps(LayerSpec spec) {
        return spec instanceof Convolution1D || spec instanceof Convolution2D;
    }

    private Part sized(FeedForwardLayer layer) {
        layer.setNIn(channels(inputs.get(0)));
        layer.setNOut(channels(output));
        return new Part.Layered(layer);
    }

    private static long channels(Shape shape) {
        if (shape instanceof Image image) {
            return image.channels();
        }
        if (shape instanceof Sequence sequence) {
            return sequence.features();
        }
        return shape.size();
    }

    @Override
    public Part visit(Input spec) {
        return new Part.NetworkInput();
    }

    @Override
    public Part visit(Dense spec) {
        if (inputs.get(0) instanceof Sequence) {
            return sized(new TimeDistributedDenseLayer(spec.units(), Functions.activation(spec.activation())));
        }
        return dense(Functions.activation(spec.activation()));
    }

    private Part dense(IActivation activation) {
        Layer layer = new DenseLayer.Builder()
                .nIn(inputs.get(0).size())
                .nOut(output.size())
                .activation(activation)
                .build();
        return inputs.get(0) instanceof Image ? new Part.Flattened(layer) : new Part.Layered(layer);
    }

    @Override
    public Part visit(ActivationLayer spec) {
        return new Part.Vertex(new ActivationVertex(Functions.activation(spec.activation())));
    }

    @Override
    public Part visit(Dropout spec) {
        return new Part.Vertex(new DropoutVertex(spec.rate()));
    }

    @Override
    public Part visit(Flatten spec) {
        return new Part.Vertex(ShapeVertex.of(ShapeVertex.Kind.FLATTEN));
    }

    @Override
    public Part visit(Add spec) {
        return new Part.Vertex(ShapeVertex.of(ShapeVertex.Kind.ADD));
    }

    @Override
    public Part visit(Concatenate spec) {
        return new Part.Vertex(ShapeVertex.of(ShapeVertex.Kind.CONCATENATE));
    }

    @Override
    public Part visit(Convolution1D spec) {
        return sized(new SequenceConvolutionLayer(
                spec.filters(),
                spec.kernel(),
                spec.stride(),
                spec.dilation(),
                spec.padding() == Padding.SAME,
                Functions.activation(spec.activation())));
    }

    @Override
    public Part visit(Convolution2D spec) {
        return new Part.Layered(new ConvolutionLayer.Builder(spec.kernel(), spec.kernel())
                .stride(spec.stride(), spec.stride())
                .dilation(spec.dilation(), spec.dilation())
                .convolutionMode(mode(spec.padding()))
                .nIn(channels(inputs.get(0)))
                .nOut(spec.filters())
                .activation(Functions.activation(spec.activation()))
                .build());
    }

    private static ConvolutionMode mode(Padding padding) {
        return padding == Padding.SAME ? ConvolutionMode.Same : ConvolutionMode.Truncate;
    }

    @Override
    public Part visit(Pooling1D spec) {
        return sized(new SequencePoolingLayer(
                spec.mode() == PoolingMode.MAX ? SequencePoolingLayer.Mode.MAX : SequencePoolingLayer.Mode.AVERAGE,
                spec.kernel(),
                spec.stride(),
                spec.padding() == Padding.SAME));
    }

    @Override
    public Part visit(Pooling2D spec) {
        return new Part.Layered(new SubsamplingLayer.Builder(pooling(spec.mode()))
                .kernelSize(spec.kernel(), spec.kernel())
                .stride(spec.stride(), spec.stride())
                .convolutionMode(mode(spec.padding()))
                .build());
    }

    private static PoolingType pooling(PoolingMode mode) {
        return mode == PoolingMode.MAX ? PoolingType.MAX : PoolingType.AVG;
    }

    @Override
    public Part visit(GlobalPooling spec) {
        return new Part.Layered(new GlobalPoolingLayer.Builder(pooling(spec.mode())).build());
    }

    @Override
    public Part visit(BatchNormalization spec) {
        return new Part.Layered(new BatchNormalizationLayer(channels(inputs.get(0)), spec.decay(), spec.epsilon()));
    }

    @Override
    public Part visit(LayerNormalization spec) {
        return sized(new LayerNormalizationLayer(spec.epsilon()));
    }

    @Override
    public Part visit(Embedding spec) {
        return new Part.Layered(new TokenEmbeddingLayer(((Tokens) inputs.get(0)).vocabulary(), spec.units()));
    }

    @Override
    public Part visit(PositionalEncoding spec) {
        return sized(
                spec.kind() == PositionKind.LEARNED
                        ? PositionalEncodingLayer.learned(((Sequence) inputs.get(0)).length())
                        : PositionalEncodingLayer.sinusoidal());
    }

    private Part recurrent(RecurrentLayer layer) {
        layer.setNIn(channels(inputs.get(0)));
        return new Part.Layered(layer);
    }

    @Override
    public Part visit(SimpleRnn spec) {
        return recurrent(new SimpleRecurrentLayer(spec.units(), Functions.activation(spec.activation())));
    }

    @Override
    public Part visit(Lstm spec) {
        return recurrent(new LongShortTermMemoryLayer(spec.units()));
    }

    @Override
    public Part visit(Gru spec) {
        return recurrent(new GatedRecurrentLayer(spec.units()));
    }

    @Override
    public Part visit(Bidirectional spec) {
        RecurrentLayer cell =
                switch (spec.cell()) {
                    case SIMPLE_RNN -> new SimpleRecurrentLayer(spec.units());
                    case LSTM -> new LongShortTermMemoryLayer(spec.units());
                    case GRU -> new GatedRecurrentLayer(spec.units());
                };
        return recurrent(cell.bidirectional(
                switch (spec.merge()) {
                    case CONCATENATE -> RecurrentLayer.Merge.CONCATENATE;
                    case ADD -> RecurrentLayer.Merge.ADD;
                    case AVERAGE -> RecurrentLayer.Merge.AVERAGE;
                    case MULTIPLY -> RecurrentLayer.Merge.MULTIPLY;
                }));
    }

    @Override
    public Part visit(LastStep spec) {
        return new Part.Layered(new LastStepLayer());
    }

    @Override
    public Part visit(SelfAttention spec) {
        return sized(new SelfAttentionLayer(spec.heads(), 0, spec.causal(), spec.dropout()));
    }

    @Override
    public Part visit(FeedForward spec) {
        TransformerFeedForwardLayer layer = new TransformerFeedForwardLayer(spec.hidden(), spec.dropout());
        layer.setActivationFn(Functions.activation(spec.activation()));
        return sized(layer);
    }

    @Override
    public Part visit(ClassificationOutput spec) {
        return dense(Functions.activation(org.vitrine.graph.layer.Activation.IDENTITY));
    }

    @Override
    public Part visit(BinaryOutput spec) {
        return dense(Functions.activation(org.vitrine.graph.layer.Activation.IDENTITY));
    }

    @Override
    public Part visit(RegressionOutput spec) {
        return dense(Functions.activation(org.vitrine.graph.layer.Activation.IDENTITY));
    }
}
