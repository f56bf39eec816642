package org.vitrine.graph.layer;

import java.util.List;
import java.util.Optional;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Target;

/**
 * A dense layer with softmax and cross entropy, as wide as the data set has classes. Where the data asks for a class at each
 * time step, it takes a sequence and is applied to each step.
 *
 * @param labelSmoothing share of the target spread evenly over all classes (Szegedy et al. 2016)
 * @param focusing exponent gamma of the focal loss (Lin et al. 2017); 0 is plain cross entropy
 */
public record ClassificationOutput(
        @Range(min = 0, max = 0.5, step = 0.05) double labelSmoothing,
        @Range(min = 0, max = 5, step = 0.5) double focusing)
        implements LayerSpec {

    /** Plain cross entropy. */
    public ClassificationOutput() {
        this(0, 0);
    }

    @Override
    public Family family() {
        return Family.OUTPUT;
    }

    @Override
    public Optional<Metric> metric() {
        return Optional.of(Metric.ACCURACY);
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        if (data.target().kind() == Target.Kind.STEP_CLASSES) {
            return Heads.denseAtEachStep(inputs.get(0), data.target());
        }
        return Heads.dense(inputs.get(0), Heads.classes(data, type()));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
