package org.vitrine.worker.layers;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Maximum or average of each channel under a window; padding does not count. */
public final class ImagePoolingLayer extends ImageLayer {

    @JsonProperty
    private boolean maximum;

    /** For the JSON reader. */
    public ImagePoolingLayer() {
        this(true, 1, 1, true);
    }

    /**
     * All settings.
     *
     * @param maximum or else the average
     * @param kernel rows and columns under a window
     * @param stride distance of two windows
     * @param same whether padding gives an output for each {@code stride} cells; otherwise windows stay inside
     */
    public ImagePoolingLayer(boolean maximum, int kernel, int stride, boolean same) {
        super(new ImageWindow(kernel, stride, 1, same));
        this.maximum = maximum;
    }

    boolean isMaximum() {
        return maximum;
    }

    @Override
    List<ParameterShape> parameterShapes() {
        return List.of();
    }

    @Override
    DeclaredLayerRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
        return new ImagePooling(conf, type);
    }

    @Override
    List<Object> settings() {
        return List.of(window(), maximum);
    }
}
