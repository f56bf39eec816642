package org.vitrine.exchange.code.pytorch;

import static org.vitrine.exchange.code.pytorch.TorchFunctions.hidden;
import static org.vitrine.exchange.code.pytorch.TorchFunctions.result;

import org.vitrine.exchange.code.Site;
import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.CenterOutput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.CtcOutput;
import org.vitrine.graph.layer.DetectionOutput;
import org.vitrine.graph.layer.LayerVisitor;
import org.vitrine.graph.layer.ReconstructionOutput;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.layer.TripletOutput;

/** Output heads without their softmax or sigmoid, which belong to the loss. */
interface TorchHeads extends LayerVisitor<Void> {
    /** The node that is being written. */
    Site site();

    private Void dense() {
        TorchFunctions.linear(
                site(),
                site().name(),
                site().inChannels(),
                site().outChannels(),
                site().id().value());
        result(site(), hidden(site(), "self." + site().name() + "(" + site().in() + ")"));
        site().masksOutput(site().mask());
        return null;
    }

    @Override
    default Void visit(ClassificationOutput spec) {
        return dense();
    }

    @Override
    default Void visit(BinaryOutput spec) {
        return dense();
    }

    @Override
    default Void visit(RegressionOutput spec) {
        return dense();
    }

    @Override
    default Void visit(CtcOutput spec) {
        return dense();
    }

    @Override
    default Void visit(TripletOutput spec) {
        return dense();
    }

    @Override
    default Void visit(ReconstructionOutput spec) {
        return dense();
    }

    @Override
    default Void visit(CenterOutput spec) {
        long classes = (site().outChannels() - spec.units()) / 2;
        String name = site().name();
        String key = "w[\"" + site().id() + "/";
        site().use("center_head");
        site().declare("self." + name + " = CenterHead(" + site().inChannels() + ", " + spec.units() + ", " + classes
                + ")");
        site().load("put(model." + name + ".embedding.weight, " + key + "W\"].T)");
        site().load("put(model." + name + ".embedding.bias, " + key + "b\"])");
        site().load("put(model." + name + ".scores.weight, " + key + "cW\"].T)");
        site().load("put(model." + name + ".scores.bias, " + key + "cb\"])");
        site().load("put(model." + name + ".centers, " + key + "centers\"])");
        result(site(), "self." + name + "(" + site().in() + ")");
        return null;
    }

    @Override
    default Void visit(DetectionOutput spec) {
        String name = site().name();
        site().declare("self." + name + " = nn.Conv2d(" + site().inChannels() + ", " + site().outChannels() + ", 1)");
        site().load("put(model." + name + ".weight, w[\"" + site().id() + "/W\"])");
        site().load("put(model." + name + ".bias, w[\"" + site().id() + "/b\"])");
        result(site(), "self." + name + "(" + site().in() + ")");
        return null;
    }
}
