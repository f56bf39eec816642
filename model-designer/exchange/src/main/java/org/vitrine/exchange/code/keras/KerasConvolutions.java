package org.vitrine.exchange.code.keras;

import static org.vitrine.exchange.code.keras.KerasFunctions.argument;
import static org.vitrine.exchange.code.keras.KerasFunctions.hidden;
import static org.vitrine.exchange.code.keras.KerasFunctions.layer;
import static org.vitrine.exchange.code.keras.KerasFunctions.result;
import static org.vitrine.exchange.code.keras.KerasFunctions.w;

import java.util.Locale;
import org.vitrine.exchange.code.Site;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.DepthwiseConvolution2D;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.LayerVisitor;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Pooling1D;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.layer.SeparableConvolution2D;
import org.vitrine.graph.layer.TransposedConvolution2D;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;

/** Convolutions and pooling. */
interface KerasConvolutions extends LayerVisitor<Void> {
    /** The node that is being written. */
    Site site();

    /** Gives the output a mask of its own. */
    void newMask(String expression);

    /** Says that Keras has no such layer. */
    void refuse(String reason);

    private static String window(int stride, int dilation, Padding padding) {
        return (stride == 1 ? "" : ", strides=" + stride)
                + (padding == Padding.SAME ? ", padding=\"same\"" : "")
                + (dilation == 1 ? "" : ", dilation_rate=" + dilation);
    }

    private void refuseBoth(int stride, int dilation) {
        if (stride > 1 && dilation > 1) {
            refuse("Keras has no convolution with a stride and a dilation. Set the stride or the dilation to 1.");
        }
    }

    @Override
    default Void visit(Convolution2D spec) {
        refuseBoth(spec.stride(), spec.dilation());
        String made = layer(
                site(),
                "Conv2D",
                spec.filters() + ", " + spec.kernel()
                        + window(spec.stride(), spec.dilation(), spec.padding()) + argument(site(), spec.activation())
                        + ", kernel_initializer=initializer");
        KerasFunctions.weights(site(), site().name(), w(site(), "W") + ".transpose(2, 3, 1, 0)", w(site(), "b"));
        result(site(), made + "(" + site().in() + ")");
        return null;
    }

    @Override
    default Void visit(DepthwiseConvolution2D spec) {
        refuseBoth(spec.stride(), spec.dilation());
        String made = layer(
                site(),
                "DepthwiseConv2D",
                spec.kernel()
                        + (spec.multiplier() == 1 ? "" : ", depth_multiplier=" + spec.multiplier())
                        + window(spec.stride(), spec.dilation(), spec.padding()) + argument(site(), spec.activation())
                        + ", depthwise_initializer=initializer");
        KerasFunctions.weights(site(), site().name(), w(site(), "W") + ".transpose(2, 3, 0, 1)", w(site(), "b"));
        result(site(), made + "(" + site().in() + ")");
        return null;
    }

    @Override
    default Void visit(SeparableConvolution2D spec) {
        refuseBoth(spec.stride(), spec.dilation());
        String made = layer(
                site(),
                "SeparableConv2D",
                spec.filters() + ", " + spec.kernel()
                        + window(spec.stride(), spec.dilation(), spec.padding()) + argument(site(), spec.activation())
                        + ", depthwise_initializer=initializer, pointwise_initializer=initializer");
        KerasFunctions.weights(
                site(),
                site().name(),
                w(site(), "first.W") + ".transpose(2, 3, 0, 1)",
                w(site(), "W") + ".transpose(2, 3, 1, 0)",
                w(site(), "b"));
        result(site(), made + "(" + site().in() + ")");
        return null;
    }

    @Override
    default Void visit(TransposedConvolution2D spec) {
        String made = layer(
                site(),
                "Conv2DTranspose",
                spec.filters() + ", " + spec.kernel()
                        + window(spec.stride(), 1, spec.padding()) + argument(site(), spec.activation())
                        + ", kernel_initializer=initializer");
        KerasFunctions.weights(site(), site().name(), w(site(), "W") + ".transpose(2, 3, 1, 0)", w(site(), "b"));
        result(site(), made + "(" + site().in() + ")");
        return null;
    }

    private static String mode(PoolingMode mode) {
        return mode == PoolingMode.MAX ? "Max" : "Average";
    }

    @Override
    default Void visit(Pooling2D spec) {
        String made = layer(
                site(),
                mode(spec.mode()) + "Pooling2D",
                spec.kernel() + ", strides=" + spec.stride()
                        + (spec.padding() == Padding.SAME ? ", padding=\"same\"" : ""));
        result(site(), made + "(" + site().in() + ")");
        return null;
    }

    @Override
    default Void visit(Convolution1D spec) {
        refuseBoth(spec.stride(), spec.dilation());
        String made = layer(
                site(),
                "Conv1D",
                spec.filters() + ", " + spec.kernel()
                        + window(spec.stride(), spec.dilation(), spec.padding()) + argument(site(), spec.activation())
                        + ", kernel_initializer=initializer");
        KerasFunctions.weights(site(), site().name(), w(site(), "W"), w(site(), "b"));
        result(site(), made + "(" + hidden(site(), site().in()) + ")");
        windowed(spec.kernel(), spec.stride(), spec.dilation(), spec.padding());
        return null;
    }

    /** The mask over windows, and zeros where a window is padding. */
    private void windowed(int kernel, int stride, int dilation, Padding padding) {
        if (!site().isMasked()) {
            return;
        }
        if (padding == Padding.SAME) {
            newMask(stride == 1 ? site().mask() : site().mask() + "[:, ::" + stride + "]");
        } else {
            site().use("window_mask");
            newMask("window_mask(" + site().mask() + ", " + kernel + ", " + stride + ", " + dilation + ")");
        }
        result(site(), hidden(site().name(), site().outputMask(), site()));
    }

    @Override
    default Void visit(Pooling1D spec) {
        String padding = spec.padding() == Padding.SAME ? ", padding=\"same\"" : "";
        if (site().isMasked()) {
            Sequence in = (Sequence) site().input();
            long windows = ((Sequence) site().output()).length();
            long behind = Math.max(0, (windows - 1) * spec.stride() + spec.kernel() - in.length());
            long before = spec.padding() == Padding.SAME ? behind / 2 : 0;
            site().use("pool_steps");
            String arguments = site().in() + ", " + site().mask() + ", " + spec.kernel() + ", " + spec.stride() + ", "
                    + before + ", " + windows + ", \"" + spec.mode().name().toLowerCase(Locale.ROOT) + "\"";
            result(site(), "pool_steps(" + arguments + ")");
            windowed(spec.kernel(), spec.stride(), 1, spec.padding());
            return null;
        }
        String made =
                layer(site(), mode(spec.mode()) + "Pooling1D", spec.kernel() + ", strides=" + spec.stride() + padding);
        result(site(), made + "(" + site().in() + ")");
        return null;
    }

    @Override
    default Void visit(GlobalPooling spec) {
        if (site().isMasked()) {
            String helper = spec.mode() == PoolingMode.MAX ? "max_over_steps" : "mean_over_steps";
            site().use(helper);
            result(site(), helper + "(" + site().in() + ", " + site().mask() + ")");
            return null;
        }
        String type = "Global" + mode(spec.mode()) + (site().input() instanceof Image ? "Pooling2D" : "Pooling1D");
        result(site(), layer(site(), type, "") + "(" + site().in() + ")");
        return null;
    }
}
