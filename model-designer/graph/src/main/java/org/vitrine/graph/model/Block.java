package org.vitrine.graph.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.graph.layer.BlockInput;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.layer.Inference;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.NestedLayer;
import org.vitrine.graph.layer.Ports;
import org.vitrine.graph.layer.Range;
import org.vitrine.graph.layer.ShapeException;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;

/**
 * Several layers as one. The sources of the body are {@link BlockInput}s, its only loose end is the output. Repetitions
 * stand in a row: the output of one is input 0 of the next, the other inputs go to all; each has weights of its own. A
 * body may be wrong while it is edited: the analysis says so. Blocks that nest deeper than {@link #DEEPEST} are refused.
 *
 * @param name what users call it, such as {@code Transformer encoder}
 * @param parameters handles on what is inside; targets that are not there are dropped
 */
public record Block(
        String name,
        ModelGraph body,
        List<BlockParameter> parameters,
        @Range(min = 1, max = 64) int repeat) implements NestedLayer {

    /** How deep blocks may nest. */
    public static final int DEEPEST = 8;
    /** How many layers one document may stand for. */
    public static final long MOST_LAYERS = 10_000;
    /** How many inputs a block may have. */
    public static final int MOST_INPUTS = 8;

    private static final int MOST_REPETITIONS = 64;

    public Block {
        if (depth(body) >= DEEPEST) {
            throw new IllegalArgumentException("Blocks nest at most " + DEEPEST + " deep");
        }
        List<BlockParameter> kept = new ArrayList<>();
        for (BlockParameter parameter : parameters) {
            List<BlockParameter.Target> found = parameter.targets().stream()
                    .filter(target -> isIn(body, target))
                    .toList();
            if (!found.isEmpty()) {
                kept.add(new BlockParameter(parameter.name(), found));
            }
        }
        parameters = List.copyOf(kept);
    }

    public Block withName(String newName) {
        return new Block(newName, body, parameters, repeat);
    }

    public Block withBody(ModelGraph newBody) {
        return new Block(name, newBody, parameters, repeat);
    }

    public Block withParameters(List<BlockParameter> newParameters) {
        return new Block(name, body, newParameters, repeat);
    }

    public Block withRepeat(int newRepeat) {
        return new Block(name, body, parameters, newRepeat);
    }

    /** The number of repetitions, in the range that is allowed whatever is being typed. */
    public int repetitions() {
        return Math.max(1, Math.min(MOST_REPETITIONS, repeat));
    }

    @Override
    public Family family() {
        return Family.BLOCK;
    }

    /** One for each port that the body names; a fault in the body may leave some of them unused. */
    @Override
    public Ports ports() {
        int most = 0;
        for (Node node : body.nodes()) {
            if (node.layer() instanceof BlockInput input && input.port() >= 0 && input.port() < MOST_INPUTS) {
                most = Math.max(most, input.port() + 1);
            }
        }
        return new Ports(most, most);
    }

    /** Nodes of the body that feed no other one; block inputs do not count. */
    public List<NodeId> ends() {
        return ends(body);
    }

    static List<NodeId> ends(ModelGraph body) {
        Set<NodeId> feeding = new HashSet<>();
        body.edges().forEach(edge -> feeding.add(edge.from()));
        return body.nodes().stream()
                .filter(node -> !(node.layer() instanceof BlockInput) && !feeding.contains(node.id()))
                .map(Node::id)
                .toList();
    }

    /** How many layers this block stands for, all repetitions and the blocks in it included. */
    public long layers() {
        long once = 0;
        for (Node node : body.nodes()) {
            if (node.layer() instanceof Block inner) {
                once += inner.layers();
            } else if (!(node.layer() instanceof BlockInput)) {
                once++;
            }
        }
        return Math.min(MOST_LAYERS * MOST_LAYERS, once * repetitions());
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        if (layers() > MOST_LAYERS) {
            throw new ShapeException("block.large", layers(), MOST_LAYERS);
        }
        List<Shape> arriving = new ArrayList<>(inputs);
        long parameters = 0;
        for (int repetition = 1; repetition <= repetitions(); repetition++) {
            Inference once = inferOnce(repetition, arriving, data);
            if (arriving.isEmpty() || once.output().equals(arriving.get(0))) {
                // All that follow see the same shapes.
                return new Inference(once.output(), parameters + (repetitions() - repetition + 1) * once.parameters());
            }
            parameters += once.parameters();
            arriving.set(0, once.output());
        }
        return new Inference(arriving.get(0), parameters);
    }

    private Inference inferOnce(int repetition, List<Shape> arriving, DataSpec data) {
        try {
            return inferBody(arriving, data);
        } catch (ShapeException refusal) {
            throw repetitions() == 1 ? refusal : refusal.inside(Integer.toString(repetition));
        }
    }

    private Inference inferBody(List<Shape> arriving, DataSpec data) {
        Map<NodeId, Shape> shapes = new HashMap<>();
        long parameters = 0;
        for (Node node : body.topologicalOrder()) {
            if (node.layer() instanceof BlockInput input) {
                if (input.port() < 0 || input.port() >= arriving.size()) {
                    throw new ShapeException("block-input.outside", input.port() + 1)
                            .inside(node.id().value());
                }
                shapes.put(node.id(), arriving.get(input.port()));
                continue;
            }
            Inference inference = inferNode(node, shapes, data);
            shapes.put(node.id(), inference.output());
            parameters += inference.parameters();
        }
        List<NodeId> ends = ends();
        Shape output = ends.size() == 1 ? shapes.get(ends.get(0)) : null;
        if (output == null) {
            throw new ShapeException("block.ends", ends.size());
        }
        return new Inference(output, parameters);
    }

    private Inference inferNode(Node node, Map<NodeId, Shape> shapes, DataSpec data) {
        LayerSpec layer = node.layer();
        if (layer instanceof Input || layer.family() == Family.OUTPUT) {
            throw new ShapeException("block.foreign", layer.type())
                    .inside(node.id().value());
        }
        List<Shape> inputs = new ArrayList<>();
        for (Edge edge : body.inputsOf(node.id())) {
            Shape shape = shapes.get(edge.from());
            if (shape != null && edge.port() == inputs.size()) {
                inputs.add(shape);
            }
        }
        int connected = body.inputsOf(node.id()).size();
        if (inputs.size() != connected
                || connected < layer.ports().min()
                || connected > layer.ports().max()) {
            throw new ShapeException("block.open", node.id().value(), connected);
        }
        try {
            return layer.infer(inputs, data);
        } catch (ShapeException refusal) {
            throw refusal.inside(node.id().value());
        }
    }

    private static int depth(ModelGraph graph) {
        int deepest = 0;
        for (Node node : graph.nodes()) {
            if (node.layer() instanceof Block inner) {
                deepest = Math.max(deepest, 1 + depth(inner.body()));
            }
        }
        return deepest;
    }

    private static boolean isIn(ModelGraph body, BlockParameter.Target target) {
        Optional<Node> node = body.find(target.node());
        return node.isPresent()
                && Arrays.stream(node.get().layer().getClass().getRecordComponents())
                        .anyMatch(component -> component.getName().equals(target.component()));
    }
}
