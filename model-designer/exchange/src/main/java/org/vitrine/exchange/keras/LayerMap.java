package org.vitrine.exchange.keras;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What becomes of each layer of Keras. */
final class LayerMap {
    /** Adds the nodes of a layer and gives the output. */
    @FunctionalInterface
    interface Mapping {
        Value map(Site site);
    }

    private final Map<String, Mapping> mappings = new HashMap<>();

    private LayerMap() {}

    static LayerMap standard() {
        LayerMap map = new LayerMap();
        DenseMaps.register(map);
        ConvolutionMaps.register(map);
        WindowMaps.register(map);
        AxisMaps.register(map);
        NormalizationMaps.register(map);
        RecurrentMaps.register(map);
        SequenceMaps.register(map);
        return map;
    }

    void add(String type, Mapping mapping) {
        mappings.put(type, mapping);
    }

    Optional<Mapping> of(String type) {
        return Optional.ofNullable(mappings.get(type));
    }
}
