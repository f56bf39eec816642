package org.vitrine.worker.layers;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeFeedForward;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeRecurrent;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.InputTypeUtil;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Configuration of a layer of ours: it names its parameters and creates its runtime class, the rest (views, JSON, updaters,
 * input types) is done here.
 *
 * <p>A subclass has a public constructor without arguments, for the JSON reader, and marks its fields with
 * {@code @JsonProperty}. Settings that the graph's global configuration may fill are left unset by that constructor.
 */
public abstract class DeclaredLayer extends FeedForwardLayer {

    protected DeclaredLayer() {
        super(new Unset());
    }

    /** The trainable arrays in the order in which they lie in the flat parameter vector. */
    abstract List<ParameterShape> parameterShapes();

    abstract DeclaredLayerRuntime<?> runtime(NeuralNetConfiguration conf, DataType type);

    /** The settings beyond those of {@link FeedForwardLayer}, for equality. */
    abstract List<Object> settings();

    /** Writes the initial value of one parameter; the default follows its role. */
    void initialise(ParameterShape parameter, INDArray view) {
        switch (parameter.role()) {
            case WEIGHT ->
                getWeightInitFn()
                        .init(
                                (double) parameter.fanIn(),
                                (double) parameter.fanOut(),
                                parameter.shape(),
                                'c',
                                view.reshape(view.length()));
            case BIAS -> view.assign(Double.isNaN(getBiasInit()) ? 0.0 : getBiasInit());
            case GAIN -> view.assign(1.0);
        }
    }

    @Override
    public org.deeplearning4j.nn.api.Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> trainingListeners,
            int layerIndex,
            @Nullable INDArray layerParamsView,
            boolean initializeParams,
            DataType networkDataType) {
        DeclaredLayerRuntime<?> layer = runtime(conf, networkDataType);
        layer.setListeners(trainingListeners);
        layer.setIndex(layerIndex);
        layer.setParamsViewArray(layerParamsView);
        layer.setParamTable(initializer().init(conf, layerParamsView, initializeParams));
        layer.setConf(conf);
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return ParameterViews.INSTANCE;
    }

    /** Sequences stay sequences, vectors stay vectors; the number of features becomes {@code nOut}. */
    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
        if (inputType instanceof InputTypeRecurrent sequence) {
            return InputType.recurrent(getNOut(), sequence.getTimeSeriesLength(), RNNFormat.NCW);
        }
        if (acceptsVectors() && inputType instanceof InputTypeFeedForward) {
            return InputType.feedForward(getNOut());
        }
        throw wrongInput(inputType);
    }

    @Override
    public void setNIn(InputType inputType, boolean override) {
        if (getNIn() <= 0 || override) {
            setNIn(features(inputType));
        }
        if (getNOut() <= 0) {
            setNOut(getNIn());
        }
    }

    private long features(InputType inputType) {
        if (inputType instanceof InputTypeRecurrent sequence && sequence.getFormat() != RNNFormat.NWC) {
            return sequence.getSize();
        }
        if (acceptsVectors() && inputType instanceof InputTypeFeedForward vector) {
            return vector.getSize();
        }
        throw wrongInput(inputType);
    }

    /** Whether a [batch, features] input is as good as a sequence. */
    boolean acceptsVectors() {
        return false;
    }

    final IllegalStateException wrongInput(InputType inputType) {
        return new IllegalStateException(
                "Layer \"" + getLayerName() + "\" (" + getClass().getSimpleName() + ") needs a "
                        + (acceptsVectors() ? "[batch, features] or " : "") + "[batch, features, time] input, but gets "
                        + inputType);
    }

    @Override
    public @Nullable InputPreProcessor getPreProcessorForInputType(InputType inputType) {
        if (inputType instanceof InputTypeFeedForward && acceptsVectors()) {
            return null;
        }
        return InputTypeUtil.getPreprocessorForInputTypeRnnLayers(inputType, RNNFormat.NCW, getLayerName());
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType inputType) {
        InputType output = getOutputType(-1, inputType);
        long parameters = initializer().numParams(this);
        long updaterState = getIUpdater() == null ? 0 : getIUpdater().stateSize(parameters);
        return new LayerMemoryReport.Builder(getLayerName(), getClass(), inputType, output)
                .standardMemory(parameters, updaterState)
                .workingMemory(0, 0, 0, output.arrayElementsPerExample())
                .cacheMemory(0, 0)
                .build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeclaredLayer layer
                && layer.getClass() == getClass()
                && super.equals(other)
                && settings().equals(layer.settings());
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), settings());
    }

    /** A builder whose every setting is unset, so that the global configuration applies. */
    private static final class Unset extends FeedForwardLayer.Builder<Unset> {
        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <E extends org.deeplearning4j.nn.conf.layers.Layer> E build() {
            throw new UnsupportedOperationException("create the layer by its constructor");
        }
    }
}
