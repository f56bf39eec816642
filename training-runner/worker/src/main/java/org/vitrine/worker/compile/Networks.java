package org.vitrine.worker.compile;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Scale;
import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.CenterOutput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.CtcOutput;
import org.vitrine.graph.layer.DetectionOutput;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.ReconstructionLoss;
import org.vitrine.graph.layer.ReconstructionOutput;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.layer.TripletOutput;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Target;
import org.vitrine.worker.network.CenterObjective;
import org.vitrine.worker.network.CtcObjective;
import org.vitrine.worker.network.DetectionObjective;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.Objective;
import org.vitrine.worker.network.ReconstructionObjective;
import org.vitrine.worker.network.TripletObjective;
import org.vitrine.worker.update.LearningRate;

/** Makes networks of graphs. */
public final class Networks {
    private Networks() {}

    /** A freshly initialised network for a run of {@code iterations} iterations. */
    public static Network forTraining(ModelGraph graph, Dataset data, TrainingSettings settings, long iterations) {
        CompiledGraph compiled = new GraphCompiler(graph, data.spec(), settings, DataType.FLOAT)
                .compile(LearningRate.of(settings, iterations));
        return initialised(compiled, objective(graph, data.spec(), data.targetScales()));
    }

    /** A network with random parameters drawn from the configuration's seed. */
    public static Network initialised(CompiledGraph compiled, Objective objective) {
        Network network = new Network(compiled.configuration(), objective);
        network.init();
        return network;
    }

    /** The objective that the graph's head stands for. */
    public static Objective objective(ModelGraph graph, DataSpec data, List<Scale> scales) {
        Target target = data.target();
        for (Node node : graph.nodes()) {
            LayerSpec layer = node.layer();
            if (layer instanceof ClassificationOutput head) {
                return target.kind() == Target.Kind.STEP_CLASSES
                        ? Objective.stepClasses(target.size(), head.labelSmoothing(), head.focusing())
                        : Objective.classes(target.size(), head.labelSmoothing(), head.focusing());
            } else if (layer instanceof BinaryOutput) {
                return Objective.binary();
            } else if (layer instanceof RegressionOutput regression) {
                return switch (regression.loss()) {
                    case MSE -> Objective.values(false, scales);
                    case MAE -> Objective.values(true, scales);
                    case HUBER -> Objective.huber(regression.delta(), scales);
                };
            } else if (layer instanceof CtcOutput) {
                return new CtcObjective(target.size());
            } else if (layer instanceof TripletOutput head) {
                return new TripletObjective(head.units(), head.margin(), head.mining());
            } else if (layer instanceof CenterOutput head) {
                return new CenterObjective(target.size(), head.units(), head.weight());
            } else if (layer instanceof DetectionOutput head) {
                Image grid = (Image) shape(graph, node.id(), data);
                return new DetectionObjective(
                        target.size(), (int) grid.height(), (int) grid.width(), head.boxWeight(), head.emptyWeight());
            } else if (layer instanceof ReconstructionOutput head) {
                return new ReconstructionObjective(head.loss() == ReconstructionLoss.BINARY_CROSS_ENTROPY);
            }
        }
        throw new IllegalArgumentException("The graph has no output. Add an output layer.");
    }

    /** What leaves a node. */
    private static Shape shape(ModelGraph graph, NodeId node, DataSpec data) {
        List<Shape> inputs = graph.inputsOf(node).stream()
                .map(edge -> shape(graph, edge.from(), data))
                .toList();
        return graph.layer(node).infer(inputs, data).output();
    }
}
