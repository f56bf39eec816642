package org.vitrine.peers.parity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Tensor;
import org.vitrine.peers.ReferenceNet;
import org.vitrine.peers.TensorFile;

/**
 * What an engine computes from given weights.
 *
 * @param outputs before softmax, one row for each prediction
 * @param loss mean over the batch
 * @param gradients of the loss, by PyTorch's names of the parameters
 * @param trained parameters after {@link #STEPS} steps of Adam on a batch each
 */
public record Computed(Tensor outputs, Tensor loss, Map<String, Tensor> gradients, Map<String, Tensor> trained) {
    public static final int STEPS = 3;
    public static final double LEARNING_RATE = 1e-3;

    /** Few, so that it is unlikely that rounding switches one of their ReLUs. */
    public static final int EXAMPLES = 2;

    private static final String GRADIENT = "gradient ";
    private static final String TRAINED = "trained ";

    /** The batches: the first is for outputs, loss and gradients. */
    public static List<Batch> batches(ReferenceNet net) {
        return IntStream.range(0, STEPS)
                .mapToObj(seed -> net.batch(EXAMPLES, seed))
                .toList();
    }

    public void write(Path file) throws IOException {
        Map<String, Tensor> all = new LinkedHashMap<>();
        all.put("outputs", outputs);
        all.put("loss", loss);
        gradients.forEach((name, value) -> all.put(GRADIENT + name, value));
        trained.forEach((name, value) -> all.put(TRAINED + name, value));
        TensorFile.write(file, all);
    }

    public static Computed read(Path file) throws IOException {
        Map<String, Tensor> all = TensorFile.read(file);
        return new Computed(
                Objects.requireNonNull(all.get("outputs")),
                Objects.requireNonNull(all.get("loss")),
                named(all, GRADIENT),
                named(all, TRAINED));
    }

    private static Map<String, Tensor> named(Map<String, Tensor> all, String prefix) {
        Map<String, Tensor> chosen = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                chosen.put(name.substring(prefix.length()), value);
            }
        });
        return chosen;
    }
}
