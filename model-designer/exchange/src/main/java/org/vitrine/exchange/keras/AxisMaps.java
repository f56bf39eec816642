package org.vitrine.exchange.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vitrine.graph.layer.AxisOrder;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.Layout;
import org.vitrine.graph.layer.Permute;
import org.vitrine.graph.layer.Reshape;
import org.vitrine.graph.layer.Slice;
import org.vitrine.graph.layer.SliceAxis;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;

/** Layers that move values. Keras has channels last, the graph has them first. */
final class AxisMaps {
    /** Where the axes of an image stand in Keras: channels, height, width. */
    private static final int[] IN_KERAS = {2, 0, 1};

    private static final int[] FROM_KERAS = {1, 2, 0};

    private AxisMaps() {}

    static void register(LayerMap map) {
        map.add("Flatten", AxisMaps::flatten);
        map.add("Reshape", AxisMaps::reshape);
        map.add("Permute", AxisMaps::permute);
        map.add(
                "Cropping1D",
                site -> cropped(
                        site, 0, site.input(), SliceAxis.TIME, site.settings().node("cropping")));
        map.add("Cropping2D", AxisMaps::cropImage);
    }

    /** The order of the values is remembered: what follows takes its weights in that order. */
    private static Value flatten(Site site) {
        site.settings().channelsLast();
        Value input = site.input();
        if (input.shape() instanceof Flat) {
            return input;
        }
        return site.add(new Flatten(), input).ordered(order(site, input));
    }

    private static Optional<FlatOrder> order(Site site, Value input) {
        try {
            return FlatOrder.of(input.shape());
        } catch (IllegalArgumentException e) {
            throw site.refuse("layer.shape", "Flatten", String.valueOf(e.getMessage()));
        }
    }

    private static Value reshape(Site site) {
        Value input = site.input();
        List<Integer> axes = target(site, input.shape().size());
        Value natural = input.shape() instanceof Flat
                ? site.draft().natural(input, site.place())
                : site.draft().channelsLast(input, site.place());
        if (axes.size() == 1) {
            return natural.shape() instanceof Flat ? natural : site.add(new Flatten(), natural);
        }
        int last = axes.get(axes.size() - 1);
        int first = axes.get(0);
        if (axes.size() == 2) {
            if (first == 1 || last == 1) {
                return site.add(new Reshape(Layout.SEQUENCE, last, first, 1), natural);
            }
            Value turned = site.add("rows", new Reshape(Layout.SEQUENCE, first, last, 1), natural);
            return site.add(new Permute(AxisOrder.REVERSED), turned);
        }
        int middle = axes.get(1);
        if (last == 1 || first * middle == 1) {
            return site.add(new Reshape(Layout.IMAGE, last, first, middle), natural);
        }
        Value turned = site.add("rows", new Reshape(Layout.IMAGE, first, middle, last), natural);
        return site.add(new Permute(AxisOrder.WIDTH_CHANNELS_HEIGHT), turned);
    }

    /** The lengths asked for; one of them may be left open. */
    private static List<Integer> target(Site site, long size) {
        List<Integer> axes = new ArrayList<>();
        long known = 1;
        int open = -1;
        for (JsonNode length : site.settings().node("target_shape")) {
            int value = length.isInt() ? length.intValue() : 0;
            if (value == -1) {
                open = axes.size();
            }
            known *= value == -1 ? 1 : Math.max(0, value);
            axes.add(value);
        }
        if (open >= 0 && known > 0) {
            axes.set(open, (int) (size / known));
            known *= size / known;
        }
        if (axes.isEmpty() || axes.size() > 3 || known != size) {
            throw site.refuse("reshape.target", site.settings().node("target_shape"), size);
        }
        return axes;
    }

    private static Value permute(Site site) {
        Value input = site.input();
        List<Integer> order = new ArrayList<>();
        site.settings().node("dims").forEach(axis -> order.add(axis.asInt() - 1));
        if (input.shape() instanceof Sequence) {
            if (order.equals(List.of(0, 1))) {
                return input;
            }
            return site.add(new Permute(AxisOrder.REVERSED), input);
        }
        List<Integer> sorted = order.stream().sorted().toList();
        if (!(input.shape() instanceof Image) || !sorted.equals(List.of(0, 1, 2))) {
            throw site.refuse("permute.axes", site.settings().node("dims"));
        }
        int[] wanted =
                Arrays.stream(IN_KERAS).map(axis -> FROM_KERAS[order.get(axis)]).toArray();
        if (Arrays.equals(wanted, new int[] {0, 1, 2})) {
            return input;
        }
        AxisOrder found = Arrays.stream(AxisOrder.values())
                .filter(each -> Arrays.equals(each.imageAxes(), wanted))
                .findFirst()
                .orElseThrow();
        return site.add(new Permute(found), input);
    }

    private static Value cropImage(Site site) {
        site.settings().channelsLast();
        JsonNode cropping = site.settings().node("cropping");
        JsonNode rows = cropping.isArray() ? cropping.path(0) : cropping;
        JsonNode columns = cropping.isArray() ? cropping.path(1) : cropping;
        return cropped(site, 1, cropped(site, 0, site.input(), SliceAxis.HEIGHT, rows), SliceAxis.WIDTH, columns);
    }

    private static Value cropped(Site site, int number, Value input, SliceAxis axis, JsonNode sides) {
        int before = (sides.isArray() ? sides.path(0) : sides).asInt(-1);
        int after = (sides.isArray() ? sides.path(1) : sides).asInt(-1);
        if (before < 0 || after < 0) {
            throw site.refuse("setting.whole", "cropping", sides);
        }
        if (before + after == 0) {
            return input;
        }
        long available;
        try {
            available = new Slice(axis, 0, 1).available(input.shape());
        } catch (org.vitrine.graph.layer.ShapeException e) {
            throw site.refuse("layer.shape", "Slice", e.getMessage());
        }
        long length = available - before - after;
        if (length < 1) {
            throw site.refuse("crop.all", available, before, after);
        }
        return site.add(number == 0 ? "rows" : "columns", new Slice(axis, before, (int) length), input);
    }
}
