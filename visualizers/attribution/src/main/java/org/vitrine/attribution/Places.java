package org.vitrine.attribution;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vitrine.graph.layer.CtcOutput;
import org.vitrine.graph.layer.DetectionOutput;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.layer.ReconstructionOutput;
import org.vitrine.graph.layer.TripletOutput;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/**
 * Where a head scores an example that it gives no score as a whole. Places are counted row by row.
 *
 * @param axes lengths: [steps], [height, width] of pixels or cells, those of the values that are given back, or [width] of an
 *     embedding
 */
public record Places(Kind kind, List<Integer> axes) {

    /** What a place is. */
    public enum Kind {
        STEP,
        PIXEL,
        CELL,
        VALUE,
        COORDINATE
    }

    public Places {
        axes = List.copyOf(axes);
    }

    /** The places that a model scores; empty if it scores examples as a whole, or nothing. */
    public static Optional<Places> of(ModelFacts model) {
        if (model.refusal().isPresent() || model.wholeRefusal().isEmpty()) {
            return Optional.empty();
        }
        Map<NodeId, Shape> shapes = new HashMap<>();
        for (Node node : model.graph().neededOrder()) {
            List<Shape> inputs = model.graph().inputsOf(node.id()).stream()
                    .map(edge -> shapes.get(edge.from()))
                    .toList();
            Shape shape = node.layer().infer(inputs, model.data()).output();
            shapes.put(node.id(), shape);
            if (node.layer().family() == Family.OUTPUT) {
                // What is given back has the input's shape, whatever the layer's is.
                boolean back = node.layer() instanceof ReconstructionOutput;
                return Optional.of(of(node, back ? model.data().input() : shape));
            }
        }
        return Optional.empty();
    }

    private static Places of(Node head, Shape shape) {
        if (head.layer() instanceof ReconstructionOutput) {
            return new Places(Kind.VALUE, lengths(shape, false));
        }
        if (head.layer() instanceof TripletOutput) {
            return new Places(Kind.COORDINATE, lengths(shape, false));
        }
        boolean steps = head.layer() instanceof CtcOutput || shape instanceof Sequence;
        return new Places(
                steps ? Kind.STEP : head.layer() instanceof DetectionOutput ? Kind.CELL : Kind.PIXEL,
                lengths(shape, true));
    }

    /** Of all axes, or of those behind the first. */
    private static List<Integer> lengths(Shape shape, boolean behindFirst) {
        if (shape instanceof Image image) {
            List<Integer> all = List.of((int) image.channels(), (int) image.height(), (int) image.width());
            return behindFirst ? all.subList(1, 3) : all;
        }
        if (shape instanceof Sequence sequence) {
            List<Integer> all = List.of((int) sequence.features(), (int) sequence.length());
            return behindFirst ? all.subList(1, 2) : all;
        }
        return List.of((int) shape.size());
    }

    /** Whether there is one score at a place, and not one for each class. */
    public boolean single() {
        return kind == Kind.VALUE || kind == Kind.COORDINATE;
    }

    /** How many there are. */
    public int count() {
        return axes.stream().reduce(1, Math::multiplyExact);
    }

    /** Where a place lies along the axes. */
    public int[] position(int place) {
        int[] position = new int[axes.size()];
        int rest = place;
        for (int axis = axes.size() - 1; axis >= 0; axis--) {
            position[axis] = rest % axes.get(axis);
            rest /= axes.get(axis);
        }
        return position;
    }

    /**
     * The place of a position.
     *
     * @throws IllegalArgumentException if it does not lie within, in words
     */
    public int place(int... position) {
        boolean within = position.length == axes.size()
                && IntStream.range(0, position.length)
                        .allMatch(axis -> position[axis] >= 0 && position[axis] < axes.get(axis));
        if (!within) {
            throw new IllegalArgumentException("There is no place " + text(position) + ": there are "
                    + axes.stream().map(String::valueOf).collect(Collectors.joining(" × ")) + ", from 1");
        }
        int place = 0;
        for (int axis = 0; axis < position.length; axis++) {
            place = place * axes.get(axis) + position[axis];
        }
        return place;
    }

    /** Positions as text, counted from 1 as people do: {@code 3} or {@code 3,4}. */
    public static String text(int... position) {
        return Arrays.stream(position).mapToObj(at -> String.valueOf(at + 1)).collect(Collectors.joining(","));
    }

    /**
     * Names of the scores of a place.
     *
     * @param targets names of the classes or labels
     * @param blank the name of no label, and of a value by itself
     */
    public List<String> scores(ModelFacts model, List<String> targets, String blank) {
        if (single()) {
            return List.of(blank);
        }
        boolean rows = model.graph().nodes().stream().anyMatch(node -> node.layer() instanceof CtcOutput);
        return rows ? Stream.concat(targets.stream(), Stream.of(blank)).toList() : targets;
    }
}
