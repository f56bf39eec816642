package org.vitrine.exchange.code.dl4j;

import static org.vitrine.exchange.code.dl4j.JavaSite.activated;
import static org.vitrine.exchange.code.dl4j.JavaSite.activation;
import static org.vitrine.exchange.code.dl4j.JavaSite.array;
import static org.vitrine.exchange.code.dl4j.JavaSite.loads;
import static org.vitrine.exchange.code.dl4j.JavaSite.ours;
import static org.vitrine.exchange.code.dl4j.JavaSite.oursVertex;
import static org.vitrine.exchange.code.dl4j.JavaSite.put;
import static org.vitrine.exchange.code.dl4j.JavaSite.sizes;
import static org.vitrine.exchange.code.dl4j.JavaSite.stock;
import static org.vitrine.exchange.code.dl4j.JavaSite.window;

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

/** Convolutions and pooling. */
interface JavaConvolutions extends LayerVisitor<Void> {
    /** The node that is being written. */
    Site site();

    /** Whether any input has a mask; it goes on to the output. */
    boolean passesMask();

    private static String square(int kernel) {
        return kernel + ", " + kernel;
    }

    private String channels() {
        return sizes(site().inChannels(), site().outChannels());
    }

    @Override
    default Void visit(Convolution2D spec) {
        loads(site(), "W", "b");
        stock(
                site(),
                "ConvolutionLayer",
                square(spec.kernel()),
                channels()
                        + window(site(), spec.stride(), spec.dilation(), spec.padding(), true)
                        + activated(site(), spec.activation()));
        return null;
    }

    @Override
    default Void visit(DepthwiseConvolution2D spec) {
        put(site(), site().id().value(), "W", array(site(), "W") + ".permute(2, 3, 0, 1)");
        loads(site(), "b");
        stock(
                site(),
                "DepthwiseConvolution2D",
                square(spec.kernel()),
                channels() + ".depthMultiplier(" + spec.multiplier() + ")"
                        + window(site(), spec.stride(), spec.dilation(), spec.padding(), true)
                        + activated(site(), spec.activation()));
        return null;
    }

    @Override
    default Void visit(SeparableConvolution2D spec) {
        String id = site().id().value();
        long channels = site().inChannels();
        put(site(), id + ".first", "W", array(site(), "first.W"));
        loads(site(), "W", "b");
        site().use(JavaSite.OURS + "ImageConvolutionLayer");
        site().use("org.nd4j.linalg.activations.impl.ActivationIdentity");
        site().declare("// Vitrine's: the backward pass of DL4J's SeparableConvolution2D fails");
        String inSpace = "new ImageConvolutionLayer(" + channels + ", " + spec.kernel() + ", " + spec.stride() + ", "
                + spec.dilation() + ", " + (spec.padding() == Padding.SAME) + ", new ActivationIdentity())";
        JavaSite.layer(
                site(),
                id + ".first",
                "sized(" + inSpace + ".depthwise().withoutBias(), " + channels + ", " + channels + ")",
                JavaSite.sources(site()));
        String overChannels = "new ImageConvolutionLayer(" + spec.filters() + ", 1, 1, 1, false, "
                + activation(site(), spec.activation()) + ")";
        JavaSite.layer(
                site(),
                id,
                "sized(" + overChannels + ", " + channels + ", " + spec.filters() + ")",
                JavaSite.quoted(id + ".first"));
        return null;
    }

    @Override
    default Void visit(TransposedConvolution2D spec) {
        loads(site(), "W", "b");
        stock(
                site(),
                "Deconvolution2D",
                square(spec.kernel()),
                channels()
                        + window(site(), spec.stride(), 1, spec.padding(), true)
                        + activated(site(), spec.activation()));
        return null;
    }

    @Override
    default Void visit(Pooling2D spec) {
        site().use(JavaSite.STOCK + "PoolingType");
        stock(
                site(),
                "SubsamplingLayer",
                "PoolingType." + (spec.mode() == PoolingMode.MAX ? "MAX" : "AVG"),
                ".kernelSize(" + square(spec.kernel()) + ")" + window(site(), spec.stride(), 1, spec.padding(), true));
        return null;
    }

    @Override
    default Void visit(Convolution1D spec) {
        loads(site(), "W", "b");
        ours(
                site(),
                "knows masks, and trains several times faster than DL4J's",
                "SequenceConvolutionLayer",
                spec.filters() + ", " + spec.kernel() + ", " + spec.stride() + ", " + spec.dilation() + ", "
                        + (spec.padding() == Padding.SAME) + ", " + activation(site(), spec.activation()));
        passesMask();
        return null;
    }

    @Override
    default Void visit(Pooling1D spec) {
        site().use(JavaSite.OURS + "SequencePoolingLayer");
        ours(
                site(),
                "masked steps do not count",
                "SequencePoolingLayer",
                "SequencePoolingLayer.Mode." + spec.mode().name() + ", " + spec.kernel() + ", " + spec.stride() + ", "
                        + (spec.padding() == Padding.SAME));
        passesMask();
        return null;
    }

    @Override
    default Void visit(GlobalPooling spec) {
        boolean maximum = spec.mode() == PoolingMode.MAX;
        if (site().input() instanceof Image) {
            site().use(JavaSite.STOCK + "PoolingType");
            stock(site(), "GlobalPoolingLayer", "PoolingType." + (maximum ? "MAX" : "AVG"), "");
        } else {
            String made = "new GlobalPoolingVertex(" + maximum + ")";
            oursVertex(site(), "DL4J's gives NaN where all steps are masked", "GlobalPoolingVertex", made);
        }
        return null;
    }
}
