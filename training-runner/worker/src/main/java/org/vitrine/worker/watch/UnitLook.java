package org.vitrine.worker.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;
import org.vitrine.runs.RunException;
import org.vitrine.runs.watch.WatchRecord;
import org.vitrine.runs.watch.WatchWriter;
import org.vitrine.worker.network.Network;

/**
 * How activations are spread, and which units do not react, over the same examples each time. A unit is a channel of an image or a
 * sequence, or one value; it is dead if it is zero wherever it is looked at, and saturated if it is everywhere within a hundredth
 * of an end of its range.
 */
final class UnitLook {
    private static final int SAMPLES = 8192;
    private static final double MARGIN = 0.01;

    private final WatchWriter writer;
    private final Network network;
    private final Batch examples;
    private final List<String> taps;
    private final List<Optional<Activation>> activations;

    UnitLook(WatchWriter writer, Network network, Taps taps, Batch examples) {
        this.writer = writer;
        this.network = network;
        this.examples = examples;
        this.taps = taps.units();
        activations = this.taps.stream().map(taps::activation).toList();
    }

    List<String> taps() {
        return taps;
    }

    void look(int iteration) throws RunException {
        if (taps.isEmpty()) {
            return;
        }
        List<Tensor> values =
                network.look(examples.inputs(), examples.mask(), taps).taps();
        List<Histogram> histograms = new ArrayList<>();
        List<Double> dead = new ArrayList<>();
        List<Double> saturated = new ArrayList<>();
        for (int i = 0; i < taps.size(); i++) {
            Tensor activated = values.get(i);
            histograms.add(Histogram.of(some(activated.values())));
            Optional<Activation> activation = activations.get(i);
            dead.add(activation.filter(Activation.RELU::equals).isPresent() ? dead(activated) : Double.NaN);
            saturated.add(activation
                    .filter(any -> any == Activation.TANH || any == Activation.SIGMOID)
                    .map(any -> saturated(activated, any))
                    .orElse(Double.NaN));
        }
        LayerLook.write(writer, iteration, WatchRecord.Spread.ACTIVATION, histograms);
        writer.write(new WatchRecord.Units(iteration, dead, saturated));
    }

    private static float[] some(float[] values) {
        if (values.length <= SAMPLES) {
            return values;
        }
        float[] some = new float[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            some[i] = values[(int) ((long) i * values.length / SAMPLES)];
        }
        return some;
    }

    static double dead(Tensor activations) {
        return share(activations, value -> value == 0);
    }

    static double saturated(Tensor activations, Activation activation) {
        return activation == Activation.TANH
                ? share(activations, value -> Math.abs(value) > 1 - MARGIN)
                : share(activations, value -> value < MARGIN || value > 1 - MARGIN);
    }

    private interface Condition {
        boolean holds(float value);
    }

    /** The share of units for which the condition holds everywhere: activations [n, units, ...]. */
    private static double share(Tensor activations, Condition condition) {
        int examples = activations.shape()[0];
        int units = activations.shape()[1];
        int places = activations.size() / Math.max(1, examples * units);
        float[] values = activations.values();
        int count = 0;
        for (int unit = 0; unit < units; unit++) {
            boolean holds = true;
            for (int example = 0; holds && example < examples; example++) {
                int from = (example * units + unit) * places;
                for (int i = from; holds && i < from + places; i++) {
                    holds = condition.holds(values[i]);
                }
            }
            count += holds ? 1 : 0;
        }
        return (double) count / units;
    }
}
