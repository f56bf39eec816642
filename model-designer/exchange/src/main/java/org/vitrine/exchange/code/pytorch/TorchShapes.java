package org.vitrine.exchange.code.pytorch;

import static org.vitrine.exchange.code.pytorch.TorchFunctions.hidden;
import static org.vitrine.exchange.code.pytorch.TorchFunctions.result;

import org.vitrine.exchange.code.Literals;
import org.vitrine.exchange.code.Site;
import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.Average;
import org.vitrine.graph.layer.BlockInput;
import org.vitrine.graph.layer.Concatenate;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerVisitor;
import org.vitrine.graph.layer.Multiply;
import org.vitrine.graph.layer.NestedLayer;
import org.vitrine.graph.layer.Permute;
import org.vitrine.graph.layer.Reshape;
import org.vitrine.graph.layer.Slice;
import org.vitrine.graph.layer.SliceAxis;
import org.vitrine.graph.layer.Subtract;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Tokens;

/** Inputs, dense layers, and what moves or combines values. */
interface TorchShapes extends LayerVisitor<Void> {
    /** The node that is being written. */
    Site site();

    /** The mask that the inputs have in common, as a variable; steps are real where they are so in all inputs. */
    String commonMask();

    /** Leaves the mask as it came. */
    default Void keepsMask() {
        site().masksOutput(commonMask());
        return null;
    }

    @Override
    default Void visit(Input spec) {
        Shape shape = site().output();
        site().forward("# " + site().name() + ": [batch" + axes(shape) + "]");
        return null;
    }

    private static String axes(Shape shape) {
        if (shape instanceof Image image) {
            return ", " + image.channels() + " channels, " + image.height() + ", " + image.width();
        }
        if (shape instanceof Sequence sequence) {
            return ", " + sequence.length() + " steps, " + sequence.features() + " features";
        }
        return shape instanceof Tokens tokens
                ? ", " + tokens.length() + " tokens of " + tokens.vocabulary()
                : ", " + shape.size();
    }

    @Override
    default Void visit(BlockInput spec) {
        throw new IllegalStateException("programs are made of flat graphs");
    }

    @Override
    default Void visit(NestedLayer spec) {
        throw new IllegalStateException("programs are made of flat graphs");
    }

    @Override
    default Void visit(Dense spec) {
        String in = site().input() instanceof Image ? site().in() + ".flatten(1)" : site().in();
        long features = site().input() instanceof Sequence
                ? site().inChannels()
                : site().input().size();
        TorchFunctions.linear(
                site(), site().name(), features, spec.units(), site().id().value());
        String sums = "self." + site().name() + "(" + in + ")";
        result(site(), hidden(site(), TorchFunctions.applied(spec.activation(), sums, site().output())));
        return keepsMask();
    }

    @Override
    default Void visit(ActivationLayer spec) {
        result(site(), TorchFunctions.applied(spec.activation(), site().in(), site().input()));
        return keepsMask();
    }

    @Override
    default Void visit(Dropout spec) {
        site().declare("self." + site().name() + " = nn.Dropout(" + Literals.real(spec.rate()) + ")");
        result(site(), "self." + site().name() + "(" + site().in() + ")");
        return keepsMask();
    }

    /** The values of an example as one vector, channels or features first. */
    private String vector() {
        if (site().input() instanceof Flat) {
            return site().in();
        }
        if (site().input() instanceof Image) {
            return site().in() + ".flatten(1)";
        }
        String real = hidden(site(), site().in());
        return (site().isMasked() ? "(" + real + ")" : real) + ".transpose(1, 2).flatten(1)";
    }

    @Override
    default Void visit(Flatten spec) {
        result(site(), vector());
        return null;
    }

    @Override
    default Void visit(Reshape spec) {
        String axes = site().output() instanceof Image image
                ? "-1, " + image.channels() + ", " + image.height() + ", " + image.width() + ")"
                : "-1, " + spec.channels() + ", " + spec.height() + ").transpose(1, 2)";
        result(site(), vector() + ".reshape(" + axes);
        return null;
    }

    @Override
    default Void visit(Permute spec) {
        if (site().input() instanceof Image) {
            int[] axes = spec.order().imageAxes();
            result(
                    site(),
                    site().in() + ".permute(0, " + (axes[0] + 1) + ", " + (axes[1] + 1) + ", " + (axes[2] + 1) + ")");
            return null;
        }
        String real = hidden(site(), site().in());
        result(site(), (site().isMasked() ? "(" + real + ")" : real) + ".transpose(1, 2)");
        return null;
    }

    @Override
    default Void visit(Add spec) {
        result(site(), String.join(" + ", site().inputs()));
        return keepsMask();
    }

    @Override
    default Void visit(Average spec) {
        result(
                site(),
                "(" + String.join(" + ", site().inputs()) + ") / "
                        + site().inputs().size());
        return keepsMask();
    }

    @Override
    default Void visit(Subtract spec) {
        result(site(), String.join(" - ", site().inputs()));
        return keepsMask();
    }

    @Override
    default Void visit(Multiply spec) {
        result(site(), String.join(" * ", site().inputs()));
        return keepsMask();
    }

    @Override
    default Void visit(Concatenate spec) {
        int axis = site().output() instanceof Sequence ? -1 : 1;
        result(site(), "torch.cat([" + String.join(", ", site().inputs()) + "], dim=" + axis + ")");
        return keepsMask();
    }

    @Override
    default Void visit(Slice spec) {
        String range = spec.start() + ":" + (spec.start() + spec.length());
        String axes =
                switch (spec.axis()) {
                    case TIME -> ":, " + range;
                    case FEATURES -> site().input() instanceof Sequence ? "..., " + range : ":, " + range;
                    case HEIGHT -> ":, :, " + range;
                    case WIDTH -> "..., " + range;
                };
        result(site(), site().in() + "[" + axes + "]");
        if (spec.axis() == SliceAxis.TIME && site().isMasked()) {
            newMask(site().mask() + "[:, " + range + "]");
            return null;
        }
        return keepsMask();
    }

    /** Gives the output a mask of its own. */
    void newMask(String expression);
}
