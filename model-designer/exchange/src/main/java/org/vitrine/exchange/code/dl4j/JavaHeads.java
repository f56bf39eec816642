package org.vitrine.exchange.code.dl4j;

import static org.vitrine.exchange.code.dl4j.JavaSite.loads;
import static org.vitrine.exchange.code.dl4j.JavaSite.ours;
import static org.vitrine.exchange.code.dl4j.JavaSite.sizes;
import static org.vitrine.exchange.code.dl4j.JavaSite.stock;

import org.vitrine.exchange.code.DenseHeads;
import org.vitrine.exchange.code.Site;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.CenterOutput;
import org.vitrine.graph.layer.DetectionOutput;

/** Output heads: layers with a loss where all of the program is Deeplearning4j's, else plain ones before an objective. */
interface JavaHeads extends DenseHeads {
    /** The node that is being written. */
    Site site();

    /** The loss of an output layer of Deeplearning4j, such as {@code MCXENT}; empty where an objective of Vitrine has it. */
    String stockLoss();

    @Override
    default Void dense() {
        if (stockLoss().isEmpty()) {
            JavaShapes.dense(site(), Activation.IDENTITY, false);
            return null;
        }
        loads(site(), "W", "b");
        String loss = stockLoss();
        site().use("org.nd4j.linalg.lossfunctions.LossFunctions");
        site().use("org.nd4j.linalg.activations.Activation");
        String activation = loss.equals("MCXENT") ? "SOFTMAX" : loss.equals("XENT") ? "SIGMOID" : "IDENTITY";
        stock(
                site(),
                "OutputLayer",
                "LossFunctions.LossFunction." + loss,
                sizes(site().inChannels(), site().outChannels()) + ".activation(Activation." + activation + ")");
        return null;
    }

    @Override
    default Void visit(CenterOutput spec) {
        loads(site(), "W", "b", "cW", "cb", "centers");
        long classes = (site().outChannels() - spec.units()) / 2;
        ours(site(), "DL4J has none with trained centres", "CenterHeadLayer", classes + ", " + spec.units());
        return null;
    }

    @Override
    default Void visit(DetectionOutput spec) {
        loads(site(), "W", "b");
        stock(
                site(),
                "ConvolutionLayer",
                "1, 1",
                sizes(site().inChannels(), site().outChannels()) + JavaSite.activated(site(), Activation.IDENTITY));
        return null;
    }
}
