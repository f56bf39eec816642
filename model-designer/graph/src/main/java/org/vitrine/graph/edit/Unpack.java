package org.vitrine.graph.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vitrine.graph.layer.BlockInput;
import org.vitrine.graph.model.Annotations;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.Extent;
import org.vitrine.graph.model.Frame;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Note;
import org.vitrine.graph.model.Position;

/** Puts the layers of a block, each repetition of them, in its place, with names that are free. */
public record Unpack(NodeId id) implements GraphEdit {

    @Override
    public GraphDocument apply(GraphDocument document) {
        return new Unpacking(document, id, BlockEdits.block(document, id)).result();
    }

    private static final class Unpacking {
        private final GraphDocument document;
        private final NodeId id;
        private final Block block;
        private final Extent extent;
        private final List<Node> nodes = new ArrayList<>();
        private final List<Edge> edges = new ArrayList<>();
        private final Map<NodeId, Position> layout = new LinkedHashMap<>();
        private final List<Map<NodeId, NodeId>> names = new ArrayList<>();

        Unpacking(GraphDocument document, NodeId id, Block block) {
            this.document = document;
            this.id = id;
            this.block = block;
            this.extent = Extent.of(document, id, block);
        }

        GraphDocument result() {
            name();
            List<Node> all = new ArrayList<>();
            for (Node node : document.graph().nodes()) {
                if (node.id().equals(id)) {
                    all.addAll(nodes);
                } else {
                    all.add(node);
                }
            }
            Optional<NodeId> output = end(names.size() - 1);
            for (Edge edge : document.graph().edges()) {
                if (edge.to().equals(id)) {
                    continue;
                }
                source(edge.from(), output).ifPresent(from -> edges.add(new Edge(from, edge.to(), edge.port())));
            }
            for (int repetition = 0; repetition < names.size(); repetition++) {
                connect(repetition, output);
            }
            Set<NodeId> behind = behind();
            double missing = missingRoom(behind);
            document.layout().forEach((path, position) -> {
                if (!path.equals(id) && !path.isIn(id)) {
                    layout.put(path, behind.contains(path) ? position.plus(0, missing) : position);
                }
            });
            Annotations annotations = annotations();
            return document.withAnnotations(Annotations.NONE)
                    .withGraph(new ModelGraph(all, edges), layout)
                    .withAnnotations(annotations);
        }

        /** What the block leads to. */
        private Set<NodeId> behind() {
            List<NodeId> next =
                    document.graph().outputsOf(id).stream().map(Edge::to).toList();
            Set<NodeId> behind = Edits.behind(document, next);
            behind.remove(id);
            return behind;
        }

        /** How far down the nodes behind have to move; none where they stood before the block was made. */
        private double missingRoom(Set<NodeId> behind) {
            Position block = document.layout().get(id);
            double top = behind.stream()
                    .flatMap(node -> Optional.ofNullable(document.layout().get(node)).stream())
                    .mapToDouble(Position::y)
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
            if (block == null || top <= block.y() || top == Double.POSITIVE_INFINITY) {
                return 0;
            }
            return Math.max(0, extent.height() * names.size() - (top - block.y()));
        }

        private void name() {
            Set<NodeId> taken = new HashSet<>();
            document.graph().nodes().stream()
                    .map(Node::id)
                    .filter(other -> !other.equals(id))
                    .forEach(taken::add);
            for (int repetition = 0; repetition < block.repetitions(); repetition++) {
                Map<NodeId, NodeId> named = new HashMap<>();
                for (Node node : block.body().nodes()) {
                    if (!(node.layer() instanceof BlockInput)) {
                        NodeId free = FreeNames.like(node.id(), taken);
                        taken.add(free);
                        named.put(node.id(), free);
                        nodes.add(new Node(free, node.layer()));
                    }
                }
                names.add(named);
                place(named, repetition * extent.height());
            }
        }

        private void place(Map<NodeId, NodeId> named, double down) {
            document.layout().forEach((path, position) -> {
                if (!path.isIn(id)) {
                    return;
                }
                NodeId inner = path.from(id);
                NodeId name = named.get(inner.head());
                if (name != null && inner.isPath()) {
                    layout.put(inner.renamed(inner.head(), name), position);
                } else if (name != null) {
                    layout.put(name, position.plus(extent.dx(), extent.dy() + down));
                }
            });
        }

        private Optional<NodeId> end(int repetition) {
            List<NodeId> ends = block.ends();
            return ends.isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(names.get(repetition).get(ends.get(ends.size() - 1)));
        }

        private Optional<NodeId> source(NodeId from, Optional<NodeId> output) {
            return from.equals(id) ? output : Optional.of(from);
        }

        private void connect(int repetition, Optional<NodeId> output) {
            Map<NodeId, NodeId> named = names.get(repetition);
            for (Edge edge : block.body().edges()) {
                NodeId to = named.get(edge.to());
                if (to == null) {
                    continue;
                }
                Optional<NodeId> from = block.body().layer(edge.from()) instanceof BlockInput input
                        ? arriving(repetition, input.port(), output)
                        : Optional.ofNullable(named.get(edge.from()));
                from.ifPresent(known -> edges.add(new Edge(known, to, edge.port())));
            }
        }

        private Optional<NodeId> arriving(int repetition, int port, Optional<NodeId> output) {
            if (repetition > 0 && port == 0) {
                return end(repetition - 1);
            }
            return document.graph().inputsOf(id).stream()
                    .filter(edge -> edge.port() == port)
                    .findFirst()
                    .flatMap(edge -> source(edge.from(), output));
        }

        /** Notes and frames of the body come out once; frames around the block go around its layers. */
        private Annotations annotations() {
            List<Note> notes = new ArrayList<>();
            List<Frame> frames = new ArrayList<>();
            Set<NodeId> unpacked = new TreeSet<>();
            names.forEach(named -> unpacked.addAll(named.values()));
            for (Note note : document.annotations().notes()) {
                if (!note.id().isIn(id)) {
                    notes.add(note);
                }
            }
            for (Frame frame : document.annotations().frames()) {
                if (!frame.id().isIn(id)) {
                    Set<NodeId> members = new TreeSet<>(frame.members());
                    if (members.remove(id)) {
                        members.addAll(unpacked);
                    }
                    frames.add(frame.withMembers(members));
                }
            }
            Annotations inner = document.annotations().inside(id);
            Set<NodeId> taken = new HashSet<>(new Annotations(notes, frames).ids());
            for (Note note : inner.notes()) {
                NodeId free = freed(note.id(), taken);
                Position place = note.position().plus(extent.dx(), extent.dy());
                notes.add(note.withId(free).withPosition(note.id().isPath() ? note.position() : place));
            }
            for (Frame frame : inner.frames()) {
                Set<NodeId> members = new TreeSet<>();
                frame.members().forEach(member -> members.add(out(member)));
                frames.add(frame.withId(freed(frame.id(), taken)).withMembers(members));
            }
            return new Annotations(notes, frames);
        }

        /** The path outside of what had a path in the body; the first repetition of it. */
        private NodeId out(NodeId path) {
            return path.renamed(path.head(), names.get(0).getOrDefault(path.head(), path.head()));
        }

        private NodeId freed(NodeId annotation, Set<NodeId> taken) {
            NodeId free = annotation.isPath() ? out(annotation) : FreeNames.like(annotation, taken);
            taken.add(free);
            return free;
        }
    }
}
