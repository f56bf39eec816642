package org.vitrine.exchange.code.pytorch;

import static org.vitrine.exchange.code.pytorch.TorchFunctions.hidden;
import static org.vitrine.exchange.code.pytorch.TorchFunctions.result;

import org.vitrine.exchange.code.DenseHeads;
import org.vitrine.exchange.code.Site;
import org.vitrine.graph.layer.CenterOutput;
import org.vitrine.graph.layer.DetectionOutput;

/** Output heads without their softmax or sigmoid, which belong to the loss. */
interface TorchHeads extends DenseHeads {
    /** The node that is being written. */
    Site site();

    @Override
    default Void dense() {
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
