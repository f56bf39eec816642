package org.vitrine.app.evaluate;

import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import org.vitrine.datasets.Tensor;

/** Tells what leaves a layer for the first test examples. */
public interface LayerReader extends AutoCloseable {

    /**
     * Values of a layer.
     *
     * @param rows [examples, values]
     * @param pooled whether they are means over the places of a map or over time
     */
    record Values(Tensor rows, boolean pooled) {}

    /** Cancel the future to give up. */
    CompletableFuture<Values> read(String layer, int examples, DoubleConsumer progress);

    @Override
    void close();
}
