package org.vitrine.worker.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.layer.ShapeException;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;

/**
 * A layer in a small network: input, the layer under the name {@code subject}, what it takes to get to a vector, and a head.
 *
 * @param masked whether the last steps of some sequences are padding
 */
record LayerCase(LayerSpec spec, Shape input, boolean masked) {
    static final String SUBJECT = "subject";
    private static final int EXAMPLES = 4;
    private static final double GRID = 1.0 / 1024;

    /** Of finite differences. */
    static final float STEP = 1f / 8192;

    private static final List<Shape> SHAPES =
            List.of(new Flat(5), new Image(2, 6, 5), new Sequence(4, 5), new Tokens(7, 5));

    /** The layer on every kind of input that it takes, sequences with and without a mask. */
    static List<LayerCase> of(LayerSpec spec) {
        List<LayerCase> cases = new ArrayList<>();
        for (Shape shape : SHAPES) {
            LayerCase plain = new LayerCase(spec, shape, false);
            if (plain.isPossible()) {
                cases.add(plain);
                if (shape instanceof Sequence || shape instanceof Tokens) {
                    cases.add(new LayerCase(spec, shape, true));
                }
            }
        }
        return cases;
    }

    private boolean isPossible() {
        try {
            output();
            return !(spec instanceof Input);
        } catch (ShapeException e) {
            return false;
        }
    }

    DataSpec data() {
        if (spec instanceof RegressionOutput) {
            return new DataSpec(input, Target.values(3));
        }
        return new DataSpec(input, Target.classes(spec instanceof BinaryOutput ? 2 : 3));
    }

    Shape output() {
        return spec.infer(java.util.Collections.nCopies(spec.ports().min(), input), data())
                .output();
    }

    ModelGraph graph() {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        nodes.add(node("in", new Input()));
        nodes.add(node(SUBJECT, spec));
        for (int port = 0; port < spec.ports().min(); port++) {
            edges.add(edge("in", SUBJECT, port));
        }
        String last = SUBJECT;
        if (output() instanceof Tokens) {
            nodes.add(node("embedding", new Embedding(3)));
            edges.add(edge(last, "embedding", 0));
            last = "embedding";
        }
        if (!(output() instanceof Flat)) {
            nodes.add(node("vector", masked ? new GlobalPooling(PoolingMode.AVERAGE) : new Flatten()));
            edges.add(edge(last, "vector", 0));
            last = "vector";
        }
        if (spec.family() != Family.OUTPUT) {
            nodes.add(node("mix", new Dense(4, org.vitrine.graph.layer.Activation.TANH)));
            edges.add(edge(last, "mix", 0));
            nodes.add(node("head", new ClassificationOutput()));
            edges.add(edge("mix", "head", 0));
        }
        return new ModelGraph(nodes, edges);
    }

    private static Node node(String id, LayerSpec layer) {
        return new Node(new NodeId(id), layer);
    }

    private static Edge edge(String from, String to, int port) {
        return new Edge(new NodeId(from), new NodeId(to), port);
    }

    /**
     * Inputs lie on a grid, no two on the same point and none at zero, further apart than {@link #STEP}: finite differences
     * meet no kink, and their steps are exact in single precision.
     */
    Batch batch() {
        SplittableRandom random = new SplittableRandom(11);
        Tensor inputs = Tensor.zeros(shape());
        Set<Long> taken = new HashSet<>();
        for (int i = 0; i < inputs.size(); i++) {
            if (input instanceof Tokens tokens) {
                inputs.values()[i] = random.nextInt(1, (int) tokens.vocabulary());
            } else {
                long point = random.nextLong(-900, 900);
                while (!taken.add(point)) {
                    point = random.nextLong(-900, 900);
                }
                inputs.values()[i] = (float) ((point + 0.5) * GRID);
            }
        }
        Target target = data().target();
        boolean classes = target.kind() == Target.Kind.CLASSES;
        Tensor targets = classes ? Tensor.zeros(EXAMPLES) : Tensor.zeros(EXAMPLES, target.size());
        for (int i = 0; i < targets.size(); i++) {
            targets.values()[i] = classes ? i % target.size() : (float) random.nextDouble(-1, 1);
        }
        return new Batch(inputs, targets, masked ? mask() : null);
    }

    private int[] shape() {
        if (input instanceof Image image) {
            return new int[] {EXAMPLES, (int) image.channels(), (int) image.height(), (int) image.width()};
        }
        if (input instanceof Sequence sequence) {
            return new int[] {EXAMPLES, (int) sequence.features(), (int) sequence.length()};
        }
        return new int[] {EXAMPLES, (int) input.size()};
    }

    private @Nullable Tensor mask() {
        int steps = input instanceof Sequence sequence ? (int) sequence.length() : (int) input.size();
        Tensor mask = Tensor.zeros(EXAMPLES, steps);
        for (int example = 0; example < EXAMPLES; example++) {
            for (int step = 0; step < steps - example; step++) {
                mask.values()[example * steps + step] = 1;
            }
        }
        return mask;
    }

    @Override
    public String toString() {
        return spec + " on " + input + (masked ? ", masked" : "");
    }
}
