package org.vitrine.worker.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.nd4j.linalg.api.buffer.DataType;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.layer.Inference;
import org.vitrine.graph.layer.Input;
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
    /** Node names can not contain a dot, so this can not clash. */
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
        return compile(rate, false, WorkspaceMode.ENABLED);
    }

    /**
     * For gradients at the input: without workspaces, so that arrays outlive the backward pass, and for tokens with the
     * output of the embedding layers, one below the other, as the input.
     */
    public CompiledGraph compileForExplanation() {
        return compile(LearningRate.of(settings, 1), data.input() instanceof Tokens, WorkspaceMode.NONE);
    }

    private CompiledGraph compile(LearningRate rate, boolean embedded, WorkspaceMode workspaces) {
        NeuralNetConfiguration.Builder global = new NeuralNetConfiguration.Builder()
                .seed(settings.seed())
                .dataType(type)
                .miniBatch(false)
                .weightInit(Functions.weightInit(settings.weightInit()))
                .trainingWorkspaceMode(workspaces)
                .inferenceWorkspaceMode(workspaces);
        GraphBuilder builder = global.graphBuilder();
        LayerCompiler layers = new LayerCompiler(builder, settings, rate, data);
        Map<NodeId, Shape> shapes = new HashMap<>();
        List<String> featureLayers = new ArrayList<>();
        List<String> embeddings = new ArrayList<>();
        long embeddedFeatures = 0;
        long parameters = 0;
        for (Node node : graph.topologicalOrder()) {
            List<Edge> edges = graph.inputsOf(node.id());
            List<Shape> inputs =
                    edges.stream().map(edge -> shapes.get(edge.from())).toList();
            Inference inference = node.layer().infer(inputs, data);
            shapes.put(node.id(), inference.output());
            parameters += inference.parameters();
            String name = node.id().value();
            if (embedded && node.layer() instanceof Input) {
                continue;
            }
            if (embedded && node.layer() instanceof Embedding embedding) {
                layers.takeFeatures(name, EMBEDDED_INPUT, embeddedFeatures, embedding.units());
                embeddedFeatures += embedding.units();
                embeddings.add(name);
                continue;
            }
            layers.add(name, edges.stream().map(edge -> edge.from().value()).toList(), inputs, inference, node.layer());
            if (LayerCompiler.hasFeatureMaps(node.layer())) {
                featureLayers.add(name);
            }
            if (node.layer().family() == Family.OUTPUT) {
                builder.setOutputs(name);
            }
        }
        if (embedded) {
            builder.addInputs(EMBEDDED_INPUT);
        }
        Shape input = embedded ? new Sequence(embeddedFeatures, ((Tokens) data.input()).length()) : data.input();
        return new CompiledGraph(builder.build(), input, parameters, featureLayers, embeddings);
    }
}
