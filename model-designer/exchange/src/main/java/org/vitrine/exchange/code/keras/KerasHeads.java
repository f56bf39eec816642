package org.vitrine.exchange.code.keras;

import static org.vitrine.exchange.code.keras.KerasFunctions.hidden;
import static org.vitrine.exchange.code.keras.KerasFunctions.layer;
import static org.vitrine.exchange.code.keras.KerasFunctions.result;
import static org.vitrine.exchange.code.keras.KerasFunctions.w;

import org.vitrine.exchange.code.DenseHeads;
import org.vitrine.exchange.code.Site;
import org.vitrine.graph.layer.CenterOutput;
import org.vitrine.graph.layer.DetectionOutput;

/** Output heads without their softmax or sigmoid, which belong to the loss. */
interface KerasHeads extends DenseHeads {
    /** The node that is being written. */
    Site site();

    /** A name of its own for a further value or layer of the node. */
    String fresh(String ending);

    @Override
    default Void dense() {
        String made = layer(site(), "Dense", site().outChannels() + ", kernel_initializer=initializer");
        KerasFunctions.weights(site(), site().name(), w(site(), "W"), w(site(), "b"));
        result(site(), hidden(site(), made + "(" + site().in() + ")"));
        site().masksOutput(site().mask());
        return null;
    }

    @Override
    default Void visit(CenterOutput spec) {
        long classes = (site().outChannels() - spec.units()) / 2;
        site().use("centers");
        String start = ", kernel_initializer=initializer";
        String embedding = fresh("_embedding");
        String scores = fresh("_scores");
        String distances = fresh("_distances");
        site().forward(embedding + " = " + layer(embedding, "Dense", spec.units() + start) + "(" + site().in() + ")");
        site().forward(scores + " = " + layer(scores, "Dense", classes + start) + "(" + embedding + ")");
        site().forward(distances + " = Centers(" + classes + ", name=\"" + distances + "\")(" + embedding + ")");
        KerasFunctions.weights(site(), embedding, w(site(), "W"), w(site(), "b"));
        KerasFunctions.weights(site(), scores, w(site(), "cW"), w(site(), "cb"));
        KerasFunctions.weights(site(), distances, w(site(), "centers"));
        String parts = scores + ", " + distances + ", " + embedding;
        result(site(), layer(site(), "Concatenate", "") + "([" + parts + "])");
        return null;
    }

    @Override
    default Void visit(DetectionOutput spec) {
        String made = layer(site(), "Conv2D", site().outChannels() + ", 1, kernel_initializer=initializer");
        KerasFunctions.weights(site(), site().name(), w(site(), "W") + ".transpose(2, 3, 1, 0)", w(site(), "b"));
        result(site(), made + "(" + site().in() + ")");
        return null;
    }
}
