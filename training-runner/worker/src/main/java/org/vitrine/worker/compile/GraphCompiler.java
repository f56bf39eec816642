package org.vitrine.worker.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.layer.Inference;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.Slice;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Tokens;
import org.vitrine.worker.update.LearningRate;

/**
 * Translates a graph that passed the analysis into a DL4J configuration. Vertices keep the names of their nodes; all sizes
 * are written out, so DL4J infers nothing and inserts no preprocessors. Images are [batch, channels, height, width],
 * sequences [batch, features, time], tokens [batch, time].
 */
public final class GraphCompiler {
    /** Node names can not contain a dot, so these can not clash. */
    private static final String EMBEDDED_INPUT = "embedded.input";

    private final ModelGraph graph;
    private final DataSpec data;
    private final TrainingSettings settings;
    private final DataType type;

    /** @param type FLOAT to train, DOUBLE to check gradients */
    public GraphCompiler(ModelGraph graph, DataSpec data, TrainingSettings settings, DataType type) {
        this.graph = graph;
        this.data = data;
        this.settings = settings;
        this.type = type;
    }

    /**
     * For training and prediction.
     *
     * @throws org.vitrine.graph.layer.ShapeException if a layer can not take its inputs
     */
    public CompiledGraph compile(LearningRate rate) {
        return new Compilation(rate, false).run();
    }

    /** For gradients at the input: for tokens with the outputs of the embedding layers, one below the other, as the input. */
    public CompiledGraph compileForExplanation() {
        return new Compilation(LearningRate.of(settings, 1), data.input() instanceof Tokens).run();
    }

    /** One run of the compiler. */
    private final class Compilation {
        private final boolean embedded;
        private final GraphBuilder builder;
        private final LayerCompiler layers;
        private final Map<NodeId, Shape> shapes = new HashMap<>();
        private final List<String> featureLayers = new ArrayList<>();
        private final List<String> embeddings = new ArrayList<>();
        /** Where the tokens that leave a node begin in the input, if it is compiled without its embeddings. */
        private final Map<NodeId, Long> firstTokens = new HashMap<>();

        private long embeddedFeatures;
        private long parameters;

        Compilation(LearningRate rate, boolean embedded) {
            this.embedded = embedded;
            this.builder = new NeuralNetConfiguration.Builder()
                    .seed(settings.seed())
                    .dataType(type)
                    .miniBatch(false)
                    .weightInit(Functions.weightInit(settings.weightInit()))
                    .graphBuilder();
            this.layers = new LayerCompiler(builder, settings, rate);
        }

        CompiledGraph run() {
            for (Node node : graph.neededOrder()) {
                add(node);
            }
            Shape input = data.input();
            if (embedded) {
                builder.addInputs(EMBEDDED_INPUT);
                input = new Sequence(embeddedFeatures, ((Tokens) data.input()).length());
            }
            return new CompiledGraph(builder.build(), input, parameters, featureLayers, embeddings);
        }

        private void add(Node node) {
            List<Edge> edges = graph.inputsOf(node.id());
            List<Shape> inputs =
                    edges.stream().map(edge -> shapes.get(edge.from())).toList();
            Inference inference = node.layer().infer(inputs, data);
            shapes.put(node.id(), inference.output());
            parameters += inference.parameters();
            String name = node.id().value();
            if (embedded && node.layer() instanceof Input) {
                firstTokens.put(node.id(), 0L);
                return;
            }
            Long firstToken =
                    edges.isEmpty() ? null : firstTokens.get(edges.get(0).from());
            if (firstToken != null && node.layer() instanceof Slice slice) {
                firstTokens.put(node.id(), firstToken + slice.start());
                return;
            }
            if (firstToken != null && inference.output() instanceof Sequence sequence) {
                layers.take(name, EMBEDDED_INPUT, embeddedFeatures, firstToken, sequence);
                embeddedFeatures += sequence.features();
                embeddings.add(name);
                return;
            }
            List<String> sources =
                    edges.stream().map(edge -> edge.from().value()).toList();
            layers.add(name, sources, inputs, inference, node.layer());
            if (LayerCompiler.hasFeatureMaps(node.layer())) {
                featureLayers.add(name);
            }
            if (node.layer().family() == Family.OUTPUT) {
                builder.setOutputs(name);
            }
        }
    }
}
