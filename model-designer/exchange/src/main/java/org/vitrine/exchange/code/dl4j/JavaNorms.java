package org.vitrine.exchange.code.dl4j;

import static org.vitrine.exchange.code.dl4j.JavaSite.loads;
import static org.vitrine.exchange.code.dl4j.JavaSite.ours;
import static org.vitrine.exchange.code.dl4j.JavaSite.oursVertex;
import static org.vitrine.exchange.code.dl4j.JavaSite.sizes;
import static org.vitrine.exchange.code.dl4j.JavaSite.stock;

import org.vitrine.exchange.code.Literals;
import org.vitrine.exchange.code.Site;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.GroupNormalization;
import org.vitrine.graph.layer.LayerNormalization;
import org.vitrine.graph.layer.LayerVisitor;
import org.vitrine.graph.layer.RmsNormalization;
import org.vitrine.graph.layer.Sampling;
import org.vitrine.graph.shape.Sequence;

/** Normalisation. */
interface JavaNorms extends LayerVisitor<Void> {
    /** The node that is being written. */
    Site site();

    /** Whether any input has a mask; it goes on to the output. */
    boolean passesMask();

    private Void done() {
        passesMask();
        return null;
    }

    @Override
    default Void visit(BatchNormalization spec) {
        loads(site(), "gamma", "beta", "mean", "var");
        String epsilon = Literals.real(spec.epsilon());
        if (site().input() instanceof Sequence) {
            site().use(JavaSite.PARTS + "BatchNormalizationLayer");
            site().declare("// Vitrine's: DL4J's can not train on sequences");
            JavaSite.layer(
                    site(),
                    site().id().value(),
                    "new BatchNormalizationLayer(" + site().inChannels() + ", " + Literals.real(spec.decay()) + ", "
                            + epsilon + ")",
                    JavaSite.sources(site()));
            return done();
        }
        stock(
                site(),
                "BatchNormalization",
                "",
                sizes(site().inChannels(), site().inChannels()) + ".decay(" + Literals.real(spec.decay()) + ").eps("
                        + epsilon + ").useLogStd(false)");
        return null;
    }

    @Override
    default Void visit(LayerNormalization spec) {
        loads(site(), "g", "b");
        ours(site(), "DL4J has none", "LayerNormalizationLayer", Literals.real(spec.epsilon()));
        return done();
    }

    @Override
    default Void visit(RmsNormalization spec) {
        loads(site(), "g");
        ours(site(), "DL4J has none", "RmsNormalizationLayer", Literals.real(spec.epsilon()));
        return done();
    }

    @Override
    default Void visit(GroupNormalization spec) {
        loads(site(), "g", "b");
        ours(site(), "DL4J has none", "GroupNormalizationLayer", spec.groups() + ", " + Literals.real(spec.epsilon()));
        return done();
    }

    @Override
    default Void visit(Sampling spec) {
        oursVertex(
                site(),
                "DL4J has none; its divergence is part of the loss",
                "SamplingVertex",
                "new SamplingVertex(" + Literals.real(spec.beta()) + ")");
        return done();
    }
}
