package org.vitrine.exchange.code.pytorch;

import static org.vitrine.exchange.code.pytorch.TorchFunctions.result;

import org.vitrine.exchange.code.Site;
import org.vitrine.graph.layer.Activation;
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
interface TorchConvolutions extends LayerVisitor<Void> {
    /** The node that is being written. */
    Site site();

    /** Gives the output a mask of its own. */
    void newMask(String expression);

    /** Padding of the kind SAME before and behind one axis, the odd cell behind. */
    record Border(long before, long behind) {
        static Border of(long size, int kernel, int stride, int dilation, Padding padding) {
            if (padding == Padding.VALID) {
                return new Border(0, 0);
            }
            long windows = (size + stride - 1) / stride;
            long reach = (long) dilation * (kernel - 1) + 1;
            long all = Math.max(0, (windows - 1) * stride + reach - size);
            return new Border(all / 2, all - all / 2);
        }

        boolean isEven() {
            return before == behind;
        }
    }

    /** The border of an image, as PyTorch's argument or, where that can not say it, as padding ahead of the layer. */
    record Frame(Border rows, Border columns) {
        static Frame of(Image image, int kernel, int stride, int dilation, Padding padding) {
            return new Frame(
                    Border.of(image.height(), kernel, stride, dilation, padding),
                    Border.of(image.width(), kernel, stride, dilation, padding));
        }

        boolean isEven() {
            return rows.isEven() && columns.isEven();
        }

        String argument() {
            if (!isEven() || (rows.before() == 0 && columns.before() == 0)) {
                return "";
            }
            return rows.equals(columns)
                    ? ", padding=" + rows.before()
                    : ", padding=(" + rows.before() + ", " + columns.before() + ")";
        }

        String sides() {
            return "(" + columns.before() + ", " + columns.behind() + ", " + rows.before() + ", " + rows.behind() + ")";
        }

        String padded(String in) {
            return isEven() ? in : "F.pad(" + in + ", " + sides() + ")";
        }
    }

    private static String optional(String name, long value) {
        return value == 1 ? "" : ", " + name + "=" + value;
    }

    private void activated(Activation activation, String sums) {
        result(site(), TorchFunctions.applied(activation, sums, site().output()));
    }

    private String self(String in) {
        return "self." + site().name() + "(" + in + ")";
    }

    @Override
    default Void visit(Convolution2D spec) {
        Image image = (Image) site().input();
        Frame frame = Frame.of(image, spec.kernel(), spec.stride(), spec.dilation(), spec.padding());
        site().declare("self." + site().name() + " = nn.Conv2d(" + image.channels() + ", " + spec.filters() + ", "
                + spec.kernel() + optional("stride", spec.stride()) + frame.argument()
                + optional("dilation", spec.dilation()) + ")");
        loads("", "", true);
        activated(spec.activation(), self(frame.padded(site().in())));
        return null;
    }

    private void loads(String part, String layer, boolean bias) {
        String key = "w[\"" + site().id() + "/" + layer;
        String module = "model." + site().name() + part;
        site().load("put(" + module + ".weight, " + key + "W\"])");
        if (bias) {
            site().load("put(" + module + ".bias, " + key + "b\"])");
        }
    }

    @Override
    default Void visit(DepthwiseConvolution2D spec) {
        Image image = (Image) site().input();
        Frame frame = Frame.of(image, spec.kernel(), spec.stride(), spec.dilation(), spec.padding());
        site().declare("self." + site().name() + " = nn.Conv2d(" + image.channels() + ", " + site().outChannels() + ", "
                + spec.kernel() + optional("stride", spec.stride()) + frame.argument()
                + optional("dilation", spec.dilation()) + ", groups=" + image.channels() + ")");
        loads("", "", true);
        activated(spec.activation(), self(frame.padded(site().in())));
        return null;
    }

    @Override
    default Void visit(SeparableConvolution2D spec) {
        Image image = (Image) site().input();
        long channels = image.channels();
        Frame frame = Frame.of(image, spec.kernel(), spec.stride(), spec.dilation(), spec.padding());
        site().declare("self." + site().name() + " = nn.Sequential(");
        site().declare("    nn.Conv2d(" + channels + ", " + channels + ", " + spec.kernel()
                + optional("stride", spec.stride()) + frame.argument() + optional("dilation", spec.dilation())
                + ", groups=" + channels + ", bias=False),");
        site().declare("    nn.Conv2d(" + channels + ", " + spec.filters() + ", 1),");
        site().declare(")");
        loads("[0]", "first.", false);
        loads("[1]", "", true);
        activated(spec.activation(), self(frame.padded(site().in())));
        return null;
    }

