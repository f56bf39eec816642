package org.vitrine.worker.layers;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Convolution of images with an activation: [batch, channels, height, width] to [batch, filters, ...]. Weights {@code W} are
 * [filters, channels, kernel, kernel], bias {@code b} one value for each filter.
 */
public final class ImageConvolutionLayer extends ImageLayer {

    static final String WEIGHT = "W";
    static final String BIAS = "b";

    @JsonProperty
    private boolean depthwise;

    @JsonProperty
    private boolean withBias = true;

    /** For the JSON reader. */
    public ImageConvolutionLayer() {
        this(0, 1, 1, 1, true, new ActivationIdentity());
    }

    /**
     * All settings.
     *
     * @param filters channels of the output
     * @param kernel rows and columns under a window
     * @param stride distance of two windows
     * @param dilation distance of the cells under a window
     * @param same whether padding keeps the size of the image (at stride 1); otherwise windows stay inside
     * @param activation function of the sums
     */
    public ImageConvolutionLayer(
            long filters, int kernel, int stride, int dilation, boolean same, IActivation activation) {
        super(new ImageWindow(kernel, stride, dilation, same));
        setNOut(filters);
        setActivationFn(activation);
    }

    /** Gives each channel filters of its own, which see nothing but it: weights are [channels, filters / channels, ...]. */
    public ImageConvolutionLayer depthwise() {
        depthwise = true;
        return this;
    }

    /** Leaves the bias out. */
    public ImageConvolutionLayer withoutBias() {
        withBias = false;
        return this;
    }

    boolean isDepthwise() {
        return depthwise;
    }

    boolean hasBias() {
        return withBias;
    }

    @Override
    List<ParameterShape> parameterShapes() {
        long kernel = window().kernel();
        long cells = kernel * kernel;
        long rows = depthwise ? getNIn() : getNOut();
        long columns = depthwise ? getNOut() / getNIn() : getNIn();
        ParameterShape weight = new ParameterShape(
                WEIGHT,
                ParameterShape.Role.WEIGHT,
                (depthwise ? 1 : columns) * cells,
                (depthwise ? columns : rows) * cells,
                rows,
                columns,
                kernel,
                kernel);
        return withBias ? List.of(weight, ParameterShape.bias(BIAS, getNOut())) : List.of(weight);
    }

    @Override
    List<Object> settings() {
        return List.of(window(), depthwise, withBias);
    }

    @Override
    DeclaredLayerRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
        return new ImageConvolution(conf, type);
    }
}
