package org.vitrine.app.train.panels;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.curves.Series;
import org.vitrine.runs.watch.WatchRecord;

/** Curves grown from what was watched: norms by layer, units that do not react, load. */
public final class WatchSeries {

    /** What is measured by layer. */
    public enum OfLayers {
        RATIO,
        GRADIENT,
        UPDATE,
        WEIGHT
    }

    /** What is measured of the process. */
    public enum OfProcess {
        PROCESSORS,
        MEMORY,
        SHARE
    }

    private static final double MEGABYTE = 1024 * 1024;

    private final Map<OfLayers, List<Series>> layers = new EnumMap<>(OfLayers.class);
    private final Map<OfProcess, List<Series>> process = new EnumMap<>(OfProcess.class);
    private final List<Series> units = new ArrayList<>();
    private List<Integer> dead = List.of();
    private List<Integer> saturated = List.of();
    private List<String> layerNames = List.of();
    private List<String> unitNames = List.of();

    WatchSeries() {
        for (OfLayers kind : OfLayers.values()) {
            layers.put(kind, new ArrayList<>());
        }
        process.put(OfProcess.PROCESSORS, List.of(series("processors", 0)));
        process.put(
                OfProcess.MEMORY,
                List.of(series("heap", 0), series("native", 1), series("resident", 2), series("gpu", 3)));
        process.put(OfProcess.SHARE, List.of(series("share", 4)));
    }

    private static Series series(String key, int color) {
        return new Series(Texts.get("panel.load.curve." + key), color, false);
    }

    void add(WatchRecord record) {
        if (record instanceof WatchRecord.Began began) {
            begin(began);
        } else if (record instanceof WatchRecord.Norms norms) {
            for (int i = 0; i < Math.min(layerNames.size(), norms.gradient().size()); i++) {
                double weight = norms.weight().get(i);
                append(
                        OfLayers.RATIO,
                        i,
                        norms,
                        weight == 0 ? Double.NaN : norms.update().get(i) / weight);
                append(OfLayers.GRADIENT, i, norms, norms.gradient().get(i));
                append(OfLayers.UPDATE, i, norms, norms.update().get(i));
                append(OfLayers.WEIGHT, i, norms, weight);
            }
        } else if (record instanceof WatchRecord.Units seen) {
            addUnits(seen);
        } else if (record instanceof WatchRecord.Load load) {
            append(OfProcess.PROCESSORS, load, List.of(WatchRecord.Load::processors));
            append(
                    OfProcess.MEMORY,
                    load,
                    List.of(
                            one -> one.heapBytes() / MEGABYTE,
                            one -> one.nativeBytes() / MEGABYTE,
                            one -> one.residentBytes() / MEGABYTE));
            if (load.gpuBytes() > 0) {
                // Without a GPU its curve stays empty, and is not shown.
                append(of(OfProcess.MEMORY).get(3), load.iteration(), load.gpuBytes() / MEGABYTE);
            }
            append(OfProcess.SHARE, load, List.of(WatchRecord.Load::watchingShare));
        }
    }

    private void begin(WatchRecord.Began began) {
        List<String> names =
                began.layers().stream().map(WatchRecord.Layer::node).toList();
        if (!names.equals(layerNames)) {
            layerNames = names;
            layers.values().forEach(List::clear);
            for (List<Series> ofKind : layers.values()) {
                for (int i = 0; i < names.size(); i++) {
                    ofKind.add(new Series(names.get(i), i, false));
                }
            }
        }
        if (!began.tapped().equals(unitNames)) {
            unitNames = began.tapped();
            units.clear();
            dead = List.of();
            saturated = List.of();
        }
    }

    /** Curves for nodes that can be dead or saturated at all, known with the first look. */
    private void addUnits(WatchRecord.Units seen) {
        if (units.isEmpty()) {
            dead = reacting(seen.dead());
            saturated = reacting(seen.saturated());
            dead.forEach(i -> units.add(new Series(Texts.format("panel.units.dead", unitNames.get(i)), i, false)));
            saturated.forEach(
                    i -> units.add(new Series(Texts.format("panel.units.saturated", unitNames.get(i)), i, true)));
        }
        int next = 0;
        for (int i : dead) {
            append(units.get(next++), seen.iteration(), seen.dead().get(i));
        }
        for (int i : saturated) {
            append(units.get(next++), seen.iteration(), seen.saturated().get(i));
        }
    }

    private List<Integer> reacting(List<Double> values) {
        return java.util.stream.IntStream.range(0, Math.min(unitNames.size(), values.size()))
                .filter(i -> !Double.isNaN(values.get(i)))
                .boxed()
                .toList();
    }

    private void append(OfLayers kind, int layer, WatchRecord.Norms norms, double value) {
        append(of(kind).get(layer), norms.iteration(), value);
    }

    private void append(OfProcess kind, WatchRecord.Load load, List<ToDoubleFunction<WatchRecord.Load>> values) {
        for (int i = 0; i < values.size(); i++) {
            append(of(kind).get(i), load.iteration(), values.get(i).applyAsDouble(load));
        }
    }

    private int perEpoch = 1;

    /** How many iterations make an epoch, for charts that count epochs; it may be known later than the first curves. */
    public void countEpochs(int iterations) {
        int counted = Math.max(1, iterations);
        if (counted != perEpoch) {
            perEpoch = counted;
            Stream.concat(Stream.concat(layers.values().stream(), process.values().stream()), Stream.of(units))
                    .flatMap(List::stream)
                    .forEach(series -> series.countEpochs(counted));
        }
    }

    private void append(Series series, int iteration, double value) {
        series.append(iteration, (double) iteration / perEpoch, value);
    }

    /** One curve a layer. */
    public List<Series> of(OfLayers kind) {
        return layers.getOrDefault(kind, List.of());
    }

    public List<Series> of(OfProcess kind) {
        return process.getOrDefault(kind, List.of());
    }

    /** Shares of dead units (whole lines) and of saturated ones (dashed). */
    public List<Series> units() {
        return units;
    }
}
