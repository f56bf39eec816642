package org.vitrine.peers.parity;

import java.util.List;
import java.util.Map;
import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.peers.ReferenceNet;
import org.vitrine.peers.ours.PyTorchNames;
import org.vitrine.peers.ours.ReferenceGraphs;
import org.vitrine.peers.ours.VitrineEngine;
import org.vitrine.worker.network.Network;

/**
 * Computes a network in the worker's engine.
 *
 * @param weights it started from: fresh ones with noise on all, so that biases and gains are not zero and one
 */
public record VitrineParity(Map<String, Tensor> weights, Computed computed) {
    private static final double NOISE = 0.05;

    public static VitrineParity of(ReferenceNet net) {
        List<Batch> batches = Computed.batches(net);
        ModelGraph graph = ReferenceGraphs.of(net);
        try (VitrineEngine engine = new VitrineEngine(net, Computed.LEARNING_RATE, batches)) {
            Network network = engine.network();
            Nd4j.getRandom().setSeed(11);
            network.params().addi(Nd4j.randn(network.params().shape()).muli(NOISE));
            Map<String, Tensor> weights = PyTorchNames.parameters(network, graph);
            Tensor outputs = rows(net, network.outputs(batches.get(0)));
            float loss = (float) network.differentiate(batches.get(0)).meanLoss();
            Map<String, Tensor> gradients = PyTorchNames.gradients(network, graph);
            for (int step = 0; step < Computed.STEPS; step++) {
                engine.step(step);
            }
            Computed computed = new Computed(
                    outputs, Tensor.of(new float[] {loss}, 1), gradients, PyTorchNames.parameters(network, graph));
            return new VitrineParity(weights, computed);
        }
    }

    /** [n, classes, steps] as one row for each prediction. */
    private static Tensor rows(ReferenceNet net, double[] outputs) {
        int classes = net.classes();
        int steps = net.spec().target().length();
        Tensor rows = Tensor.zeros(outputs.length / classes, classes);
        for (int i = 0; i < outputs.length; i++) {
            int example = i / (classes * steps);
            int row = example * steps + i % steps;
            rows.values()[row * classes + i / steps % classes] = (float) outputs[i];
        }
        return rows;
    }
}
