package org.vitrine.graph.layer;

import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Target;

/** What output heads share: they end in a dense layer as wide as the target. */
final class Heads {
    private Heads() {}

    /** The data's target, which has to be of the given kind. */
    static Target target(DataSpec data, Target.Kind kind, String head) {
        Target target = data.target();
        if (target.kind() == kind) {
            return target;
        }
        boolean simple = target.kind() == Target.Kind.CLASSES || target.kind() == Target.Kind.VALUES;
        if (simple && kind == Target.Kind.CLASSES) {
            throw new ShapeException("head.needs-classes", head, target.size());
        }
        if (simple && kind == Target.Kind.VALUES) {
            throw new ShapeException("head.needs-values", head, target.size());
        }
        throw new ShapeException("head.target", head, target.text());
    }

    static int classes(DataSpec data, String head) {
        return target(data, Target.Kind.CLASSES, head).size();
    }

    static int values(DataSpec data, String head) {
        return target(data, Target.Kind.VALUES, head).size();
    }

    static Inference dense(Shape input, int units) {
        if (!(input instanceof Flat)) {
            throw new ShapeException("head.needs-flat", input.text());
        }
        return new Inference(new Flat(units), (input.size() + 1) * units);
    }

    static Sequence sequence(Shape input, Target target) {
        if (input instanceof Sequence sequence) {
            return sequence;
        }
        throw new ShapeException("head.needs-steps", input.text(), target.length());
    }

    /** A dense layer applied to each of the target's steps. */
    static Inference denseAtEachStep(Shape input, Target target) {
        Sequence sequence = sequence(input, target);
        if (sequence.length() != target.length()) {
            throw new ShapeException("head.steps-differ", sequence.length(), target.length());
        }
        return new Inference(new Sequence(target.size(), sequence.length()), (sequence.features() + 1) * target.size());
    }
}
