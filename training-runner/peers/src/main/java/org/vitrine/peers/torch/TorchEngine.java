package org.vitrine.peers.torch;

import java.util.List;
import org.vitrine.datasets.Batch;
import org.vitrine.peers.ReferenceNet;
import org.vitrine.peers.TrainingEngine;

/** PyTorch through DJL at its defaults. */
public final class TorchEngine implements TrainingEngine {
    private final TorchModel model;
    private final List<TorchModel.Loaded> batches;

    public TorchEngine(ReferenceNet net, double learningRate, List<Batch> batches) {
        model = new TorchModel(net, learningRate, null);
        this.batches = batches.stream().map(model::load).toList();
    }

    @Override
    public double step(int batch) {
        return model.train(batches.get(batch));
    }

    @Override
    public void close() {
        model.close();
    }
}
