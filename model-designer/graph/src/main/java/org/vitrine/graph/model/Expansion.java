package org.vitrine.graph.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vitrine.graph.layer.BlockInput;

/**
 * A document with every block expanded. Total: where a body has no end or several, the last one in the list of its nodes is
 * taken, and edges from nowhere are left out, so that the analysis of the flat document finds faults too. Of blocks that
 * stand for more than {@link Block#MOST_LAYERS} layers, repetitions are left out.
 *
 * @param document without blocks
 * @param origins the path of each flat node in the document with blocks: that of {@code encoder.2.attention} is
 *     {@code encoder.attention}
 */
public record Expansion(GraphDocument document, Map<NodeId, NodeId> origins) {
    public Expansion {
        origins = Map.copyOf(origins);
    }

    public static Expansion of(GraphDocument document) {
        ModelGraph graph = document.graph();
        if (!graph.hasBlocks()) {
            Map<NodeId, NodeId> same = new HashMap<>();
            graph.nodes().forEach(node -> same.put(node.id(), node.id()));
            return new Expansion(document, same);
        }
        return new Expander(document).expand();
    }

    /** All flat nodes that a node of the document with blocks stands for, in order. */
    public List<NodeId> of(NodeId path) {
        return document.graph().nodes().stream()
                .map(Node::id)
                .filter(id -> {
                    NodeId origin = origins.getOrDefault(id, id);
                    return origin.equals(path) || origin.isIn(path);
                })
                .toList();
    }

    private static final class Expander {
        /** The output of what stands at a path, or an input port as seen from inside of a block. */
        private record Point(String path, int port) {
            static final int OUT = -1;

            static Point out(String path) {
                return new Point(path, OUT);
            }
        }

        private record Wire(Point source, NodeId to, int port) {}

        private final GraphDocument document;
        private final boolean repeating;
        private final Map<NodeId, Node> nodes = new LinkedHashMap<>();
        private final Map<NodeId, NodeId> origins = new HashMap<>();
        private final Map<NodeId, Position> layout = new HashMap<>();
        private final Map<Point, Point> sources = new HashMap<>();
        private final List<Wire> wires = new ArrayList<>();

        Expander(GraphDocument document) {
            this.document = document;
            long layers = 0;
            for (Node node : document.graph().nodes()) {
                layers += node.layer() instanceof Block block ? block.layers() : 1;
            }
            this.repeating = layers <= Block.MOST_LAYERS;
        }

        Expansion expand() {
            walk(document.graph(), "", "", "", 0, 0);
            List<Edge> edges = new ArrayList<>();
            for (Wire wire : wires) {
                Point source = wire.source();
                // Blocks on a cycle lead round and round.
                for (int step = 0; step <= sources.size() && sources.containsKey(source); step++) {
                    source = sources.getOrDefault(source, source);
                }
                NodeId from = source.port() == Point.OUT ? new NodeId(source.path()) : wire.to();
                if (source.port() == Point.OUT && nodes.containsKey(from)) {
                    edges.add(new Edge(from, wire.to(), wire.port()));
                }
            }
            GraphDocument flat = document.withAnnotations(annotations())
                    .withGraph(new ModelGraph(new ArrayList<>(nodes.values()), edges), layout);
            return new Expansion(flat, origins);
        }

        /**
         * @param prefix of flat ids
         * @param instance the flat path of the block that {@code graph} is the body of
         * @param origin prefix of paths in the document with blocks
         */
        private void walk(ModelGraph graph, String prefix, String instance, String origin, double dx, double dy) {
            for (Node node : graph.nodes()) {
                String path = prefix + node.id();
                String from = origin + node.id();
                if (node.layer() instanceof Block block) {
                    block(graph, node, block, prefix, from, dx, dy);
                } else if (node.layer() instanceof BlockInput input && !prefix.isEmpty()) {
                    sources.put(Point.out(path), new Point(instance, input.port()));
                } else {
                    NodeId id = new NodeId(path);
                    NodeId source = new NodeId(from);
                    nodes.put(id, new Node(id, node.layer()));
                    origins.put(id, source);
                    Position position = document.layout().get(source);
                    if (position != null) {
                        layout.put(id, position.plus(dx, dy));
                    }
                    graph.inputsOf(node.id())
                            .forEach(edge -> wires.add(new Wire(Point.out(prefix + edge.from()), id, edge.port())));
                }
            }
        }

        private void block(
                ModelGraph graph, Node node, Block block, String prefix, String origin, double dx, double dy) {
            String path = prefix + node.id();
            int repetitions = repeating ? block.repetitions() : 1;
            Extent extent = Extent.of(document, new NodeId(origin), block);
            for (int repetition = 1; repetition <= repetitions; repetition++) {
                String instance = repetitions == 1 ? path : path + "." + repetition;
                for (Edge edge : graph.inputsOf(node.id())) {
                    boolean chained = repetition > 1 && edge.port() == 0;
                    if (!chained) {
                        sources.put(new Point(instance, edge.port()), Point.out(prefix + edge.from()));
                    }
                }
                if (repetition > 1) {
                    sources.put(new Point(instance, 0), Point.out(path + "." + (repetition - 1)));
                }
                double down = (repetition - 1) * extent.height();
                walk(block.body(), instance + ".", instance, origin + ".", dx + extent.dx(), dy + extent.dy() + down);
                List<NodeId> ends = block.ends();
                if (!ends.isEmpty()) {
                    sources.put(Point.out(instance), Point.out(instance + "." + ends.get(ends.size() - 1)));
                }
            }
            if (repetitions > 1) {
                sources.put(Point.out(path), Point.out(path + "." + repetitions));
            }
        }

        /** Frames go around what their members have become; notes inside of blocks are left out. */
        private Annotations annotations() {
            Annotations all = document.annotations();
            List<Frame> frames = new ArrayList<>();
            for (Frame frame : all.frames()) {
                if (!frame.id().isPath()) {
                    Set<NodeId> members = new TreeSet<>(origins.entrySet().stream()
                            .filter(entry -> frame.members().stream()
                                    .anyMatch(member -> entry.getValue().equals(member)
                                            || entry.getValue().isIn(member)))
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet()));
                    frames.add(frame.withMembers(members));
                }
            }
            return new Annotations(
                    all.notes().stream().filter(note -> !note.id().isPath()).toList(), frames);
        }
    }
}
