package org.vitrine.peers.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.methods.gradients.IntegratedGradients;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Tensor;
import org.vitrine.peers.ReferenceNet;
import org.vitrine.peers.ours.ReferenceGraphs;
import org.vitrine.peers.ours.VitrineEngine;
import org.vitrine.worker.compile.CompiledGraph;
import org.vitrine.worker.compile.GraphCompiler;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.explain.NetworkModel;
import org.vitrine.worker.network.Network;

/** Times gradients at the input of LeNet beside training steps, in a worker's JVM. */
public final class ExplanationProcess {
    private static final ReferenceNet NET = ReferenceNet.LENET;
    private static final double LEARNING_RATE = 1e-5;
    private static final int BATCH_SIZE = 64;
    private static final int STEPS = 50;

    private ExplanationProcess() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<Batch> batches = List.of(NET.batch(BATCH_SIZE, 0));
        try (VitrineEngine engine = new VitrineEngine(NET, LEARNING_RATE, batches)) {
            NetworkModel model = model(engine.network());
            Tensor inputs = batches.get(0).inputs();
            Tensor path = inputs.rows(IntStream.range(0, STEPS).toArray());
            Tensor point = inputs.rows(new int[] {0});
            Tensor example = inputs.row(0);
            AttributionOptions options = AttributionOptions.DEFAULT;
            IntegratedGradients method = new IntegratedGradients();
            List<List<Alternating.Cost>> costs = Alternating.time(List.of(
                    () -> engine.step(0),
                    () -> model.gradient(inputs, 1),
                    () -> model.gradient(path, 1),
                    () -> {
                        for (int i = 0; i < STEPS; i++) {
                            model.gradient(point, 1);
                        }
                    },
                    () -> method.attribute(model, example, 1, options)));
            List<String> names = List.of("step", "input", "batched", "single", "integrated");
            for (int i = 0; i < names.size(); i++) {
                Measured.tell(answers, names.get(i), Alternating.median(costs.get(i), Alternating.Cost::seconds));
            }
        }
        System.exit(0);
    }

    private static NetworkModel model(Network trained) {
        CompiledGraph compiled = new GraphCompiler(
                        ReferenceGraphs.of(NET),
                        NET.spec(),
                        VitrineEngine.adam(LEARNING_RATE, BATCH_SIZE),
                        DataType.FLOAT)
                .compileForExplanation();
        Network twin = Networks.initialised(compiled, trained.objective());
        twin.copyLayers(trained);
        return NetworkModel.of(compiled, twin);
    }
}
