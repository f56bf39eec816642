package org.vitrine.app.explain.units;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.runs.command.WorkerCommand;

/** Makes inputs for one trained model. Methods return at once. */
public interface Maker {

    /** The model, flat. */
    ModelGraph graph();

    /**
     * Completes with what was made, or exceptionally with a message for the user. Who cancels it stops the computation.
     *
     * @param emerging told of what there is so far, on any thread
     */
    CompletableFuture<Made> make(WorkerCommand.Maximise question, Consumer<Emerging> emerging);
}
