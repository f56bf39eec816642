package org.vitrine.exchange.keras;

import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.GroupNormalization;
import org.vitrine.graph.layer.LayerNormalization;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.RmsNormalization;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;

/** Normalisation. Values of a flattened image have gain and offset in its order. */
final class NormalizationMaps {
    private NormalizationMaps() {}

    static void register(LayerMap map) {
        map.add("BatchNormalization", NormalizationMaps::batch);
        map.add("LayerNormalization", NormalizationMaps::layer);
        map.add("RMSNormalization", NormalizationMaps::rms);
        map.add("GroupNormalization", NormalizationMaps::group);
    }

    /** Only the axis of the channels, the last one. */
    private static void lastAxis(Site site, Value input) {
        int axes = input.shape() instanceof Image ? 3 : input.shape() instanceof Sequence ? 2 : 1;
        site.settings().only("axis", "-1", "[-1]", Integer.toString(axes), "[" + axes + "]");
    }

    private static Value batch(Site site) {
        Settings settings = site.settings();
        Value input = site.input();
        lastAxis(site, input);
        settings.only("renorm", "false");
        int channels = Site.channels(input.shape());
        boolean scale = settings.flag("scale", true);
        boolean center = settings.flag("center", true);
        Value node = site.add(
                new BatchNormalization(settings.number("momentum", 0.99), settings.number("epsilon", 1e-3)), input);
        int number = 0;
        number = vector(site, node, input, "gamma", scale, number, "gamma", 1, channels);
        number = vector(site, node, input, "beta", center, number, "beta", 0, channels);
        number = vector(site, node, input, "mean", true, number, "moving_mean", 0, channels);
        vector(site, node, input, "var", true, number, "moving_variance", 1, channels);
        return node.ordered(input.order());
    }

    /** One vector; the number of the next one in the file. */
    private static int vector(
            Site site,
            Value node,
            Value input,
            String parameter,
            boolean there,
            int number,
            String role,
            float otherwise,
            int length) {
        site.weight(node, parameter, () -> {
            Tensor vector =
                    there ? site.take(LayerWeights.WHOLE, role, number, length) : Axes.filled(otherwise, length);
            return input.rows(vector);
        });
        return there ? number + 1 : number;
    }

    private static Value gains(Site site, Value input, LayerSpec spec, boolean offset) {
        int features = Site.channels(input.shape());
        Value node = site.add(spec, input);
        int number = vector(site, node, input, "g", site.settings().flag("scale", true), 0, "gamma|scale", 1, features);
        if (offset) {
            vector(site, node, input, "b", site.settings().flag("center", true), number, "beta", 0, features);
        }
        return node.ordered(input.order());
    }

    private static Value layer(Site site) {
        Value input = site.input();
        lastAxis(site, input);
        site.settings().only("rms_scaling", "false");
        return gains(site, input, new LayerNormalization(site.settings().number("epsilon", 1e-3)), true);
    }

    private static Value rms(Site site) {
        Value input = site.input();
        lastAxis(site, input);
        return gains(site, input, new RmsNormalization(site.settings().number("epsilon", 1e-6)), false);
    }

    private static Value group(Site site) {
        Value given = site.input();
        lastAxis(site, given);
        int groups = site.settings().node("groups").asInt(32) == -1
                ? Site.channels(given.shape())
                : site.settings().whole("groups");
        // Groups of a flattened image are groups of neighbours in Keras.
        Value input = groups == 1 ? given : site.draft().natural(given, site.place());
        return gains(site, input, new GroupNormalization(groups, site.settings().number("epsilon", 1e-3)), true);
    }
}
