package org.vitrine.worker.compile;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Scale;
import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.shape.Target;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.Objective;
import org.vitrine.worker.update.LearningRate;

/** Makes networks of graphs. */
public final class Networks {
    private Networks() {}

    /** A freshly initialised network for a run of {@code iterations} iterations. */
    public static Network forTraining(ModelGraph graph, Dataset data, TrainingSettings settings, long iterations) {
        CompiledGraph compiled = new GraphCompiler(graph, data.spec(), settings, DataType.FLOAT)
                .compile(LearningRate.of(settings, iterations));
        return initialised(compiled, objective(graph, data.spec().target(), data.targetScales()));
    }

    /** A network with random parameters drawn from the configuration's seed. */
    public static Network initialised(CompiledGraph compiled, Objective objective) {
        Network network = new Network(compiled.configuration(), objective);
        network.init();
        return network;
    }

    /** The objective that the graph's head stands for. */
    public static Objective objective(ModelGraph graph, Target target, List<Scale> scales) {
        for (Node node : graph.nodes()) {
            LayerSpec layer = node.layer();
            if (layer instanceof ClassificationOutput head) {
                return target.kind() == Target.Kind.STEP_CLASSES
                        ? Objective.stepClasses(target.size(), head.labelSmoothing(), head.focusing())
                        : Objective.classes(target.size(), head.labelSmoothing(), head.focusing());
            }
            if (layer instanceof BinaryOutput) {
                return Objective.binary();
            }
            if (layer instanceof RegressionOutput regression) {
                return switch (regression.loss()) {
                    case MSE -> Objective.values(false, scales);
                    case MAE -> Objective.values(true, scales);
                    case HUBER -> Objective.huber(regression.delta(), scales);
                };
            }
        }
        throw new IllegalArgumentException("The graph has no output. Add an output layer.");
    }
}
