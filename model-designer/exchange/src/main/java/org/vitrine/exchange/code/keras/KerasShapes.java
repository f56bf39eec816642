package org.vitrine.exchange.code.keras;

import static org.vitrine.exchange.code.keras.KerasFunctions.hidden;
import static org.vitrine.exchange.code.keras.KerasFunctions.layer;
import static org.vitrine.exchange.code.keras.KerasFunctions.result;
import static org.vitrine.exchange.code.keras.KerasFunctions.w;

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
interface KerasShapes extends LayerVisitor<Void> {
    /** The node that is being written. */
    Site site();

    /** The mask that the inputs have in common. */
    String commonMask();

    /** Gives the output a mask of its own. */
    void newMask(String expression);

    /** Whether another input was written before. */
    boolean isFirstInput();

    private Void keepsMask() {
        site().masksOutput(commonMask());
        return null;
    }

    @Override
    default Void visit(Input spec) {
        if (isFirstInput()) {
            Shape shape = site().output();
            String type = shape instanceof Tokens ? ", dtype=\"int32\"" : "";
            result(site(), "keras.Input(" + axes(shape) + type + ", name=\"" + site().name() + "\")");
        }
        return null;
    }

    private static String axes(Shape shape) {
        if (shape instanceof Image image) {
            return "(" + image.height() + ", " + image.width() + ", " + image.channels() + ")";
        }
        if (shape instanceof Sequence sequence) {
            return "(" + sequence.length() + ", " + sequence.features() + ")";
        }
        return "(" + shape.size() + ",)";
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
        String made = layer(
                site(),
                "Dense",
                spec.units() + KerasFunctions.argument(site(), spec.activation()) + ", kernel_initializer=initializer");
        String in = site().input() instanceof Sequence ? site().in() : vector();
        KerasFunctions.weights(site(), site().name(), w(site(), "W"), w(site(), "b"));
        result(site(), hidden(site(), made + "(" + in + ")"));
        return keepsMask();
    }

    @Override
    default Void visit(ActivationLayer spec) {
        result(
                site(),
                layer(site(), "Activation", KerasFunctions.name(site(), spec.activation())) + "(" + site().in() + ")");
        return keepsMask();
    }

    @Override
    default Void visit(Dropout spec) {
        result(site(), layer(site(), "Dropout", Literals.real(spec.rate())) + "(" + site().in() + ")");
        return keepsMask();
    }

    /** The values of an example as one vector, channels or features first as in Vitrine. */
    private String vector() {
        if (site().input() instanceof Flat) {
            return site().in();
        }
        String axes = site().input() instanceof Image ? "(3, 1, 2)" : "(2, 1)";
        return "layers.Flatten()(layers.Permute(" + axes + ")(" + hidden(site(), site().in()) + "))";
    }

    @Override
    default Void visit(Flatten spec) {
        result(site(), vector());
        return null;
    }

    @Override
    default Void visit(Reshape spec) {
        if (site().output() instanceof Image image) {
            result(
                    site(),
                    "layers.Permute((2, 3, 1))(layers.Reshape((" + image.channels() + ", " + image.height() + ", "
                            + image.width() + "))(" + vector() + "))");
        } else {
            result(
                    site(),
                    "layers.Permute((2, 1))(layers.Reshape((" + spec.channels() + ", " + spec.height() + "))("
                            + vector() + "))");
        }
        return null;
    }

    /** Axes count channels, height, width in Vitrine and height, width, channels here. */
    @Override
    default Void visit(Permute spec) {
        String axes = "(2, 1)";
        if (site().input() instanceof Image) {
            int[] order = spec.order().imageAxes();
            int[] place = {3, 1, 2};
            axes = "(" + place[order[1]] + ", " + place[order[2]] + ", " + place[order[0]] + ")";
        }
        result(site(), layer(site(), "Permute", axes) + "(" + hidden(site(), site().in()) + ")");
        return null;
    }

    private Void merged(String type) {
        result(site(), layer(site(), type, "") + "([" + String.join(", ", site().inputs()) + "])");
        return keepsMask();
    }

    @Override
    default Void visit(Add spec) {
        return merged("Add");
    }

    @Override
    default Void visit(Average spec) {
        return merged("Average");
    }

    @Override
    default Void visit(Subtract spec) {
        return merged("Subtract");
    }

    @Override
    default Void visit(Multiply spec) {
        return merged("Multiply");
    }

    @Override
    default Void visit(Concatenate spec) {
        return merged("Concatenate");
    }

    @Override
    default Void visit(Slice spec) {
        String range = spec.start() + ":" + (spec.start() + spec.length());
        String axes =
                switch (spec.axis()) {
                    case TIME -> "[:, " + range + "]";
                    case FEATURES -> "[..., " + range + "]";
                    case HEIGHT -> "[:, " + range + "]";
                    case WIDTH -> "[:, :, " + range + "]";
                };
        result(site(), site().in() + axes);
        if (spec.axis() == SliceAxis.TIME && !site().mask().isEmpty()) {
            newMask(site().mask() + "[:, " + range + "]");
            return null;
        }
        return keepsMask();
    }
}
