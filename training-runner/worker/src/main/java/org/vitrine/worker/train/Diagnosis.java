package org.vitrine.worker.train;

import java.util.List;
import org.vitrine.worker.network.PassTrace;
import org.vitrine.worker.network.PassTrace.AtVertex;
import org.vitrine.worker.network.ValueRange;

/**
 * Where a value that is no number came from.
 *
 * @param node of the graph, without what the compiler added to its name; empty if none is to blame
 * @param pass forward, backward, loss or data
 * @param input what went into the node
 */
record Diagnosis(String node, String pass, ValueRange input, Cause cause) {
    /** Inputs beyond this were hardly scaled. */
    private static final double UNSCALED = 100;

    /** No weight that is trained with sense gets here. */
    private static final double HUGE_WEIGHT = 1e6;

    /** Beyond this the square of a value is near the end of single precision. */
    private static final double EXPLODED = 1e15;

    /** The likely cause. */
    enum Cause {
        /** The inputs hold NaN or infinity. */
        DATA,
        /** The targets hold NaN or infinity. */
        TARGETS,
        /** The steps before took weights beyond all bounds. */
        WEIGHTS,
        /** The inputs are far from the order of one. */
        UNSCALED_INPUT,
        EXPLODING_ACTIVATIONS,
        EXPLODING_GRADIENTS,
        /** All values are finite, but the loss of them is not: the logarithm of zero, or a division by it. */
        LOSS,
        /** A function was applied where it is not defined. */
        UNDEFINED_OPERATION
    }

    /** Follows the traces of the parts of the batch that failed. */
    static Diagnosis of(List<PassTrace> parts) {
        return of(parts.stream().filter(part -> !part.isFinite()).findFirst().orElse(parts.get(0)));
    }

    private static Diagnosis of(PassTrace trace) {
        if (!trace.inputs().isFinite()) {
            return new Diagnosis("", "data", trace.inputs(), Cause.DATA);
        }
        if (!trace.targets().isFinite()) {
            return new Diagnosis("", "data", trace.targets(), Cause.TARGETS);
        }
        for (AtVertex vertex : trace.vertices()) {
            if (!vertex.output().isFinite() || !vertex.parameters().isFinite()) {
                return new Diagnosis(
                        node(vertex),
                        "forward",
                        vertex.input(),
                        cause(trace, vertex.input().magnitude() > EXPLODED, Cause.EXPLODING_ACTIVATIONS));
            }
        }
        AtVertex last = trace.vertices().get(trace.vertices().size() - 1);
        if (!Double.isFinite(trace.loss()) || !last.epsilon().isFinite()) {
            return new Diagnosis("", "loss", last.output(), Cause.LOSS);
        }
        return backward(trace);
    }

    private static Diagnosis backward(PassTrace trace) {
        List<AtVertex> vertices = trace.vertices();
        for (int i = vertices.size() - 1; i >= 0; i--) {
            AtVertex vertex = vertices.get(i);
            if (vertex.epsilon().isFinite() && !vertex.gradients().isFinite()) {
                boolean large = vertex.epsilon().magnitude() > EXPLODED
                        || vertex.input().magnitude() > EXPLODED;
                return new Diagnosis(
                        node(vertex), "backward", vertex.input(), cause(trace, large, Cause.EXPLODING_GRADIENTS));
            }
        }
        // Each is finite, but the sum of their squares is not.
        AtVertex largest = vertices.get(0);
        for (AtVertex vertex : vertices) {
            largest = vertex.gradients().magnitude() > largest.gradients().magnitude() ? vertex : largest;
        }
        return new Diagnosis(node(largest), "backward", largest.input(), cause(trace, true, Cause.EXPLODING_GRADIENTS));
    }

    /** What comes first explains the rest: inputs, then weights, then what grew between the layers. */
    private static Cause cause(PassTrace trace, boolean large, Cause growth) {
        if (trace.inputs().magnitude() > UNSCALED) {
            return Cause.UNSCALED_INPUT;
        }
        for (AtVertex vertex : trace.vertices()) {
            if (!vertex.parameters().isFinite() || vertex.parameters().magnitude() > HUGE_WEIGHT) {
                return Cause.WEIGHTS;
            }
        }
        return large ? growth : Cause.UNDEFINED_OPERATION;
    }

    /** The compiler makes several vertices of some nodes, called by the node's name, a dot and their part. */
    private static String node(AtVertex vertex) {
        int dot = vertex.name().indexOf('.');
        return dot < 0 ? vertex.name() : vertex.name().substring(0, dot);
    }
}
