package org.vitrine.app.explain.effects;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import org.vitrine.runs.event.SessionEvent.Permuted;
import org.vitrine.runs.event.SessionEvent.Varied;

/** Asks one trained model about its test part. Methods return at once; futures fail with a message for the user; cancel to give up. */
public interface DataQuestions {

    /**
     * Permutes parts of the inputs.
     *
     * @param by how inputs are divided
     * @param parts blocks of steps, or patches to a side
     */
    CompletableFuture<Permuted> permute(String by, int parts, int examples, int repeats, DoubleConsumer progress);

    /** Varies one column, or two. */
    CompletableFuture<Varied> vary(List<String> columns, int examples, DoubleConsumer progress);
}
