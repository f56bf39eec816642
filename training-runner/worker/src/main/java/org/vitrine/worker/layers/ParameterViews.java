package org.vitrine.worker.layers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.vitrine.worker.layers.ParameterShape.Role;

/** Cuts DL4J's flat parameter and gradient vectors into the arrays that a {@link DeclaredLayer} names. */
final class ParameterViews implements ParamInitializer {

    static final ParameterViews INSTANCE = new ParameterViews();

    private ParameterViews() {}

    private static DeclaredLayer declared(Layer layer) {
        return (DeclaredLayer) layer;
    }

    @Override
    public long numParams(NeuralNetConfiguration conf) {
        return numParams(conf.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        return declared(layer).parameterShapes().stream()
                .mapToLong(ParameterShape::length)
                .sum();
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        List<String> keys = new ArrayList<>(weightKeys(layer));
        keys.addAll(biasKeys(layer));
        return keys;
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return keys(layer, true);
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return keys(layer, false);
    }

    private static List<String> keys(Layer layer, boolean weights) {
        return declared(layer).parameterShapes().stream()
                .filter(p -> (p.role() == Role.WEIGHT) == weights)
                .map(ParameterShape::key)
                .toList();
    }

    @Override
    public boolean isWeightParam(Layer layer, String key) {
        return weightKeys(layer).contains(key);
    }

    @Override
    public boolean isBiasParam(Layer layer, String key) {
        return biasKeys(layer).contains(key);
    }

    @Override
    public Map<String, INDArray> init(
            NeuralNetConfiguration conf, @Nullable INDArray paramsView, boolean initializeParams) {
        DeclaredLayer layer = declared(conf.getLayer());
        Map<String, INDArray> views = cut(layer, paramsView);
        for (ParameterShape parameter : layer.parameterShapes()) {
            conf.addVariable(parameter.key());
            if (initializeParams) {
                INDArray view = views.get(parameter.key());
                if (view != null) {
                    layer.initialise(parameter, view);
                }
            }
        }
        return views;
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration conf, INDArray gradientView) {
        return cut(declared(conf.getLayer()), gradientView);
    }

    /** @param flat null where the layer has no parameters */
    private static Map<String, INDArray> cut(DeclaredLayer layer, @Nullable INDArray flat) {
        if (flat == null) {
            return new LinkedHashMap<>();
        }
        INDArray vector = flat.reshape(flat.length());
        Map<String, INDArray> views = new LinkedHashMap<>();
        long offset = 0;
        for (ParameterShape parameter : layer.parameterShapes()) {
            INDArray part = vector.get(NDArrayIndex.interval(offset, offset + parameter.length()));
            views.put(parameter.key(), part.reshape('c', parameter.shape()));
            offset += parameter.length();
        }
        return views;
    }
}
