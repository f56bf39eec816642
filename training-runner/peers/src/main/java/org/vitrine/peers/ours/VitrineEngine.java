package org.vitrine.peers.ours;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.vitrine.datasets.Batch;
import org.vitrine.graph.model.Clipping;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Schedule;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.model.Updater;
import org.vitrine.graph.model.WeightInit;
import org.vitrine.peers.ReferenceNet;
import org.vitrine.peers.TrainingEngine;
import org.vitrine.worker.compile.CompiledGraph;
import org.vitrine.worker.compile.GraphCompiler;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.device.CpuFacts;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.memory.DeferredDeallocation;
import org.vitrine.worker.network.DataParallel;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.PassTimer;
import org.vitrine.worker.network.Score;
import org.vitrine.worker.update.LearningRate;

/** The worker's engine, called as the worker's trainer calls it. */
public final class VitrineEngine implements TrainingEngine {
    private static final int SEED = 7;

    private final Network network;
    private final DataParallel compute;
    private final List<Batch> batches;
    private int iteration;

    public VitrineEngine(ReferenceNet net, double learningRate, List<Batch> batches) {
        EngineSettings.apply();
        ModelGraph graph = ReferenceGraphs.of(net);
        TrainingSettings settings = adam(learningRate, batches.get(0).size());
        CompiledGraph compiled = new GraphCompiler(graph, net.spec(), settings, DataType.FLOAT)
                .compile(LearningRate.of(settings, Integer.MAX_VALUE));
        network = Networks.initialised(compiled, Networks.objective(graph, net.spec(), List.of()));
        compute = new DataParallel(network, CpuFacts.threads());
        this.batches = batches;
    }

    public static TrainingSettings adam(double learningRate, int batchSize) {
        return new TrainingSettings(
                1,
                batchSize,
                SEED,
                Updater.ADAM,
                learningRate,
                0.9,
                Schedule.CONSTANT,
                1,
                1,
                0,
                0,
                0,
                0.01,
                Clipping.NONE,
                1,
                WeightInit.XAVIER,
                0,
                true);
    }

    public Network network() {
        return network;
    }

    /** Has the layers timed, until the timer is closed. */
    public PassTimer timer() {
        return compute.timer();
    }

    @Override
    public double step(int batch) {
        Score score = compute.differentiate(batches.get(batch), SEED + (long) iteration);
        if (!Double.isFinite(network.gradients().norm())) {
            throw new IllegalStateException("The gradient of step " + iteration + " is not finite");
        }
        network.update(iteration++, 0);
        DeferredDeallocation.quiescent();
        return score.meanLoss();
    }

    @Override
    public void close() {
        compute.close();
        network.close();
    }
}
