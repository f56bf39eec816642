package org.vitrine.graph.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vitrine.graph.layer.BlockInput;
import org.vitrine.graph.model.Annotations;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.Frame;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Note;
import org.vitrine.graph.model.Position;

/**
 * Puts nodes into a block that takes their place. Each node outside that feeds them becomes an input of the block, in the
 * order in which the data meet them; where there is none, open inputs do. {@link Unpack} is the inverse.
 */
public record Collapse(Set<NodeId> chosen, NodeId id, String name) implements GraphEdit {
    public Collapse {
        chosen = Set.copyOf(chosen);
    }

    /** Why the nodes can not become a block, in words; empty if they can. */
    public static Optional<String> refusal(GraphDocument document, Set<NodeId> chosen) {
        return CollapseChecks.refusal(document, chosen);
    }

    @Override
    public GraphDocument apply(GraphDocument document) {
        ModelGraph graph = document.graph();
        chosen.forEach(graph::layer);
        CollapseChecks.refusal(document, chosen).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        if (graph.nodes().stream().anyMatch(node -> node.id().equals(id) && !chosen.contains(node.id()))) {
            throw new IllegalArgumentException(BlockEdits.text("collapse.taken", id));
        }
        List<NodeId> sources = CollapseChecks.sources(graph, chosen);
        Map<NodeId, NodeId> inputs = new HashMap<>();
        Set<NodeId> taken = new HashSet<>(chosen);
        List<Node> inner = new ArrayList<>();
        for (NodeId source : sources) {
            inputs.put(source, addInput(inner, taken));
        }
        List<Edge> within = new ArrayList<>();
        if (sources.isEmpty()) {
            openPorts(graph).forEach(edge -> within.add(new Edge(addInput(inner, taken), edge.to(), edge.port())));
        }
        List<Node> outer = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (!chosen.contains(node.id())) {
                outer.add(node);
            } else {
                inner.add(node);
            }
        }
        List<Edge> outside = new ArrayList<>();
        for (Edge edge : graph.edges()) {
            boolean from = chosen.contains(edge.from());
            boolean to = chosen.contains(edge.to());
            if (from && to) {
                within.add(edge);
            } else if (to) {
                NodeId input = Objects.requireNonNull(inputs.get(edge.from()));
                within.add(new Edge(input, edge.to(), edge.port()));
            } else {
                outside.add(from ? new Edge(id, edge.to(), edge.port()) : edge);
            }
        }
        for (int port = 0; port < sources.size(); port++) {
            outside.add(new Edge(sources.get(port), id, port));
        }
        Block block = new Block(name, new ModelGraph(inner, within), List.of(), 1);
        outer.add(Math.min(outer.size(), firstPlace(graph)), new Node(id, block));
        Map<NodeId, Position> layout = layout(document, inner);
        Annotations annotations = annotations(document.annotations());
        return document.withAnnotations(Annotations.NONE)
                .withGraph(new ModelGraph(outer, outside), layout)
                .withAnnotations(annotations);
    }

    private static NodeId addInput(List<Node> inner, Set<NodeId> taken) {
        NodeId input = FreeNames.like(new NodeId("in"), taken);
        taken.add(input);
        inner.add(new Node(input, new BlockInput(inner.size())));
        return input;
    }

    /** Edges from nowhere to the ports that the chosen nodes lack; their source means nothing. */
    private List<Edge> openPorts(ModelGraph graph) {
        List<Edge> open = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (chosen.contains(node.id())) {
                Set<Integer> filled =
                        graph.inputsOf(node.id()).stream().map(Edge::port).collect(Collectors.toSet());
                for (int port = 0; port < node.layer().ports().min() && open.size() < Block.MOST_INPUTS; port++) {
                    if (!filled.contains(port)) {
                        open.add(new Edge(node.id(), node.id(), port));
                    }
                }
            }
        }
        return open;
    }

    private int firstPlace(ModelGraph graph) {
        int place = 0;
        while (!chosen.contains(graph.nodes().get(place).id())) {
            place++;
        }
        return place;
    }

    /** What is chosen keeps its place inside; the block stands at their top left corner, its inputs above them. */
    private Map<NodeId, Position> layout(GraphDocument document, List<Node> inner) {
        Map<NodeId, Position> layout = new LinkedHashMap<>();
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        for (Map.Entry<NodeId, Position> entry : document.layout().entrySet()) {
            NodeId path = entry.getKey();
            NodeId owner = chosen.contains(path) ? path : path.head();
            if (!chosen.contains(owner)) {
                layout.put(path, entry.getValue());
                continue;
            }
            layout.put(path.in(id), entry.getValue());
            if (owner.equals(path)) {
                left = Math.min(left, entry.getValue().x());
                top = Math.min(top, entry.getValue().y());
            }
        }
        if (top < Double.POSITIVE_INFINITY) {
            layout.put(id, new Position(left, top));
            int column = 0;
            for (Node node : inner) {
                if (node.layer() instanceof BlockInput) {
                    layout.put(node.id().in(id), new Position(left + column * Spacing.ACROSS, top - Spacing.DOWN));
                    column++;
                }
            }
        }
        return layout;
    }

    /** Frames around chosen nodes alone go in with them; others go around the block. */
    private Annotations annotations(Annotations before) {
        List<Frame> kept = new ArrayList<>();
        List<Frame> moved = new ArrayList<>();
        for (Frame frame : before.frames()) {
            Set<NodeId> members = new TreeSet<>();
            frame.members().forEach(member -> members.add(chosen.contains(member) ? id : member));
            boolean goesIn =
                    frame.id().isPath() ? chosen.contains(frame.id().head()) : chosen.containsAll(frame.members());
            if (goesIn) {
                moved.add(frame);
            } else {
                kept.add(frame.withMembers(members));
            }
        }
        List<Note> notes = before.notes().stream()
                .filter(note -> note.id().isPath() && chosen.contains(note.id().head()))
                .toList();
        List<Note> others =
                before.notes().stream().filter(note -> !notes.contains(note)).toList();
        return new Annotations(others, kept).withInside(id, new Annotations(notes, moved));
    }
}
