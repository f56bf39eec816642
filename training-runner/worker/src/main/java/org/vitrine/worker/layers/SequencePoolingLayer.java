package org.vitrine.worker.layers;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Maximum or average of each feature over windows of time steps: [batch, features, time] to [batch, features, windows].
 * Padding and masked steps do not count; the average is over the steps that do.
 */
public final class SequencePoolingLayer extends WindowedLayer {

    /** What is kept of a window. */
    public enum Mode {
        MAX,
        AVERAGE
    }

    @JsonProperty
    private Mode mode;

    /** For the JSON reader. */
    public SequencePoolingLayer() {
        this(Mode.MAX, 1, 1, true);
    }

    /**
     * All settings.
     *
     * @param mode what is kept of a window
     * @param kernel steps under a window
     * @param stride steps between two windows
     * @param same whether a window stands at every {@code stride}-th step; otherwise windows stay inside
     */
    public SequencePoolingLayer(Mode mode, int kernel, int stride, boolean same) {
        super(kernel, stride, 1, same);
        this.mode = mode;
    }

    public Mode mode() {
        return mode;
    }

    @Override
    List<ParameterShape> parameterShapes() {
        return List.of();
    }

    @Override
    DeclaredLayerRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
        return new SequencePooling(conf, type);
    }

    @Override
    List<Object> settings() {
        List<Object> settings = new ArrayList<>(super.settings());
        settings.add(mode);
        return settings;
    }
}
