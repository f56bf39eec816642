package org.vitrine.graph.layer;

import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Target;

/** What output heads share: they end in a dense layer as wide as the target. */
final class Heads {
    private Heads() {}

    static int classes(DataSpec data, String head) {
        Target target = data.target();
        if (target.kind() == Target.Kind.STEP_CLASSES) {
            throw new ShapeException("head.one-class", head, target.length());
        }
        if (target.kind() != Target.Kind.CLASSES) {
            throw new ShapeException("head.needs-classes", head, target.size());
        }
        return target.size();
    }

    static int values(DataSpec data, String head) {
        if (data.target().kind() != Target.Kind.VALUES) {
            throw new ShapeException("head.needs-values", head, data.target().size());
        }
        return data.target().size();
    }

    static Inference dense(Shape input, int units) {
        if (!(input instanceof Flat)) {
            throw new ShapeException("head.needs-flat", input.text());
        }
        return new Inference(new Flat(units), (input.size() + 1) * units);
    }

    /** A dense layer applied to each of the target's steps. */
    static Inference denseAtEachStep(Shape input, Target target) {
        if (!(input instanceof Sequence sequence)) {
            throw new ShapeException("head.needs-steps", input.text(), target.length());
        }
        if (sequence.length() != target.length()) {
            throw new ShapeException("head.steps-differ", sequence.length(), target.length());
        }
        return new Inference(new Sequence(target.size(), sequence.length()), (sequence.features() + 1) * target.size());
    }
}
