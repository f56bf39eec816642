package org.vitrine.exchange.keras;

import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.Layout;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Pooling1D;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.layer.Reshape;
import org.vitrine.graph.shape.Image;

/** Pooling. */
final class WindowMaps {
    private WindowMaps() {}

    static void register(LayerMap map) {
        map.add("MaxPooling1D", site -> overTime(site, PoolingMode.MAX));
        map.add("AveragePooling1D", site -> overTime(site, PoolingMode.AVERAGE));
        map.add("MaxPooling2D", site -> overImages(site, PoolingMode.MAX));
        map.add("AveragePooling2D", site -> overImages(site, PoolingMode.AVERAGE));
        for (String axes : java.util.List.of("1D", "2D")) {
            map.add("GlobalMaxPooling" + axes, site -> global(site, PoolingMode.MAX));
            map.add("GlobalAveragePooling" + axes, site -> global(site, PoolingMode.AVERAGE));
        }
    }

    private static Padding padding(Settings settings) {
        settings.channelsLast();
        settings.only("padding", "same", "valid");
        return settings.text("padding", "valid").equals("same") ? Padding.SAME : Padding.VALID;
    }

    private static Value overTime(Site site, PoolingMode mode) {
        int kernel = site.settings().square("pool_size", 2);
        int stride = site.settings().square("strides", kernel);
        return site.add(new Pooling1D(mode, kernel, stride, padding(site.settings())), site.input());
    }

    private static Value overImages(Site site, PoolingMode mode) {
        int kernel = site.settings().square("pool_size", 2);
        int stride = site.settings().square("strides", kernel);
        return site.add(new Pooling2D(mode, kernel, stride, padding(site.settings())), site.input());
    }

    private static Value global(Site site, PoolingMode mode) {
        site.settings().channelsLast();
        Value input = site.input();
        Value pooled = site.add(new GlobalPooling(mode), input);
        if (!site.settings().flag("keepdims", false)) {
            return pooled;
        }
        int channels = Site.channels(input.shape());
        return site.add(
                "axes",
                new Reshape(input.shape() instanceof Image ? Layout.IMAGE : Layout.SEQUENCE, channels, 1, 1),
                pooled);
    }
}
