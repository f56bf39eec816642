package org.vitrine.peers.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Tensor;
import org.vitrine.peers.ReferenceNet;
import org.vitrine.peers.TrainingEngine;

/** Plain Deeplearning4j at its defaults: {@code fit} on data sets with one-hot labels. */
public final class StockEngine implements TrainingEngine {
    private final Model network;
    private final List<DataSet> batches = new ArrayList<>();

    private StockEngine(Model network, ReferenceNet net, List<Batch> given) {
        this.network = network;
        for (Batch batch : given) {
            batches.add(new DataSet(array(batch.inputs()), labels(net, batch.targets())));
        }
    }

    /** The network, or nothing if the stock layers can not make it. */
    public static Optional<TrainingEngine> of(ReferenceNet net, double learningRate, List<Batch> batches) {
        return new StockNets(learningRate).of(net).map(network -> new StockEngine(network, net, batches));
    }

    private static INDArray array(Tensor tensor) {
        long[] shape = java.util.Arrays.stream(tensor.shape()).asLongStream().toArray();
        return Nd4j.createFromArray(tensor.values()).reshape('c', shape);
    }

    /** [n, classes], or [n, classes, time]. */
    private static INDArray labels(ReferenceNet net, Tensor targets) {
        int steps = targets.size() / targets.rows();
        Tensor labels = targets.shape().length == 1
                ? Tensor.zeros(targets.rows(), net.classes())
                : Tensor.zeros(targets.rows(), net.classes(), steps);
        for (int i = 0; i < targets.size(); i++) {
            int target = (int) targets.values()[i];
            labels.values()[(i / steps * net.classes() + target) * steps + i % steps] = 1;
        }
        return array(labels);
    }

    @Override
    public double step(int batch) {
        if (network instanceof MultiLayerNetwork layers) {
            layers.fit(batches.get(batch));
        } else {
            ((ComputationGraph) network).fit(batches.get(batch));
        }
        return network.score();
    }

    @Override
    public void close() {
        network.close();
    }
}
