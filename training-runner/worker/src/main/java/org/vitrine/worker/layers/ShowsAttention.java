package org.vitrine.worker.layers;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runtime of a layer or vertex that attends to steps and can tell to which. */
public interface ShowsAttention {

    /** From the next forward pass on, keeps a copy of the attention weights for {@link #attentionWeights()}, or stops. */
    void keepAttentionWeights(boolean keep);

    /** Attention weights of the last forward pass, [batch, heads, query step, key step]; null before one was kept. */
    @Nullable
    INDArray attentionWeights();
}
