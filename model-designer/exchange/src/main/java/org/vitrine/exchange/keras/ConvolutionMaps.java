package org.vitrine.exchange.keras;

import java.util.Optional;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.DepthwiseConvolution2D;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.SeparableConvolution2D;
import org.vitrine.graph.layer.TransposedConvolution2D;
import org.vitrine.graph.shape.Image;

/** Convolutions. Kernels are [height, width, in, out] in Keras and [out, in, height, width] here. */
final class ConvolutionMaps {
    private ConvolutionMaps() {}

    static void register(LayerMap map) {
        map.add("Conv1D", ConvolutionMaps::overTime);
        map.add("Conv2D", ConvolutionMaps::overImages);
        map.add("DepthwiseConv2D", ConvolutionMaps::depthwise);
        map.add("SeparableConv2D", ConvolutionMaps::separable);
        map.add("Conv2DTranspose", ConvolutionMaps::transposed);
        map.add("UpSampling2D", ConvolutionMaps::upSampling);
        map.add("Rescaling", ConvolutionMaps::rescaling);
        map.add("ZeroPadding2D", ConvolutionMaps::zeroPadding);
    }

    /** Windows of a convolution. */
    private record Windows(int kernel, int stride, int dilation, Padding padding, Value input) {}

    private static Windows windows(Site site) {
        Settings settings = site.settings();
        settings.channelsLast();
        settings.only("groups", 1);
        settings.only("padding", "same", "valid");
        int kernel = settings.square("kernel_size", 1);
        int stride = settings.square("strides", 1);
        int dilation = settings.square("dilation_rate", 1);
        Padding padding = settings.text("padding", "valid").equals("same") ? Padding.SAME : Padding.VALID;
        Value given = site.inputs().get(0);
        if (given.border().isEmpty()) {
            return new Windows(kernel, stride, dilation, padding, given);
        }
        if (padding != Padding.VALID || !isSame(given, kernel, stride, dilation)) {
            throw site.refuse("padding.other");
        }
        return new Windows(
                kernel,
                stride,
                dilation,
                Padding.SAME,
                new Value(given.node(), given.shape(), given.order(), Optional.empty()));
    }

    /** Whether windows that stay inside of the bordered image are those of the plain image with padding "same". */
    private static boolean isSame(Value value, int kernel, int stride, int dilation) {
        Value.Border border = value.border().orElseThrow();
        return value.shape() instanceof Image image
                && isSame(image.height(), border.top(), border.bottom(), kernel, stride, dilation)
                && isSame(image.width(), border.left(), border.right(), kernel, stride, dilation);
    }

    private static boolean isSame(long length, int before, int after, int kernel, int stride, int dilation) {
        long reach = (long) dilation * (kernel - 1) + 1;
        long windows = (length + stride - 1) / stride;
        long zeros = Math.max(0, (windows - 1) * stride + reach - length);
        long inside = length + before + after - reach;
        return before == zeros / 2 && inside >= 0 && inside / stride + 1 == windows;
    }

    private static Value overTime(Site site) {
        Windows windows = windows(site);
        int filters = site.settings().whole("filters");
        Value node = site.add(
                new Convolution1D(
                        filters,
                        windows.kernel(),
                        windows.stride(),
                        windows.dilation(),
                        windows.padding(),
                        Activations.of(site, "activation")),
                windows.input());
        int features = Site.channels(windows.input().shape());
        site.weight(node, "W", () -> site.take(LayerWeights.WHOLE, "kernel", 0, windows.kernel(), features, filters));
        site.weight(node, "b", () -> site.bias(LayerWeights.WHOLE, 1, filters));
        return node;
    }

    private static Value overImages(Site site) {
        Windows windows = windows(site);
        int filters = site.settings().whole("filters");
        int kernel = windows.kernel();
        Value node = site.add(
                new Convolution2D(
                        filters,
                        kernel,
                        windows.stride(),
                        windows.dilation(),
                        windows.padding(),
                        Activations.of(site, "activation")),
                windows.input());
        int channels = Site.channels(windows.input().shape());
        site.weight(
                node,
                "W",
                () -> Axes.permuted(
                        site.take(LayerWeights.WHOLE, "kernel", 0, kernel, kernel, channels, filters), 3, 2, 0, 1));
        site.weight(node, "b", () -> site.bias(LayerWeights.WHOLE, 1, filters));
        return node;
    }

    private static Value depthwise(Site site) {
        Windows windows = windows(site);
        int multiplier =
                site.settings().isSet("depth_multiplier") ? site.settings().whole("depth_multiplier") : 1;
        int kernel = windows.kernel();
        Value node = site.add(
                new DepthwiseConvolution2D(
                        multiplier,
                        kernel,
                        windows.stride(),
                        windows.dilation(),
                        windows.padding(),
                        Activations.of(site, "activation")),
                windows.input());
        int channels = Site.channels(windows.input().shape());
        site.weight(node, "W", () -> depthwiseKernel(site, kernel, channels, multiplier));
        site.weight(node, "b", () -> site.bias(LayerWeights.WHOLE, 1, channels * multiplier));
        return node;
    }

    private static Tensor depthwiseKernel(Site site, int kernel, int channels, int multiplier) {
        return Axes.permuted(
                site.take(LayerWeights.WHOLE, "depthwise_kernel|kernel", 0, kernel, kernel, channels, multiplier),
                2,
                3,
                0,
                1);
    }

