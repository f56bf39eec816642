package org.vitrine.app.explain.inside;

import java.util.List;
import java.util.Optional;
import org.vitrine.app.shared.DataUnits;
import org.vitrine.arithmetic.Cell;
import org.vitrine.charts.render.Raster;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Tensor;
import org.vitrine.editor.model.GraphState;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.model.Node;

/**
 * A model that is laid open.
 *
 * @param graph flat, with all layers in their places
 */
public record Opened(Inspector inspector, GraphState graph, Dataset dataset) {

    /**
     * What a number of the network is in the data.
     *
     * @param name of the column or target; empty if it has none
     * @param value in the units of the data as they came
     */
    public record Meaning(String name, double value) {}

    /** The coloured picture that a layer's values are; empty if they are no input, or grey. */
    Optional<Raster> picture(Node layer, Tensor values) {
        boolean coloured = layer.layer().family() == Family.INPUT
                && dataset.presentation() instanceof Presentation.Picture
                && values.shape().length == 3
                && values.shape()[0] == 3;
        return coloured ? dataset.presentation().image(values).map(Raster::of) : Optional.empty();
    }

    /** What a value that enters or leaves the network is in the data; empty if it is not scaled, or stands for nothing there. */
    Optional<Meaning> meaning(Node layer, Tensor values, Cell cell) {
        int count = values.shape()[0];
        int at = cell.axis(0);
        double value = values.values()[cell.place(values.shape())];
        if (layer.layer().family() == Family.OUTPUT) {
            var predicted = DataUnits.output(dataset, count, at, value);
            return predicted.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Meaning(name(dataset.targetNames(), count, at), predicted.getAsDouble()));
        }
        Presentation shown = dataset.presentation();
        List<String> columns = shown instanceof Presentation.Series series ? series.columns() : shown.columnNames();
        return layer.layer().family() == Family.INPUT && DataUnits.isScaled(shown) && columns.size() == count
                ? Optional.of(new Meaning(columns.get(at), DataUnits.input(shown, at, value)))
                : Optional.empty();
    }

    private static String name(List<String> names, int count, int at) {
        return names.size() == count ? names.get(at) : "";
    }
}
