package org.vitrine.app.design.forecast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vitrine.datasets.Dataset;
import org.vitrine.graph.cost.GraphCost;
import org.vitrine.graph.cost.LayerCost;
import org.vitrine.graph.cost.Outline;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.SpecTexts;
import org.vitrine.runs.event.RunEvent.Calibrated;
import org.vitrine.runs.event.RunEvent.LayerTime;
import org.vitrine.runs.forecast.Forecast;
import org.vitrine.runs.forecast.Forecast.DataSize;

/**
 * All that the panel shows of a document.
 *
 * @param forecast measured, or roughly estimated; empty while the data or the shapes are not known
 * @param stepSeconds of the iteration that the rows' times are parts of, if they were measured
 * @param timesFrom the id of the run that was timed; empty for a calibration, or if nothing was
 */
public record Analysis(
        List<AnalysisRow> rows,
        GraphCost total,
        Optional<Forecast> forecast,
        OptionalDouble stepSeconds,
        Optional<String> timesFrom) {
    static final Analysis NONE =
            new Analysis(List.of(), GraphCost.NONE, Optional.empty(), OptionalDouble.empty(), Optional.empty());

    public Analysis {
        rows = List.copyOf(rows);
    }

    /** Times of layers, and of the whole iteration. */
    public record Times(List<LayerTime> layers, double stepSeconds, Optional<String> run) {}

    /**
     * Puts together what is known.
     *
     * @param block whose body is shown; empty for the document itself
     * @param times of the latest run of this graph; without them those of the calibration count
     */
    public static Analysis of(
            GraphDocument document,
            Optional<NodeId> block,
            Dataset data,
            Optional<Calibrated> calibrated,
            Optional<Times> times,
            int threads) {
        Outline outline = Outline.of(document, data.spec(), block);
        GraphDocument shown = block.map(document::inside).orElse(document);
        Optional<Times> known = times.or(
                () -> calibrated.map(found -> new Times(found.layers(), found.stepSeconds(), Optional.empty())));
        Map<NodeId, Double> seconds = new HashMap<>();
        for (LayerTime layer : known.map(Times::layers).orElse(List.of())) {
            NodeId place = outline.places().get(new NodeId(layer.node()));
            if (place != null) {
                seconds.merge(place, layer.seconds(), Double::sum);
            }
        }
        List<AnalysisRow> rows = new ArrayList<>();
        for (LayerCost cost : outline.nodes().layers()) {
            Double found = seconds.get(cost.node());
            rows.add(new AnalysisRow(
                    cost,
                    title(shown, cost.node()),
                    found == null ? OptionalDouble.empty() : OptionalDouble.of(found)));
        }
        DataSize size = new DataSize(
                data.train().size(),
                data.validation().size(),
                data.test().size(),
                data.spec().input().size());
        int epochs = document.training().epochs();
        Optional<Forecast> forecast = calibrated
                .map(found -> Forecast.measured(found, epochs))
                .or(() -> rows.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Forecast.estimated(outline.flat(), size, document.training(), threads)));
        return new Analysis(
                rows,
                outline.flat(),
                forecast,
                known.map(found -> OptionalDouble.of(found.stepSeconds())).orElse(OptionalDouble.empty()),
                known.flatMap(Times::run));
    }

    private static String title(GraphDocument document, NodeId id) {
        return document.graph().node(id).map(Node::layer).map(SpecTexts::title).orElse("");
    }

    /** The nodes' costs and times, in topological order. */
    public Map<LayerCost, OptionalDouble> layers() {
        Map<LayerCost, OptionalDouble> layers = new LinkedHashMap<>();
        rows.forEach(row -> layers.put(row.cost(), row.seconds()));
        return layers;
    }

    /** A value's share of the sum over all nodes, 0 if there is none. */
    public double share(Quantity quantity, AnalysisRow row) {
        double sum = rows.stream().mapToDouble(quantity::of).sum();
        return sum <= 0 ? 0 : quantity.of(row) / sum;
    }

    /** The largest value of any node. */
    double most(Quantity quantity) {
        return rows.stream().mapToDouble(quantity::of).max().orElse(0);
    }
}
