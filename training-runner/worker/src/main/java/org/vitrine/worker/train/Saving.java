package org.vitrine.worker.train;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.EventSink;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.Weights;

/** When a run is written down: its state from time to time, and its best weights before that. */
final class Saving {
    private final Checkpoints checkpoints;
    private final Path runFolder;
    private final EventSink events;
    private @Nullable Checkpoint unsavedBest;
    private @Nullable TrainingState saved;
    private long savedAt = System.nanoTime();

    /** @param saved the state that training goes on from, if there was one */
    Saving(Checkpoints checkpoints, Path runFolder, EventSink events, @Nullable TrainingState saved) {
        this.checkpoints = checkpoints;
        this.runFolder = runFolder;
        this.events = events;
        this.saved = saved;
    }

    double secondsSinceLast() {
        return (System.nanoTime() - savedAt) / 1e9;
    }

    /** Keeps the weights of the epoch that ended in this state: its validation loss is the least so far. */
    void keepBest(TrainingState state, Network network) {
        unsavedBest = new Checkpoint(state, new Weights(network.params().dup(), null));
    }

    /** The weights of the state's best epoch, if they are there and whole. */
    Optional<Weights> best(TrainingState state) {
        return Optional.ofNullable(unsavedBest)
                .or(checkpoints::best)
                .filter(best -> best.state().bestEpoch() == state.bestEpoch())
                .map(Checkpoint::weights);
    }

    /** Writes a checkpoint unless the newest is of this very state. */
    void save(TrainingState state, Network network) throws RunException {
        savedAt = System.nanoTime();
        if (state.equals(saved)) {
            return;
        }
        String configuration = network.getConfiguration().toJson();
        if (unsavedBest != null) {
            checkpoints.writeBest(unsavedBest, configuration);
            unsavedBest = null;
        }
        Path file = checkpoints.write(new Checkpoint(state, network.weights()), configuration);
        saved = state;
        events.write(new RunEvent.CheckpointSaved(
                state.iteration(),
                state.epoch() + 1,
                runFolder.relativize(file).toString().replace('\\', '/')));
    }
}