    /** With SAME the output is as large as the input times the stride: the border of all that the windows reach is cut off. */
    @Override
    default Void visit(TransposedConvolution2D spec) {
        Image image = (Image) site().input();
        Image out = (Image) site().output();
        int over = spec.kernel() - spec.stride();
        String more = "";
        String cut = "";
        if (spec.padding() == Padding.SAME && over < 0) {
            more = ", output_padding=" + -over;
        } else if (spec.padding() == Padding.SAME && over % 2 == 0) {
            more = over == 0 ? "" : ", padding=" + over / 2;
        } else if (spec.padding() == Padding.SAME) {
            int first = over / 2;
            cut = "[:, :, " + first + ":" + (first + out.height()) + ", " + first + ":" + (first + out.width()) + "]";
        }
        site().declare("self." + site().name() + " = nn.ConvTranspose2d(" + image.channels() + ", " + spec.filters()
                + ", " + spec.kernel() + optional("stride", spec.stride()) + more + ")");
        loads("", "", true);
        activated(spec.activation(), self(site().in()) + cut);
        return null;
    }

    @Override
    default Void visit(Pooling2D spec) {
        Frame frame = Frame.of((Image) site().input(), spec.kernel(), spec.stride(), 1, spec.padding());
        boolean maximum = spec.mode() == PoolingMode.MAX;
        if (!frame.isEven()) {
            String helper = maximum ? "max_pool_padded" : "average_pool_padded";
            site().use(helper);
            result(
                    site(),
                    helper + "(" + site().in() + ", " + spec.kernel() + ", " + spec.stride() + ", " + frame.sides()
                            + ")");
            return null;
        }
        String border = frame.argument();
        site().declare("self." + site().name() + " = nn." + (maximum ? "MaxPool2d(" : "AvgPool2d(") + spec.kernel()
                + ", stride=" + spec.stride() + border
                + (maximum || border.isEmpty() ? "" : ", count_include_pad=False") + ")");
        result(site(), self(site().in()));
        return null;
    }

    @Override
    default Void visit(Convolution1D spec) {
        Sequence in = (Sequence) site().input();
        Border border = Border.of(in.length(), spec.kernel(), spec.stride(), spec.dilation(), spec.padding());
        String argument = border.isEven() && border.before() > 0 ? ", padding=" + border.before() : "";
        site().declare("self." + site().name() + " = nn.Conv1d(" + in.features() + ", " + spec.filters() + ", "
                + spec.kernel() + optional("stride", spec.stride()) + argument + optional("dilation", spec.dilation())
                + ")");
        site().load("put(model." + site().name() + ".weight, w[\"" + site().id() + "/W\"].transpose(2, 1, 0))");
        site().load("put(model." + site().name() + ".bias, w[\"" + site().id() + "/b\"])");
        String real = site().isMasked() ? "(" + TorchFunctions.hidden(site(), site().in()) + ")" : site().in();
        String channelsFirst = real + ".transpose(1, 2)";
        if (!border.isEven()) {
            channelsFirst = "F.pad(" + channelsFirst + ", (" + border.before() + ", " + border.behind() + "))";
        }
        activated(spec.activation(), self(channelsFirst) + ".transpose(1, 2)");
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
        result(site(), site().name() + " * " + site().outputMask() + "[..., None]");
    }

    @Override
    default Void visit(Pooling1D spec) {
        Sequence in = (Sequence) site().input();
        Border border = Border.of(in.length(), spec.kernel(), spec.stride(), 1, spec.padding());
        boolean maximum = spec.mode() == PoolingMode.MAX;
        if (site().isMasked() || !border.isEven()) {
            site().use("pool_steps");
            String mask = site().isMasked() ? site().mask() : "torch.ones_like(" + site().in() + "[..., 0])";
            result(
                    site(),
                    "pool_steps(" + site().in() + ", " + mask + ", " + spec.kernel() + ", " + spec.stride() + ", ("
                            + border.before() + ", " + border.behind() + "), maximum="
                            + (maximum ? "True" : "False") + ")");
            windowed(spec.kernel(), spec.stride(), 1, spec.padding());
            return null;
        }
        String argument = border.before() > 0 ? ", padding=" + border.before() : "";
        site().declare("self." + site().name() + " = nn." + (maximum ? "MaxPool1d(" : "AvgPool1d(") + spec.kernel()
                + ", stride=" + spec.stride() + argument
                + (maximum || argument.isEmpty() ? "" : ", count_include_pad=False") + ")");
        result(site(), self(site().in() + ".transpose(1, 2)") + ".transpose(1, 2)");
        return null;
    }

    @Override
    default Void visit(GlobalPooling spec) {
        boolean maximum = spec.mode() == PoolingMode.MAX;
        if (site().isMasked()) {
            String helper = maximum ? "max_over_steps" : "mean_over_steps";
            site().use(helper);
            result(site(), helper + "(" + site().in() + ", " + site().mask() + ")");
            return null;
        }
        String axes = site().input() instanceof Image ? "(2, 3)" : "1";
        result(site(), site().in() + (maximum ? ".amax(" : ".mean(") + axes + ")");
        return null;
    }
}