    /** With several filters a channel it becomes its two halves. */
    private static Value separable(Site site) {
        Windows windows = windows(site);
        int filters = site.settings().whole("filters");
        int multiplier =
                site.settings().isSet("depth_multiplier") ? site.settings().whole("depth_multiplier") : 1;
        int kernel = windows.kernel();
        int channels = Site.channels(windows.input().shape());
        Activation activation = Activations.of(site, "activation");
        Value node;
        if (multiplier == 1) {
            node = site.add(
                    new SeparableConvolution2D(
                            filters, kernel, windows.stride(), windows.dilation(), windows.padding(), activation),
                    windows.input());
            site.weight(node, "first.W", () -> depthwiseKernel(site, kernel, channels, 1));
        } else {
            Value inSpace = site.add(
                    "depthwise",
                    new DepthwiseConvolution2D(
                            multiplier,
                            kernel,
                            windows.stride(),
                            windows.dilation(),
                            windows.padding(),
                            Activation.IDENTITY),
                    windows.input());
            site.weight(inSpace, "W", () -> depthwiseKernel(site, kernel, channels, multiplier));
            site.weight(inSpace, "b", () -> Tensor.zeros(channels * multiplier));
            node = site.add(new Convolution2D(filters, 1, 1, 1, Padding.VALID, activation), inSpace);
        }
        site.weight(
                node,
                "W",
                () -> Axes.permuted(
                        site.take(LayerWeights.WHOLE, "pointwise_kernel", 1, 1, 1, channels * multiplier, filters),
                        3,
                        2,
                        0,
                        1));
        site.weight(node, "b", () -> site.bias(LayerWeights.WHOLE, 2, filters));
        return node;
    }

    private static Value transposed(Site site) {
        Settings settings = site.settings();
        settings.channelsLast();
        settings.only("output_padding");
        settings.only("padding", "same", "valid");
        if (settings.square("dilation_rate", 1) != 1) {
            throw site.refuse("transposed.dilation");
        }
        int filters = settings.whole("filters");
        int kernel = settings.square("kernel_size", 1);
        int stride = settings.square("strides", 1);
        Padding padding = settings.text("padding", "valid").equals("same") ? Padding.SAME : Padding.VALID;
        if (kernel < stride && padding == Padding.VALID) {
            throw site.refuse("transposed.gaps", kernel, stride);
        }
        Value input = site.input();
        Value node = site.add(
                new TransposedConvolution2D(filters, kernel, stride, padding, Activations.of(site, "activation")),
                input);
        int channels = Site.channels(input.shape());
        site.weight(
                node,
                "W",
                () -> Axes.permuted(
                        site.take(LayerWeights.WHOLE, "kernel", 0, kernel, kernel, filters, channels), 3, 2, 0, 1));
        site.weight(node, "b", () -> site.bias(LayerWeights.WHOLE, 1, filters));
        return node;
    }

    /** Nearest neighbours: a transposed convolution that copies each value over its window. */
    private static Value upSampling(Site site) {
        site.settings().channelsLast();
        site.settings().only("interpolation", "nearest");
        int size = site.settings().square("size", 2);
        Value input = site.input();
        int channels = Site.channels(input.shape());
        Value node =
                site.add(new TransposedConvolution2D(channels, size, size, Padding.VALID, Activation.IDENTITY), input);
        site.weight(node, "W", () -> {
            Tensor weight = Tensor.zeros(channels, channels, size, size);
            for (int channel = 0; channel < channels; channel++) {
                int start = (channel * channels + channel) * size * size;
                java.util.Arrays.fill(weight.values(), start, start + size * size, 1);
            }
            return weight;
        });
        site.weight(node, "b", () -> Tensor.zeros(channels));
        site.warn("fixed.trains");
        return node;
    }

    /** Scale and offset of each channel: a depthwise convolution of one pixel. */
    private static Value rescaling(Site site) {
        float scale = (float) site.settings().number("scale", 1);
        float offset = (float) site.settings().number("offset", 0);
        Value input = site.input();
        if (!(input.shape() instanceof Image)) {
            throw site.refuse("rescaling.images");
        }
        int channels = Site.channels(input.shape());
        Value node = site.add(new DepthwiseConvolution2D(1, 1, 1, 1, Padding.VALID, Activation.IDENTITY), input);
        site.weight(node, "W", () -> Axes.filled(scale, channels, 1, 1, 1));
        site.weight(node, "b", () -> Axes.filled(offset, channels));
        site.warn("fixed.trains");
        return node;
    }

    /** Counted in by the convolution that follows. */
    private static Value zeroPadding(Site site) {
        site.settings().channelsLast();
        Value input = site.input();
        int[] sides = new int[4];
        com.fasterxml.jackson.databind.JsonNode padding = site.settings().node("padding");
        for (int i = 0; i < 4; i++) {
            com.fasterxml.jackson.databind.JsonNode axis = padding.isArray() ? padding.path(i / 2) : padding;
            com.fasterxml.jackson.databind.JsonNode side = axis.isArray() ? axis.path(i % 2) : axis;
            if (!side.isInt() || side.intValue() < 0 || side.intValue() > 64) {
                throw site.refuse("setting.whole", "padding", padding);
            }
            sides[i] = side.intValue();
        }
        return input.bordered(new Value.Border(sides[0], sides[1], sides[2], sides[3]));
    }
}
