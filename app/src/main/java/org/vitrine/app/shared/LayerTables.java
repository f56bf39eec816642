package org.vitrine.app.shared;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.charts.activations.LayersFigure;
import org.vitrine.charts.panel.Table;

/** All values that leave layers. */
public final class LayerTables {
    private LayerTables() {}

    /** Row by row, with the places from 0. */
    public static Table of(List<LayersFigure.Layer> layers) {
        List<int[]> places = new ArrayList<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            for (int i = 0; i < layers.get(layer).values().size(); i++) {
                places.add(new int[] {layer, i});
            }
        }
        return new Table(
                List.of(Texts.get("live.layer"), Texts.get("live.place"), Texts.get("live.value")),
                places.size(),
                (row, column) -> {
                    LayersFigure.Layer layer = layers.get(places.get(row)[0]);
                    int place = places.get(row)[1];
                    return switch (column) {
                        case 0 -> layer.name();
                        case 1 -> place;
                        default -> layer.values().values()[place];
                    };
                });
    }
}
