package org.vitrine.peers.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Tensor;
import org.vitrine.peers.ReferenceNet;
import org.vitrine.peers.TensorFile;
import org.vitrine.peers.torch.TorchModel;

/** Computes each network for which the folder has {@code NET.weights}, and writes {@code NET.torch}. */
public final class TorchParity {
    private TorchParity() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (ReferenceNet net : ReferenceNet.values()) {
            Path weights = folder.resolve(net + ".weights");
            if (Files.exists(weights)) {
                compute(net, TensorFile.read(weights)).write(folder.resolve(net + ".torch"));
            }
        }
    }

    private static Computed compute(ReferenceNet net, Map<String, Tensor> weights) {
        List<Batch> batches = Computed.batches(net);
        try (TorchModel model = new TorchModel(net, Computed.LEARNING_RATE, weights)) {
            List<TorchModel.Loaded> loaded = batches.stream().map(model::load).toList();
            Tensor outputs = model.outputs(loaded.get(0));
            Map<String, Tensor> gradients = model.gradients(loaded.get(0));
            float loss = model.train(loaded.get(0));
            for (int step = 1; step < Computed.STEPS; step++) {
                model.train(loaded.get(step));
            }
            return new Computed(outputs, Tensor.of(new float[] {loss}, 1), gradients, model.parameters());
        }
    }
}
