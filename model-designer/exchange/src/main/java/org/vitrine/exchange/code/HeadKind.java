package org.vitrine.exchange.code;

import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.CenterOutput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.CtcOutput;
import org.vitrine.graph.layer.DetectionOutput;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.ReconstructionLoss;
import org.vitrine.graph.layer.ReconstructionOutput;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.layer.TripletOutput;
import org.vitrine.graph.shape.Target;

/** The losses that there are. */
public enum HeadKind {
    CLASSES(Metric.ACCURACY),
    STEP_CLASSES(Metric.ACCURACY),
    BINARY(Metric.ACCURACY),
    SQUARED(Metric.RMSE),
    ABSOLUTE(Metric.RMSE),
    HUBER(Metric.RMSE),
    CTC(Metric.NONE),
    TRIPLET(Metric.NONE),
    CENTER(Metric.ACCURACY),
    DETECTION(Metric.NONE),
    RECONSTRUCTION_BINARY(Metric.RMSE),
    RECONSTRUCTION_SQUARED(Metric.RMSE);

    private final Metric metric;

    HeadKind(Metric metric) {
        this.metric = metric;
    }

    /** What programs print beside the loss; some metrics would take more lines than the model. */
    public enum Metric {
        ACCURACY,
        RMSE,
        NONE
    }

    public Metric metric() {
        return metric;
    }

    /** Whether values are predicted, which have a scale. */
    public boolean isRegression() {
        return this == SQUARED || this == ABSOLUTE || this == HUBER;
    }

    /** The loss of a head on data with a target. */
    public static HeadKind of(LayerSpec head, Target target) {
        if (head instanceof ClassificationOutput) {
            return target.kind() == Target.Kind.STEP_CLASSES ? STEP_CLASSES : CLASSES;
        } else if (head instanceof BinaryOutput) {
            return BINARY;
        } else if (head instanceof RegressionOutput regression) {
            return switch (regression.loss()) {
                case MSE -> SQUARED;
                case MAE -> ABSOLUTE;
                case HUBER -> HUBER;
            };
        } else if (head instanceof CtcOutput) {
            return CTC;
        } else if (head instanceof TripletOutput) {
            return TRIPLET;
        } else if (head instanceof CenterOutput) {
            return CENTER;
        } else if (head instanceof DetectionOutput) {
            return DETECTION;
        } else if (head instanceof ReconstructionOutput reconstruction) {
            return reconstruction.loss() == ReconstructionLoss.BINARY_CROSS_ENTROPY
                    ? RECONSTRUCTION_BINARY
                    : RECONSTRUCTION_SQUARED;
        }
        throw new IllegalArgumentException(head + " is no output layer");
    }
}
