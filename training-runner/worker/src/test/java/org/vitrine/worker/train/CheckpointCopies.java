package org.vitrine.worker.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.Weights;

/** Checkpoints for the tests of other packages. */
public final class CheckpointCopies {
    private CheckpointCopies() {}

    /** The network's weights and updater state, written to a checkpoint file and read again. */
    public static Weights throughFile(Network network, Path file) {
        try {
            String configuration = network.getConfiguration().toJson();
            new Checkpoint(TrainingState.start(1), network.weights()).write(file, configuration);
            return Checkpoint.read(file).weights();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
