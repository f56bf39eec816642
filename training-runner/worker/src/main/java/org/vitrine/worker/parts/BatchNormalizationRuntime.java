package org.vitrine.worker.parts;

import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.BETA;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GAMMA;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_MEAN;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_VAR;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Broadcast;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.vitrine.worker.layers.CouplesExamples;

/**
 * y = γ (x - μ) / √(σ² + ε) + β for each channel. All inputs are seen as [batch, channels, positions] or, where they lie so
 * in memory, as rows of channels. Masked steps take no part in μ and σ² and stay zero.
 */
final class BatchNormalizationRuntime extends BaseLayer<BatchNormalizationLayer> implements CouplesExamples {
    private @Nullable INDArray normalised;
    private @Nullable INDArray inverseDeviation;
    private @Nullable INDArray batchMean;
    private @Nullable INDArray batchVariance;
    private @Nullable INDArray weights;
    private double count;

    BatchNormalizationRuntime(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        INDArray x = inMemory(input.castTo(dataType));
        INDArray out = workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, x.shape(), 'c');
        if (training) {
            normalise(x, out, workspaces);
        } else {
            normalised = null;
            INDArray scale = runningScale();
            INDArray shift = getParam(BETA).sub(getParam(GLOBAL_MEAN).mul(scale));
            Broadcast.mul(x, scale, out, channelAxis(x));
            Broadcast.add(out, shift, out, channelAxis(x));
            INDArray mask = weights(x);
            if (mask != null) {
                multiplyByWeights(out, mask);
            }
        }
        return inMemory(out);
    }

    private INDArray runningScale() {
        return getParam(GAMMA).div(runningDeviation());
    }

    private INDArray runningDeviation() {
        return Transforms.sqrt(getParam(GLOBAL_VAR).add(layerConf().getEps()), false);
    }

    private void normalise(INDArray x, INDArray out, LayerWorkspaceMgr workspaces) {
        int axis = channelAxis(x);
        INDArray kept = workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, x.shape(), 'c');
        weights = keep(workspaces, weights(x));
        count = weights == null
                ? (double) x.length() / channels()
                : weights.sumNumber().doubleValue();
        kept.assign(x);
        INDArray mean = channelSums(weighted(kept)).divi(count);
        Broadcast.sub(kept, mean, kept, axis);
        if (weights != null) {
            multiplyByWeights(kept, weights);
        }
        INDArray variance = channelSums(kept.mul(kept)).divi(count);
        INDArray inverse =
                Transforms.sqrt(variance.add(layerConf().getEps()), false).rdivi(1.0);
        Broadcast.mul(kept, inverse, kept, axis);
        Broadcast.mul(kept, getParam(GAMMA), out, axis);
        Broadcast.add(out, getParam(BETA), out, axis);
        if (weights != null) {
            multiplyByWeights(out, weights);
        }
        normalised = kept;
        inverseDeviation = keep(workspaces, inverse);
        batchMean = keep(workspaces, mean);
        batchVariance = keep(workspaces, variance);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        INDArray given = inMemory(epsilon.castTo(dataType));
        int axis = channelAxis(given);
        INDArray e = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, given.shape(), 'c');
        e.assign(given);
        if (normalised == null || inverseDeviation == null) {
            INDArray mask = weights(e);
            if (mask != null) {
                multiplyByWeights(e, mask);
            }
            INDArray centred = inMemory(input.castTo(dataType)).dup('c');
            Broadcast.sub(centred, getParam(GLOBAL_MEAN), centred, axis);
            gradientViews.values().forEach(view -> view.assign(0));
            view(BETA).assign(channelSums(e));
            view(GAMMA).assign(channelSums(centred.muli(e)).divi(runningDeviation()));
            Broadcast.mul(e, runningScale(), e, axis);
        } else {
            if (weights != null) {
                multiplyByWeights(e, weights);
            }
            INDArray atOffset = channelSums(e);
            INDArray atGain = channelSums(e.mul(normalised));
            view(BETA).assign(atOffset);
            view(GAMMA).assign(atGain);
            INDArray correction = normalised.dup('c');
            Broadcast.mul(correction, atGain.div(count), correction, axis);
            Broadcast.add(correction, atOffset.div(count), correction, axis);
            e.subi(correction);
            if (weights != null) {
                multiplyByWeights(e, weights);
            }
            Broadcast.mul(e, inverseDeviation.mul(getParam(GAMMA)), e, axis);
            moveAverage(GLOBAL_MEAN, batchMean);
            moveAverage(GLOBAL_VAR, batchVariance);
        }
        Gradient table = new DefaultGradient();
        gradientViews.forEach((key, view) -> table.gradientForVariable().put(key, view));
        return new Pair<>(table, inMemory(e));
    }

    /** DL4J takes "gradients" of running averages off them as they are: (1 - decay) (running - batch). */
    private void moveAverage(String key, @Nullable INDArray batch) {
        if (batch != null) {
            view(key).assign(getParam(key).sub(batch).muli(1 - layerConf().getDecay()));
        }
    }

    private INDArray view(String key) {
        return Objects.requireNonNull(gradientViews.get(key));
    }

    private long channels() {
        return layerConf().getNOut();
    }

    /** Sequences as [batch, time, channels], all else as it is. Its own inverse. */
    private static INDArray inMemory(INDArray array) {
        return array.rank() == 3 ? array.permute(0, 2, 1) : array;
    }

    private static int channelAxis(INDArray memory) {
        return memory.rank() == 3 ? 2 : 1;
    }

    private static INDArray channelSums(INDArray memory) {
        return switch (memory.rank()) {
            case 2 -> memory.sum(0);
            case 3 -> memory.sum(0, 1);
            default -> memory.sum(0, 2, 3);
        };
    }

    private INDArray weighted(INDArray memory) {
        if (weights == null) {
            return memory;
        }
        INDArray copy = memory.dup('c');
        multiplyByWeights(copy, weights);
        return copy;
    }

    /** The mask [batch, time] of a sequence, or null. */
    private @Nullable INDArray weights(INDArray memory) {
        return memory.rank() == 3 && maskArray != null ? maskArray.castTo(dataType) : null;
    }

    private static void multiplyByWeights(INDArray memory, INDArray mask) {
        Broadcast.mul(memory, mask, memory, 0, 1);
    }

    private static @Nullable INDArray keep(LayerWorkspaceMgr workspaces, @Nullable INDArray array) {
        return array == null ? null : workspaces.dup(ArrayType.ACTIVATIONS, array);
    }

    @Override
    public void clear() {
        super.clear();
        normalised = null;
        inverseDeviation = null;
        batchMean = null;
        batchVariance = null;
        weights = null;
    }

    /** Changes of the running averages are no gradients. */
    @Override
    public boolean updaterDivideByMinibatch(String key) {
        return key.equals(GAMMA) || key.equals(BETA);
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }
}
