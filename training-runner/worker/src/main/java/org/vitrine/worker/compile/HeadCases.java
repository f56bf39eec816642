package org.vitrine.worker.compile;

import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.CenterOutput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.CtcOutput;
import org.vitrine.graph.layer.DetectionOutput;
import org.vitrine.graph.layer.LayerVisitor;
import org.vitrine.graph.layer.ReconstructionOutput;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.layer.TripletOutput;
import org.vitrine.worker.layers.CenterHeadLayer;
import org.vitrine.worker.layers.ImageConvolutionLayer;

/** Output heads: a dense layer without activation, since objectives take the values before softmax or sigmoid. */
interface HeadCases extends LayerVisitor<Part> {
    /** The node that is being compiled. */
    Site site();

    private Part dense() {
        return DenseCases.dense(site(), Functions.activation(Activation.IDENTITY));
    }

    @Override
    default Part visit(ClassificationOutput spec) {
        return dense();
    }

    @Override
    default Part visit(BinaryOutput spec) {
        return dense();
    }

    @Override
    default Part visit(RegressionOutput spec) {
        return dense();
    }

    @Override
    default Part visit(CtcOutput spec) {
        return dense();
    }

    @Override
    default Part visit(TripletOutput spec) {
        return dense();
    }

    @Override
    default Part visit(ReconstructionOutput spec) {
        return dense();
    }

    @Override
    default Part visit(CenterOutput spec) {
        long classes = (site().output().size() - spec.units()) / 2;
        return site().sized(new CenterHeadLayer(classes, spec.units()));
    }

    @Override
    default Part visit(DetectionOutput spec) {
        return site().sized(new ImageConvolutionLayer(
                Site.channels(site().output()), 1, 1, 1, false, Functions.activation(Activation.IDENTITY)));
    }
}
