package org.vitrine.graph.layer;

import java.util.List;
import java.util.Optional;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Target;

/**
 * Reads a row of labels off a sequence without being told where each stands: a dense layer at each step, as wide as the data
 * has labels and one more for none, with connectionist temporal classification as loss (Graves et al. 2006).
 */
public record CtcOutput() implements LayerSpec {

    @Override
    public Family family() {
        return Family.OUTPUT;
    }

    @Override
    public Optional<Metric> metric() {
        return Optional.of(Metric.LABEL_ERROR);
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        Target target = Heads.target(data, Target.Kind.LABELS, type());
        Sequence sequence = Heads.sequence(inputs.get(0), target);
        if (sequence.length() < 2L * target.length() - 1) {
            throw new ShapeException("ctc.steps", sequence.length(), target.length());
        }
        int units = target.size() + 1;
        return new Inference(new Sequence(units, sequence.length()), (sequence.features() + 1) * units);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
