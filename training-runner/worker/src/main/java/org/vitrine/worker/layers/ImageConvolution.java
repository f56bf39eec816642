package org.vitrine.worker.layers;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.worker.kernels.Convolution;
import org.vitrine.worker.kernels.Memory;
import org.vitrine.worker.kernels.OneDnn;

/** Sums of windows times weights, then the activation; ReLU within the convolution where oneDNN serves. */
final class ImageConvolution extends DeclaredLayerRuntime<ImageConvolutionLayer> {

    /** ND4J's names for [batch, channels, height, width] and [filters, channels, kernel, kernel]. */
    private static final int[] LAYOUTS = {0, 1};

    /** By batch size. */
    private final Map<Long, Convolution> convolutions = new HashMap<>();

    /** Before the activation; the output itself where the convolution includes it. */
    private @Nullable INDArray sums;

    ImageConvolution(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray x = Rows.rowMajor(in());
        INDArray weight = parameter(ImageConvolutionLayer.WEIGHT, training, workspaces);
        INDArray bias = parameter(ImageConvolutionLayer.BIAS, training, workspaces);
        Convolution.Geometry geometry = geometry(x);
        INDArray z = output(workspaces, geometry.target());
        sums = z;
        if (!OneDnn.serves(dataType)) {
            convolve("conv2d", new INDArray[] {x, weight, bias}, z);
            return activated(z, training, workspaces);
        }
        convolution(geometry).forward(Memory.of(x), Memory.of(weight), Memory.of(bias), Memory.of(z));
        return isFused() ? z : activated(z, training, workspaces);
    }

    private INDArray activated(INDArray z, boolean training, LayerWorkspaceMgr workspaces) {
        INDArray out = output(workspaces, z.shape());
        activateInto(z, out, training);
        return out;
    }

    private Convolution.Geometry geometry(INDArray x) {
        long kernel = layerConf().window().kernel();
        return layerConf()
                .window()
                .geometry(x.shape(), layerConf().getNOut(), layerConf().getNOut(), x.size(1), kernel, kernel);
    }

    private boolean isFused() {
        return layerConf().getActivationFn() instanceof ActivationReLU;
    }

    private Convolution convolution(Convolution.Geometry geometry) {
        return Objects.requireNonNull(
                convolutions.computeIfAbsent(geometry.source()[0], any -> new Convolution(geometry, isFused())));
    }

    private void convolve(String name, INDArray[] inputs, INDArray... outputs) {
        Nd4j.exec(DynamicCustomOp.builder(name)
                .addInputs(inputs)
                .addOutputs(outputs)
                .addIntegerArguments(layerConf().window().arguments(LAYOUTS))
                .build());
    }

    @Override
    @Nullable
    INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray x = Rows.rowMajor(in());
        INDArray z = kept(sums);
        INDArray weight = parameter(ImageConvolutionLayer.WEIGHT, true, workspaces);
        INDArray atWeight = gradient(ImageConvolutionLayer.WEIGHT);
        INDArray atBias = gradient(ImageConvolutionLayer.BIAS);
        INDArray e = Rows.rowMajor(epsilon);
        if (!OneDnn.serves(dataType)) {
            INDArray out = inputGradient(workspaces, x.shape());
            INDArray bias = parameter(ImageConvolutionLayer.BIAS, true, workspaces);
            convolve("conv2d_bp", new INDArray[] {x, weight, bias, atSums(z, e)}, out, atWeight, atBias);
            return out;
        }
        INDArray atSums = isFused() ? e : atSums(z, e);
        INDArray out = skipsInputGradient() ? null : inputGradient(workspaces, x.shape());
        Pointer atInput = out == null ? null : Memory.of(out);
        convolution(geometry(x))
                .backward(
                        Memory.of(x),
                        Memory.of(weight),
                        Memory.of(z),
                        Memory.of(atSums),
                        Memory.of(atWeight),
                        Memory.of(atBias),
                        atInput);
        return out;
    }

    @Override
    public void clear() {
        super.clear();
        sums = null;
    }
}
