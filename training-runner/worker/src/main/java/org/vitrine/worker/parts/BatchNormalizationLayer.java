package org.vitrine.worker.parts;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Batch normalisation for vectors, images and sequences with masks. Parameters are those of DL4J: gain, offset, running
 * mean and running variance. DL4J's own runtime can not train on sequences, and its backward pass always assumes batch
 * statistics, which makes input gradients of a trained network wrong.
 */
public final class BatchNormalizationLayer extends BatchNormalization {
    private static final long serialVersionUID = 1L;

    /** For the JSON reader. */
    public BatchNormalizationLayer() {}

    /**
     * @param decay weight of the old value in the running averages
     * @param epsilon added to the variance
     */
    public BatchNormalizationLayer(long channels, double decay, double epsilon) {
        setNIn(channels);
        setNOut(channels);
        setDecay(decay);
        setEps(epsilon);
        setUseLogStd(false);
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType networkType) {
        BatchNormalizationRuntime layer = new BatchNormalizationRuntime(conf, networkType);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(initializer().init(conf, parameters, initialise));
        layer.setConf(conf);
        return layer;
    }
}
