package org.vitrine.exchange.keras;

import java.util.List;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.Average;
import org.vitrine.graph.layer.Bidirectional;
import org.vitrine.graph.layer.Cell;
import org.vitrine.graph.layer.Concatenate;
import org.vitrine.graph.layer.Gru;
import org.vitrine.graph.layer.LastStep;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Lstm;
import org.vitrine.graph.layer.Merge;
import org.vitrine.graph.layer.Multiply;
import org.vitrine.graph.layer.SimpleRnn;
import org.vitrine.graph.layer.Slice;
import org.vitrine.graph.layer.SliceAxis;

/** Recurrent layers. Gates: LSTM i, f, c, o in Keras and i, f, o, c here; GRU z, r, h in Keras and r, z, h here. */
final class RecurrentMaps {
    private static final String FORWARD = "forward";
    private static final String BACKWARD = "backward";

    private RecurrentMaps() {}

    static void register(LayerMap map) {
        map.add("SimpleRNN", RecurrentMaps::oneWay);
        map.add("LSTM", RecurrentMaps::oneWay);
        map.add("GRU", RecurrentMaps::oneWay);
        map.add("Bidirectional", RecurrentMaps::bothWays);
    }

    /** The cell that a layer runs, after all its options were looked at. */
    private static Cell cell(Site site, String type) {
        Settings settings = site.settings();
        for (String off : List.of("go_backwards", "stateful", "return_state", "time_major")) {
            settings.only(off, "false");
        }
        settings.only("recurrent_activation", "sigmoid");
        settings.only("reset_after", "true");
        if (settings.number("dropout", 0) > 0 || settings.number("recurrent_dropout", 0) > 0) {
            site.warn("recurrent.dropout");
        }
        Cell cell =
                switch (type) {
                    case "SimpleRNN" -> Cell.SIMPLE_RNN;
                    case "LSTM" -> Cell.LSTM;
                    case "GRU" -> Cell.GRU;
                    default -> throw site.refuse("bidirectional.cell", type);
                };
        if (cell == Cell.GRU && !settings.isSet("reset_after")) {
            throw site.refuse("gru.old");
        }
        if (cell != Cell.SIMPLE_RNN && Activations.of(site, "activation") != Activation.TANH) {
            throw site.refuse("recurrent.activation", type);
        }
        return cell;
    }

    private static Value oneWay(Site site) {
        Cell cell = cell(site, site.layer().type());
        int units = site.settings().whole("units");
        Value input = site.input();
        LayerSpec spec =
                switch (cell) {
                    case SIMPLE_RNN -> new SimpleRnn(units, Activations.of(site, "activation"));
                    case LSTM -> new Lstm(units);
                    case GRU -> new Gru(units);
                };
        Value all = site.add(spec, input);
        weights(site, all, cell, LayerWeights.WHOLE, "", Site.channels(input.shape()), units);
        return site.settings().flag("return_sequences", false) ? all : site.add("last", new LastStep(), all);
    }

    private static void weights(Site site, Value node, Cell cell, String part, String prefix, int features, int units) {
        int[] gates =
                switch (cell) {
                    case SIMPLE_RNN -> new int[] {0};
                    case LSTM -> new int[] {0, 1, 3, 2};
                    case GRU -> new int[] {1, 0, 2};
                };
        int width = gates.length * units;
        site.weight(node, prefix + "W", () -> Axes.blocks(site.take(part, "kernel", 0, features, width), gates));
        site.weight(node, prefix + "R", () -> Axes.blocks(site.take(part, "recurrent_kernel", 1, units, width), gates));
        if (cell == Cell.GRU) {
            site.weight(node, prefix + "b", () -> bias(site, part, gates, width).row(0));
            site.weight(
                    node, prefix + "rb", () -> bias(site, part, gates, width).row(1));
        } else {
            site.weight(node, prefix + "b", () -> Axes.blocks(site.bias(part, 2, width), gates));
        }
    }

    /** Two rows: on the input and on the recurrent product. */
    private static Tensor bias(Site site, String part, int[] gates, int width) {
        return Axes.blocks(site.bias(part, 2, 2, width), gates);
    }

    private static Value bothWays(Site site) {
        Settings outer = site.settings();
        String type = outer.node("layer").path("class_name").asText("?");
        Site inner = site.wrapped(outer.inner("layer"), type);
        Cell cell = cell(inner, type);
        if (cell == Cell.SIMPLE_RNN && Activations.of(inner, "activation") != Activation.TANH) {
            throw site.refuse("recurrent.activation", type);
        }
        String other = outer.node("backward_layer").path("class_name").asText(type);
        if (!other.equals(type)) {
            throw site.refuse("bidirectional.cell", type + ", " + other);
        }
        Merge merge =
                switch (outer.text("merge_mode", "none")) {
                    case "concat" -> Merge.CONCATENATE;
                    case "sum" -> Merge.ADD;
                    case "ave" -> Merge.AVERAGE;
                    case "mul" -> Merge.MULTIPLY;
                    default -> throw site.refuse("bidirectional.merge", outer.node("merge_mode"));
                };
        int units = inner.settings().whole("units");
        boolean all = inner.settings().flag("return_sequences", false);
        Value input = site.input();
        // The last output of the backward direction stands at the first step, so the two have to be apart for a while.
        Value node = site.add(new Bidirectional(cell, units, all ? merge : Merge.CONCATENATE), input);
        int features = Site.channels(input.shape());
        weights(inner, node, cell, FORWARD, "f", features, units);
        weights(inner, node, cell, BACKWARD, "b", features, units);
        site.adopt(inner);
        return all ? node : ends(site, node, units, merge);
    }

    /** The last output of each direction. */
    private static Value ends(Site site, Value both, int units, Merge merge) {
        Value forward = site.add("forward", new Slice(SliceAxis.FEATURES, 0, units), both);
        Value last = site.add("forward-last", new LastStep(), forward);
        Value backward = site.add("backward", new Slice(SliceAxis.FEATURES, units, units), both);
        Value firstStep = site.add("backward-first", new Slice(SliceAxis.TIME, 0, 1), backward);
        Value first = site.add("backward-last", new LastStep(), firstStep);
        LayerSpec join =
                switch (merge) {
                    case CONCATENATE -> new Concatenate();
                    case ADD -> new Add();
                    case AVERAGE -> new Average();
                    case MULTIPLY -> new Multiply();
                };
        return site.draft().add(site.name() + "-ends", join, List.of(last, first), site.place());
    }
}
