package org.vitrine.graph.analysis;

import java.util.List;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.CtcOutput;
import org.vitrine.graph.layer.DetectionOutput;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.LastStep;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.layer.RegressionLoss;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Tokens;

/** Layers that make one shape fit where another is wanted. */
final class Adapters {
    static final LayerSpec EMBEDDING = new Embedding(32);
    private static final LayerSpec AVERAGE = new GlobalPooling(PoolingMode.AVERAGE);
    private static final LayerSpec MAXIMUM = new GlobalPooling(PoolingMode.MAX);

    private Adapters() {}

    /** Ways to make a vector, best first; each is a chain of layers. Empty chain: it is one already. */
    static List<List<LayerSpec>> toVector(Shape shape) {
        if (shape instanceof Flat) {
            return List.of(List.of());
        }
        if (shape instanceof Image) {
            return List.of(List.of(new Flatten()), List.of(AVERAGE));
        }
        if (shape instanceof Tokens) {
            return List.of(List.of(EMBEDDING, AVERAGE));
        }
        return List.of(List.of(AVERAGE), List.of(new LastStep()), List.of(MAXIMUM), List.of(new Flatten()));
    }

    /** The head that fits the data's target. */
    static LayerSpec head(DataSpec data) {
        return switch (data.target().kind()) {
            case CLASSES, STEP_CLASSES -> new ClassificationOutput();
            case VALUES -> new RegressionOutput(RegressionLoss.MSE);
            case LABELS -> new CtcOutput();
            case BOXES -> new DetectionOutput(5, 0.5);
        };
    }
}
