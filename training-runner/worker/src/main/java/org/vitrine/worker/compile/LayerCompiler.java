package org.vitrine.worker.compile;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.DepthwiseConvolution2D;
import org.vitrine.graph.layer.Inference;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.SeparableConvolution2D;
import org.vitrine.graph.layer.TransposedConvolution2D;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.worker.parts.RearrangeVertex;
import org.vitrine.worker.parts.SliceVertex;
import org.vitrine.worker.update.LearningRate;
import org.vitrine.worker.update.Updaters;

/** Adds the DL4J counterpart of a layer to the configuration. There is one case for each layer, by family. */
final class LayerCompiler
        implements ShapeCases, DenseCases, ConvolutionCases, SequenceCases, NormalizationCases, HeadCases {
    /** Node names can not contain a dot, so names of more parts can not clash. */
    private static final String FLAT = ".flat";

    private static final String FIRST = ".first";
    private static final String ALL_STEPS = ".all";
    private static final String QUERIES = ".queries";
    private static final String MEMORY = ".memory";
    private static final String ATTENDED = ".attended";

    private final GraphBuilder builder;
    private final TrainingSettings settings;
    private final LearningRate rate;
    private Site site = Site.NONE;

    LayerCompiler(GraphBuilder builder, TrainingSettings settings, LearningRate rate) {
        this.builder = builder;
        this.settings = settings;
        this.rate = rate;
    }

    @Override
    public Site site() {
        return site;
    }

    void add(String name, List<String> from, List<Shape> inputs, Inference inference, LayerSpec spec) {
        site = new Site(inputs, inference.output());
        String[] sources = from.toArray(String[]::new);
        Part part = spec.accept(this);
        if (part instanceof Part.NetworkInput) {
            builder.addInputs(name);
        } else if (part instanceof Part.Layered layered) {
            builder.addLayer(name, learning(layered.layer()), sources);
        } else if (part instanceof Part.Flattened flattened) {
            builder.addVertex(name + FLAT, RearrangeVertex.reshaped(site.input().size()), sources);
            builder.addLayer(name, learning(flattened.layer()), name + FLAT);
        } else if (part instanceof Part.Stacked stacked) {
            builder.addLayer(name + FIRST, learning(stacked.first()), sources);
            builder.addLayer(name, learning(stacked.last()), name + FIRST);
        } else if (part instanceof Part.CrossAttended crossed) {
            builder.addLayer(name + QUERIES, learning(crossed.queries()), sources[0]);
            builder.addLayer(name + MEMORY, learning(crossed.memory()), sources[1]);
            builder.addVertex(name + ATTENDED, crossed.attention(), name + QUERIES, name + MEMORY);
            builder.addLayer(name, learning(crossed.output()), name + ATTENDED);
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

    /** Takes some features of a sequence at the steps from {@code firstStep} on. */
    void take(String name, String from, long firstFeature, long firstStep, Sequence part) {
        String features = name + ALL_STEPS;
        builder.addVertex(features, SliceVertex.features(firstFeature, firstFeature + part.features()), from);
        builder.addVertex(name, new SliceVertex(2, true, firstStep, firstStep + part.length()), features);
    }

    /** Whether Grad-CAM can look at the layer. */
    static boolean hasFeatureMaps(LayerSpec spec) {
        return spec instanceof Convolution1D
                || spec instanceof Convolution2D
                || spec instanceof DepthwiseConvolution2D
                || spec instanceof SeparableConvolution2D
                || spec instanceof TransposedConvolution2D;
    }
}
