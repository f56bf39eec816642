package org.vitrine.exchange.code.dl4j;

import static org.vitrine.exchange.code.dl4j.JavaSite.VERTEX;
import static org.vitrine.exchange.code.dl4j.JavaSite.activated;
import static org.vitrine.exchange.code.dl4j.JavaSite.activation;
import static org.vitrine.exchange.code.dl4j.JavaSite.loads;
import static org.vitrine.exchange.code.dl4j.JavaSite.ours;
import static org.vitrine.exchange.code.dl4j.JavaSite.oursVertex;
import static org.vitrine.exchange.code.dl4j.JavaSite.quoted;
import static org.vitrine.exchange.code.dl4j.JavaSite.sizes;
import static org.vitrine.exchange.code.dl4j.JavaSite.stock;
import static org.vitrine.exchange.code.dl4j.JavaSite.vertex;

import org.vitrine.exchange.code.Literals;
import org.vitrine.exchange.code.Site;
import org.vitrine.graph.layer.Activation;
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
import org.vitrine.graph.shape.Tokens;

/** Inputs, dense layers, and what moves or combines values. */
interface JavaShapes extends LayerVisitor<Void> {
    /** The node that is being written. */
    Site site();

    /** Whether any input has a mask; it goes on to the output. */
    boolean passesMask();

    /** Whether all of the program is Deeplearning4j's. */
    boolean isStock();

    @Override
    default Void visit(Input spec) {
        site().declare(".addInputs(" + quoted(site().id()) + ")");
        return null;
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
        dense(site(), spec.activation(), isStock());
        passesMask();
        return null;
    }

    /** A dense layer, the same at each step of a sequence; an image is one vector. */
    static void dense(Site site, Activation activation, boolean stock) {
        loads(site, "W", "b");
        if (site.input() instanceof Sequence) {
            ours(
                    site,
                    "the same weights at each step, and zeros at masked ones",
                    "TimeDistributedDenseLayer",
                    site.outChannels() + ", " + activation(site, activation));
            return;
        }
        String settings = sizes(site.input().size(), site.outChannels()) + activated(site, activation);
        if (site.input() instanceof Image image && stock) {
            site.declare(".inputPreProcessor(" + quoted(site.id()) + ", " + flattening(site, image) + ")");
        } else if (site.input() instanceof Image) {
            String flat = quoted(site.id() + ".flat");
            site.use(JavaSite.PARTS + "RearrangeVertex");
            site.declare(".addVertex(" + flat + ", RearrangeVertex.reshaped("
                    + site.input().size() + "), " + JavaSite.sources(site) + ")");
            site.use(JavaSite.STOCK + "DenseLayer");
            JavaSite.layer(site, site.id().value(), "new DenseLayer.Builder()" + settings + ".build()", flat);
            return;
        }
        stock(site, "DenseLayer", "", settings);
    }

    private static String flattening(Site site, Image image) {
        site.use("org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor");
        return "new CnnToFeedForwardPreProcessor(" + image.height() + ", " + image.width() + ", " + image.channels()
                + ")";
    }

    @Override
    default Void visit(ActivationLayer spec) {
        String function = activation(site(), spec.activation());
        oursVertex(
                site(),
                "DL4J's fails with masks, and outside training it changes its input",
                "ActivationVertex",
                "new ActivationVertex(" + function + ")");
        passesMask();
        return null;
    }

    @Override
    default Void visit(Dropout spec) {
        if (site().input() instanceof Sequence) {
            String made = "new DropoutVertex(" + Literals.real(spec.rate()) + ")";
            oursVertex(site(), "leaves masks as they are", "DropoutVertex", made);
        } else {
            // DL4J asks for the share that stays.
            stock(site(), "DropoutLayer", Literals.real(Math.round((1 - spec.rate()) * 1e9) / 1e9), "");
        }
        passesMask();
        return null;
    }

    private void rearranged(String made) {
        oursVertex(site(), "any axes, and masked steps become zeros", "RearrangeVertex", made);
    }

    @Override
    default Void visit(Flatten spec) {
        if (site().input() instanceof Image image && isStock()) {
            site().use(VERTEX + "PreprocessorVertex");
            vertex(site(), "new PreprocessorVertex(" + flattening(site(), image) + ")");
        } else if (site().input() instanceof Flat) {
            // Nothing to do, but the node may be named by others.
            site().use(VERTEX + "ScaleVertex");
            vertex(site(), "new ScaleVertex(1)");
        } else {
            rearranged("RearrangeVertex.reshaped(" + site().input().size() + ")");
        }
        return null;
    }

    @Override
    default Void visit(Reshape spec) {
        rearranged(
                site().output() instanceof Image image
                        ? "RearrangeVertex.reshaped(" + image.channels() + ", " + image.height() + ", " + image.width()
                                + ")"
                        : "RearrangeVertex.reshaped(" + spec.channels() + ", " + spec.height() + ")");
        return null;
    }

    @Override
    default Void visit(Permute spec) {
        int[] axes = spec.order().imageAxes();
        rearranged(
                site().input() instanceof Image
                        ? "RearrangeVertex.permuted(0, " + (axes[0] + 1) + ", " + (axes[1] + 1) + ", " + (axes[2] + 1)
                                + ")"
                        : "RearrangeVertex.permuted(0, 2, 1)");
        return null;
    }

    private Void combined(String stock, String kind) {
        if (passesMask()) {
            oursVertex(
                    site(),
                    "a step is real where it is so in all inputs",
                    "CombineVertex",
                    "new CombineVertex(CombineVertex.Kind." + kind + ")");
        } else {
            site().use(VERTEX + "ElementWiseVertex");
            vertex(site(), "new ElementWiseVertex(ElementWiseVertex.Op." + stock + ")");
        }
        return null;
    }

    @Override
    default Void visit(Add spec) {
        return combined("Add", "ADD");
    }

    @Override
    default Void visit(Average spec) {
        return combined("Average", "AVERAGE");
    }

    @Override
    default Void visit(Subtract spec) {
        return combined("Subtract", "SUBTRACT");
    }

    @Override
    default Void visit(Multiply spec) {
        return combined("Product", "MULTIPLY");
    }

    @Override
    default Void visit(Concatenate spec) {
        if (passesMask()) {
            return combined("", "CONCATENATE");
        }
        site().use(VERTEX + "MergeVertex");
        vertex(site(), "new MergeVertex()");
        return null;
    }

    @Override
    default Void visit(Slice spec) {
        int end = spec.start() + spec.length();
        if (spec.axis() == SliceAxis.FEATURES && !passesMask()) {
            site().use(VERTEX + "SubsetVertex");
            vertex(site(), "new SubsetVertex(" + spec.start() + ", " + (end - 1) + ")");
            return null;
        }
        int axis =
                switch (spec.axis()) {
                    case FEATURES -> 1;
                    case TIME -> site().input() instanceof Tokens ? 1 : 2;
                    case HEIGHT -> 2;
                    case WIDTH -> 3;
                };
        String made = "new SliceVertex(" + axis + ", " + (spec.axis() == SliceAxis.TIME) + ", " + spec.start() + ", "
                + end + ")";
        oursVertex(site(), "any axis, and time with its part of the mask", "SliceVertex", made);
        passesMask();
        return null;
    }
}
