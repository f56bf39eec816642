package org.vitrine.worker.layers;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vitrine.worker.kernels.Pointwise;

/**
 * Runtime half of a {@link DeclaredLayer}. A subclass writes {@link #forward} and {@link #backward}; input dropout, casts,
 * the gradient table and workspaces are handled here.
 *
 * <p>What the backward pass needs is kept in arrays from {@link #keep}: they live as long as the activations. Scratch
 * arrays come from {@link #scratch} and die with the call.
 */
abstract class DeclaredLayerRuntime<C extends DeclaredLayer> extends BaseLayer<C> implements SkipsInputGradient {

    private boolean inputGradientSkipped;
    private LayerWorkspaceMgr memory = LayerWorkspaceMgr.noWorkspaces();
    private ArrayType scratchType = ArrayType.FF_WORKING_MEM;

    DeclaredLayerRuntime(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    /** The output for the current input, allocated by {@link #output}. */
    abstract INDArray forward(boolean training, LayerWorkspaceMgr workspaces);

    /**
     * Writes every parameter gradient into {@link #gradient(String)} and returns the gradient at the input, allocated by
     * {@link #inputGradient}, or null if {@link #skipsInputGradient}. The given array must not be changed.
     */
    abstract @Nullable INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces);

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        memory = workspaces;
        scratchType = ArrayType.FF_WORKING_MEM;
        applyDropOutIfNecessary(training, workspaces);
        return forward(training, workspaces);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        memory = workspaces;
        scratchType = ArrayType.BP_WORKING_MEM;
        INDArray atInput = backward(epsilon.castTo(dataType), workspaces);
        if (atInput != null) {
            atInput = backpropDropOutIfPresent(atInput);
        }
        Gradient table = new DefaultGradient();
        gradientViews().forEach((key, view) -> table.gradientForVariable().put(key, view));
        weightNoiseParams.clear();
        return new Pair<>(table, atInput);
    }

    @Override
    public void skipInputGradient(boolean skip) {
        inputGradientSkipped = skip;
    }

    final boolean skipsInputGradient() {
        return inputGradientSkipped;
    }

    private Map<String, INDArray> gradientViews() {
        return gradientViews == null ? new LinkedHashMap<>() : gradientViews;
    }

    /** The current input in the network's data type. */
    final INDArray in() {
        return input.castTo(dataType);
    }

    final INDArray parameter(String key, boolean training, LayerWorkspaceMgr workspaces) {
        return getParamWithNoise(key, training, workspaces);
    }

    final INDArray gradient(String key) {
        INDArray view = gradientViews.get(key);
        if (view == null) {
            throw new IllegalArgumentException("no parameter " + key + " in " + layerId());
        }
        return view;
    }

    final INDArray output(LayerWorkspaceMgr workspaces, long... shape) {
        return workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, shape, 'c');
    }

    final INDArray keep(LayerWorkspaceMgr workspaces, long... shape) {
        return workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, shape, 'c');
    }

    final INDArray inputGradient(LayerWorkspaceMgr workspaces, long... shape) {
        return workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, shape, 'c');
    }

    final INDArray scratch(long... shape) {
        return memory.createUninitialized(scratchType, dataType, shape, 'c');
    }

    /** The layer's activation of {@code sums} into {@code out}; the sums stay. */
    final void activateInto(INDArray sums, INDArray out, boolean training) {
        IActivation function = layerConf().getActivationFn();
        if (Pointwise.serves(function, sums)) {
            Pointwise.forward(function, sums, out);
            return;
        }
        INDArray result = function.getActivation(out.assign(sums), training);
        if (result != out) {
            out.assign(result);
        }
    }

    /** The gradient at the sums from that at the activation; neither array is changed. */
    final INDArray atSums(INDArray sums, INDArray epsilon) {
        IActivation function = layerConf().getActivationFn();
        if (function instanceof ActivationIdentity) {
            return epsilon;
        }
        if (Pointwise.serves(function, sums)) {
            INDArray gradient = scratch(sums.shape());
            Pointwise.gradient(function, sums, epsilon, gradient);
            return gradient;
        }
        // Some activation functions write into both arguments.
        INDArray z = scratch(sums.shape()).assign(sums);
        INDArray e = scratch(sums.shape()).assign(epsilon);
        return function.backprop(z, e).getFirst();
    }

    /** An array that the forward pass kept, or an error if there was none. */
    final INDArray kept(@Nullable INDArray array) {
        if (array == null) {
            throw new IllegalStateException("backward without a forward pass in " + layerId());
        }
        return array;
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }
}
