package org.vitrine.worker.layers;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Convolution over time with an activation: [batch, features, time] to [batch, filters, windows]. Weights {@code W} are
 * [kernel, features, filters], bias {@code b} one value for each filter. Masked steps count as zeros.
 */
public final class SequenceConvolutionLayer extends WindowedLayer {

    static final String WEIGHT = "W";
    static final String BIAS = "b";

    /** For the JSON reader. */
    public SequenceConvolutionLayer() {
        this(0, 1, 1, 1, true, new ActivationIdentity());
    }

    /**
     * All settings.
     *
     * @param filters output features
     * @param kernel steps under a window
     * @param stride steps between two windows
     * @param dilation distance between the steps under a window
     * @param same whether zeros around the sequence keep its length (at stride 1); otherwise windows stay inside
     * @param activation function of the sums
     */
    public SequenceConvolutionLayer(
            long filters, int kernel, int stride, int dilation, boolean same, IActivation activation) {
        super(kernel, stride, dilation, same);
        setNOut(filters);
        setActivationFn(activation);
    }

    @Override
    List<ParameterShape> parameterShapes() {
        int kernel = window().kernel();
        return List.of(
                new ParameterShape(
                        WEIGHT,
                        ParameterShape.Role.WEIGHT,
                        kernel * getNIn(),
                        kernel * getNOut(),
                        kernel,
                        getNIn(),
                        getNOut()),
                ParameterShape.bias(BIAS, getNOut()));
    }

    @Override
    DeclaredLayerRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
        return new SequenceConvolution(conf, type);
    }
}
