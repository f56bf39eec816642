package org.vitrine.worker.layers;

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
import org.vitrine.worker.kernels.Recent;

/** Sums of windows times weights, then the activation; ReLU within the convolution where oneDNN serves. */
final class ImageConvolution extends DeclaredLayerRuntime<ImageConvolutionLayer> {

    /** ND4J's names for [batch, channels, height, width] and [filters, channels, kernel, kernel]. */
    private static final int[] LAYOUTS = {0, 1};

    /** By batch size. */
    private final Map<Long, Convolution> convolutions = Recent.byBatchSize();

    /** Before the activation; the output itself where the convolution includes it. */
    private @Nullable INDArray sums;

    ImageConvolution(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray x = Rows.rowMajor(in());
        INDArray weight = parameter(ImageConvolutionLayer.WEIGHT, training, workspaces);
        INDArray bias = bias(training, workspaces);
        Convolution.Geometry geometry = geometry(x);
        INDArray z = output(workspaces, geometry.target());
        sums = z;
        if (!OneDnn.serves(dataType)) {
            convolve("", new INDArray[] {x, asOperand(weight), bias}, z);
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
        long filters = layerConf().getNOut();
        long channels = x.size(1);
        ImageWindow window = layerConf().window();
        long kernel = window.kernel();
        return layerConf().isDepthwise()
                ? window.geometry(x.shape(), filters, channels, filters / channels, 1, kernel, kernel)
                : window.geometry(x.shape(), filters, filters, channels, kernel, kernel);
    }

    /** Zeros where the layer has none. */
    private INDArray bias(boolean training, LayerWorkspaceMgr workspaces) {
        return layerConf().hasBias()
                ? parameter(ImageConvolutionLayer.BIAS, training, workspaces)
                : scratch(layerConf().getNOut()).assign(0);
    }

    /** As ND4J's operations want the weights; depthwise ones are [filters of each channel, channels, kernel, kernel]. */
    private INDArray asOperand(INDArray weight) {
        return layerConf().isDepthwise() ? weight.permute(1, 0, 2, 3) : weight;
    }

    private boolean isFused() {
        return layerConf().getActivationFn() instanceof ActivationReLU;
    }

    private Convolution convolution(Convolution.Geometry geometry) {
        return Objects.requireNonNull(
                convolutions.computeIfAbsent(geometry.source()[0], any -> new Convolution(geometry, isFused())));
    }

    private void convolve(String suffix, INDArray[] inputs, INDArray... outputs) {
        Nd4j.exec(DynamicCustomOp.builder((layerConf().isDepthwise() ? "depthwise_conv2d" : "conv2d") + suffix)
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
        INDArray atBias = layerConf().hasBias()
                ? gradient(ImageConvolutionLayer.BIAS)
                : scratch(layerConf().getNOut());
        INDArray e = Rows.rowMajor(epsilon);
        if (!OneDnn.serves(dataType)) {
            INDArray out = inputGradient(workspaces, x.shape());
            INDArray operand = asOperand(weight);
            INDArray atOperand = scratch(operand.shape());
            convolve("_bp", new INDArray[] {x, operand, bias(true, workspaces), atSums(z, e)}, out, atOperand, atBias);
            asOperand(atWeight).assign(atOperand);
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
