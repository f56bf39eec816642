package org.vitrine.exchange.code;

import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.CtcOutput;
import org.vitrine.graph.layer.LayerVisitor;
import org.vitrine.graph.layer.ReconstructionOutput;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.layer.TripletOutput;

/** Heads whose network part is a dense layer: their softmax or sigmoid belongs to the loss. */
public interface DenseHeads extends LayerVisitor<Void> {
    /** Writes the dense layer of the head. */
    Void dense();

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
}
