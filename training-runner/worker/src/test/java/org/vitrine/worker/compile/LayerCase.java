package org.vitrine.worker.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.PoolingMode;
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
 * @param masked whether some steps of some sequences are padding: before, behind and between the real ones
 */
record LayerCase(LayerSpec spec, DataSpec data, boolean masked) {
    static final String SUBJECT = "subject";
    private static final String SHARED = "shared";
    private static final int EXAMPLES = 4;
    private static final double GRID = 1.0 / 1024;

    /** Of finite differences at the input. */
    static final float STEP = 1f / 8192;

    private static final List<Shape> SHAPES =
            List.of(new Flat(5), new Image(2, 6, 5), new Sequence(4, 5), new Tokens(7, 5));

    /** A head takes some of them; what other layers do does not depend on them. */
    private static final List<Target> TARGETS = List.of(
            Target.classes(3),
            Target.classes(2),
            Target.values(3),
            Target.stepClasses(3, 5),
            Target.labels(3, 2),
            Target.boxes(2, 2));

    /** For each step of {@link #SHAPES}, example by example. */
    private static final float[] MASK = {1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 1, 0, 1, 1, 0};

    /** The layer on every kind of input that it takes, sequences with and without a mask. */
    static List<LayerCase> of(LayerSpec spec) {
        List<LayerCase> cases = new ArrayList<>();
        for (Shape shape : SHAPES) {
            TARGETS.stream()
                    .map(target -> new LayerCase(spec, new DataSpec(shape, target), false))
                    .filter(LayerCase::isPossible)
                    .findFirst()
                    .ifPresent(plain -> {
                        cases.add(plain);
                        if (plain.hasSteps()) {
                            cases.add(new LayerCase(spec, plain.data(), true));
                        }
                    });
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

    Shape input() {
        return data.input();
    }

    boolean hasSteps() {
        return input() instanceof Sequence || input() instanceof Tokens;
    }

    Shape output() {
        return spec.infer(Collections.nCopies(spec.ports().min(), input()), data)
                .output();
    }

    LayerCase with(LayerSpec other) {
        return new LayerCase(other, data, masked);
    }

    ModelGraph graph() {
        Parts parts = new Parts();
        parts.add("in", new Input());
        parts.add(SUBJECT, spec, Collections.nCopies(spec.ports().min(), "in"));
        finish(parts, SUBJECT);
        return parts.graph();
    }

    /** A layer that is trained, and the sum of two copies of the subject that share its output. */
    ModelGraph branches() {
        Parts parts = new Parts();
        parts.add("in", new Input());
        parts.add(SHARED, sharedLayer(), List.of("in"));
        for (String copy : List.of(SUBJECT, "twin")) {
            parts.add(copy, spec, List.of(SHARED, "in").subList(0, spec.ports().min()));
        }
        parts.add("sum", new Add(), List.of(SUBJECT, "twin"));
        finish(parts, "sum");
        return parts.graph();
    }

    boolean canBranch() {
        return spec.family() != Family.OUTPUT && !(input() instanceof Tokens);
    }

    /** Keeps the shape. */
    private LayerSpec sharedLayer() {
        if (input() instanceof Image image) {
            return new Convolution2D((int) image.channels(), 1, 1, 1, Padding.SAME, Activation.TANH);
        }
        long features = input() instanceof Sequence sequence ? sequence.features() : input().size();
        return new Dense((int) features, Activation.TANH);
    }

    /** What follows the subject, on its output as the data. */
    ModelGraph rest() {
        Parts parts = new Parts();
        parts.add("in", new Input());
        finish(parts, "in");
        return parts.graph();
    }

    private void finish(Parts parts, String from) {
        String last = from;
        if (output() instanceof Tokens) {
            last = parts.add("embedding", new Embedding(3), List.of(last));
        }
        if (spec.family() == Family.OUTPUT) {
            return;
        }
        if (!(output() instanceof Flat)) {
            last = parts.add("vector", masked ? new GlobalPooling(PoolingMode.AVERAGE) : new Flatten(), List.of(last));
        }
        last = parts.add("mix", new Dense(4, Activation.TANH), List.of(last));
        parts.add("head", new ClassificationOutput(0, 0), List.of(last));
    }

    /** Collects nodes and the edges between them. */
    private static final class Parts {
        private final List<Node> nodes = new ArrayList<>();
        private final List<Edge> edges = new ArrayList<>();

        void add(String id, LayerSpec layer) {
            nodes.add(new Node(new NodeId(id), layer));
        }

        String add(String id, LayerSpec layer, List<String> sources) {
            add(id, layer);
            for (int port = 0; port < sources.size(); port++) {
                edges.add(new Edge(new NodeId(sources.get(port)), new NodeId(id), port));
            }
            return id;
        }

        ModelGraph graph() {
            return new ModelGraph(nodes, edges);
        }
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
            if (input() instanceof Tokens tokens) {
                inputs.values()[i] = random.nextInt(1, (int) tokens.vocabulary());
            } else {
                long point = random.nextLong(-900, 900);
                while (!taken.add(point)) {
                    point = random.nextLong(-900, 900);
                }
                inputs.values()[i] = (float) ((point + 0.5) * GRID);
            }
        }
        return new Batch(inputs, targets(random), masked ? Tensor.of(MASK.clone(), EXAMPLES, steps()) : null);
    }

    private Tensor targets(SplittableRandom random) {
        Target target = data.target();
        return switch (target.kind()) {
            case CLASSES -> {
                Tensor classes = Tensor.zeros(EXAMPLES);
                for (int i = 0; i < classes.size(); i++) {
                    classes.values()[i] = i % target.size();
                }
                yield classes;
            }
            case STEP_CLASSES -> {
                Tensor classes = Tensor.zeros(EXAMPLES, target.length());
                for (int i = 0; i < classes.size(); i++) {
                    classes.values()[i] = masked && MASK[i] == 0 ? -1 : i % target.size();
                }
                yield classes;
            }
            case LABELS -> Tensor.of(new float[] {0, 0, 2, 1, 1, -1, 2, 0}, EXAMPLES, target.length());
            case BOXES -> {
                Tensor boxes = Tensor.zeros(EXAMPLES, target.length(), 5);
                for (int i = 0; i < boxes.size(); i++) {
                    boxes.values()[i] = i % 5 == 0 ? (i / 5 + 1) % 3 - 1 : (float) random.nextDouble(0.1, 0.9);
                }
                yield boxes;
            }
            case VALUES -> {
                Tensor values = Tensor.zeros(EXAMPLES, target.size());
                for (int i = 0; i < values.size(); i++) {
                    values.values()[i] = (float) random.nextDouble(-1, 1);
                }
                yield values;
            }
        };
    }

    private int[] shape() {
        return shape(input(), EXAMPLES);
    }

    /** The shape of a tensor with so many examples. */
    static int[] shape(Shape shape, int examples) {
        if (shape instanceof Image image) {
            return new int[] {examples, (int) image.channels(), (int) image.height(), (int) image.width()};
        }
        if (shape instanceof Sequence sequence) {
            return new int[] {examples, (int) sequence.features(), (int) sequence.length()};
        }
        return new int[] {examples, (int) shape.size()};
    }

    private int steps() {
        return input() instanceof Sequence sequence ? (int) sequence.length() : (int) input().size();
    }

    /** Whether a value of the inputs belongs to a masked step. */
    boolean isMasked(Batch batch, int place) {
        Tensor mask = batch.mask();
        int example = place / (batch.inputs().size() / batch.size());
        return mask != null && mask.values()[example * steps() + place % steps()] == 0;
    }

    /** The same with other values in masked steps. */
    Batch withOtherPadding() {
        Batch batch = batch();
        @Nullable Tensor mask = batch.mask();
        Tensor inputs =
                new Tensor(batch.inputs().shape(), batch.inputs().values().clone());
        for (int i = 0; i < inputs.size(); i++) {
            if (isMasked(batch, i)) {
                inputs.values()[i] = input() instanceof Tokens ? 7 - inputs.values()[i] : 7.5f + i;
            }
        }
        return new Batch(inputs, batch.targets(), mask);
    }

    @Override
    public String toString() {
        return spec + " on " + data + (masked ? ", masked" : "");
    }
}
