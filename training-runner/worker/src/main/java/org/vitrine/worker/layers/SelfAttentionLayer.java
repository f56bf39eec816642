package org.vitrine.worker.layers;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Multi-head scaled dot-product self-attention (Vaswani et al. 2017) with an output projection. Takes [batch, features,
 * time] and gives [batch, nOut, time]; {@code nOut} is the number of input features unless set.
 *
 * <p>Parameters: {@code Wqkv} [nIn, 3 * projection] holds the query, key and value projections side by side, each split into
 * heads of projection / heads columns; {@code bqkv}; {@code Wo} [projection, nOut]; {@code bo}. Masked steps are no keys.
 */
public final class SelfAttentionLayer extends DeclaredLayer {

    static final String WEIGHT_QKV = "Wqkv";
    static final String BIAS_QKV = "bqkv";
    static final String WEIGHT_OUT = "Wo";
    static final String BIAS_OUT = "bo";

    @JsonProperty
    private int heads;

    @JsonProperty
    private long projectionSize;

    @JsonProperty
    private boolean causal;

    @JsonProperty
    private double attentionDropout;

    public SelfAttentionLayer() {
        this(1, 0, false, 0.0);
    }

    /**
     * @param heads number of heads
     * @param projectionSize columns of the query, key and value projections over all heads; 0 for {@code nOut}
     * @param causal whether a step attends only to itself and earlier steps
     * @param attentionDropout probability in [0, 1) that an attention weight is dropped in training
     */
    public SelfAttentionLayer(int heads, long projectionSize, boolean causal, double attentionDropout) {
        this.heads = heads;
        this.projectionSize = projectionSize;
        this.causal = causal;
        this.attentionDropout = attentionDropout;
    }

    public int heads() {
        return heads;
    }

    /** Columns of the query, key and value projections over all heads. */
    public long projectionSize() {
        return projectionSize > 0 ? projectionSize : getNOut();
    }

    public boolean causal() {
        return causal;
    }

    public double attentionDropout() {
        return attentionDropout;
    }

    @Override
    List<ParameterShape> parameterShapes() {
        long size = projectionSize();
        if (size % heads != 0) {
            throw new IllegalStateException("Layer \"" + getLayerName() + "\": a projection of " + size
                    + " features cannot be split into " + heads + " heads");
        }
        return List.of(
                new ParameterShape(WEIGHT_QKV, ParameterShape.Role.WEIGHT, getNIn(), size, getNIn(), 3 * size),
                ParameterShape.bias(BIAS_QKV, 3 * size),
                ParameterShape.weight(WEIGHT_OUT, size, getNOut()),
                ParameterShape.bias(BIAS_OUT, getNOut()));
    }

    @Override
    DeclaredLayerRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
        return new SelfAttention(conf, type);
    }

    @Override
    List<Object> settings() {
        return List.of(heads, projectionSize, causal, attentionDropout);
    }
}
