package org.vitrine.graph.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.graph.analysis.Where.AtNode;
import org.vitrine.graph.analysis.Where.AtPort;
import org.vitrine.graph.edit.Connect;
import org.vitrine.graph.edit.Edits;
import org.vitrine.graph.edit.RemoveParts;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.edit.Spacing;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;
import org.vitrine.graph.shape.Shape;

/** Edits worth trying where nodes or edges are missing or too many. */
final class StructureRemedies {
    private static final int MOST_CANDIDATES = 3;

    private final Survey survey;
    private final GraphIndex index;
    private final GraphDocument document;

    StructureRemedies(Survey survey) {
        this.survey = survey;
        this.index = survey.index();
        this.document = survey.document();
    }

    List<Remedy> of(Finding finding) {
        if (finding.where() instanceof AtNode at) {
            return atNode(finding.key(), at.id());
        }
        if (finding.where() instanceof AtPort at) {
            return finding.key().equals("port.surplus")
                    ? surplusPort(at.id(), at.port())
                    : openPort(at.id(), at.port());
        }
        return switch (finding.key()) {
            case "graph.empty" -> start();
            case "input.none" -> addInput();
            case "output.none" -> addHead();
            default -> List.of();
        };
    }

    private List<Remedy> atNode(String key, NodeId id) {
        return switch (key) {
            case "input.several" -> mergeInputs(id);
            case "output.several", "node.deadend" -> deadEnd(id);
            case "output.feeds" -> headInside(id);
            case "cycle" -> openCycle(id);
            case "node.unreachable" -> List.of(removePart(id));
            default -> List.of();
        };
    }

    private List<Remedy> start() {
        return survey.data().stream()
                .map(data -> {
                    Draft draft = new Draft(document);
                    NodeId last = draft.add(new Input(), new Position(0, 0));
                    for (LayerSpec layer : Adapters.toVector(data.input()).get(0)) {
                        last = draft.append(last, layer);
                    }
                    LayerSpec head = Adapters.head(data);
                    draft.append(last, head);
                    return Remedy.of("fix.start", draft.edit(), head);
                })
                .toList();
    }

    private List<Remedy> addInput() {
        List<NodeId> waiting = index.nodes().stream()
                .filter(id -> index.openPorts(id).contains(0))
                .toList();
        if (waiting.size() == 1) {
            NodeId target = waiting.get(0);
            Draft draft = new Draft(document);
            Position below = document.layout().getOrDefault(target, new Position(0, 0));
            draft.connect(draft.add(new Input(), below.plus(0, -Spacing.DOWN)), target, 0);
            return List.of(Remedy.of("fix.add-input-for", draft.edit(), target));
        }
        double top =
                document.positions().stream().mapToDouble(Position::y).min().orElse(0);
        double left =
                document.positions().stream().mapToDouble(Position::x).min().orElse(0);
        Draft draft = new Draft(document);
        draft.add(new Input(), new Position(left, top - Spacing.DOWN));
        return List.of(Remedy.of("fix.add-input", draft.edit()));
    }

    private List<Remedy> addHead() {
        List<Remedy> remedies = new ArrayList<>();
        if (survey.data().isEmpty()) {
            return remedies;
        }
        LayerSpec head = Adapters.head(survey.data().get());
        List<NodeId> ends = index.looseEnds();
        for (NodeId end : ends.subList(Math.max(0, ends.size() - MOST_CANDIDATES), ends.size())) {
            List<List<LayerSpec>> ways =
                    survey.output(end).map(Adapters::toVector).orElse(List.of(List.of()));
            for (List<LayerSpec> way : ways) {
                Draft draft = new Draft(document);
                NodeId last = end;
                for (LayerSpec layer : way) {
                    last = draft.append(last, layer);
                }
                draft.append(last, head);
                remedies.add(
                        way.isEmpty()
                                ? Remedy.of("fix.append", draft.edit(), head, end)
                                : Remedy.of("fix.append-two", draft.edit(), way.get(way.size() - 1), head, end));
            }
        }
        return remedies;
    }

    private List<Remedy> mergeInputs(NodeId surplus) {
        NodeId first = index.inputNodes().get(0);
        Draft draft = new Draft(document).remove(Set.of(surplus));
        index.outputs(surplus).stream()
                .filter(edge -> !edge.to().equals(surplus))
                .forEach(edge -> draft.connect(first, edge.to(), edge.port()));
        return List.of(Remedy.of("fix.use-instead", draft.edit(), first, surplus));
    }

    private List<Remedy> deadEnd(NodeId id) {
        List<Remedy> remedies = new ArrayList<>();
        if (!index.isHead(id)) {
            Set<NodeId> behind = index.forward(List.of(id));
            index.nodes().stream()
                    .filter(other ->
                            !behind.contains(other) && !index.openPorts(other).isEmpty())
                    .limit(MOST_CANDIDATES)
                    .forEach(other -> remedies.add(
                            connect(id, other, index.openPorts(other).get(0))));
        }
        if (!index.isInput(id)) {
            Set<NodeId> branch = index.branchEndingAt(id);
            if (index.outputs(id).isEmpty()) {
                remedies.add(remove(branch));
            }
        }
        return remedies;
    }

    /** Another head stands elsewhere: this one becomes a hidden layer. Else what it feeds moves before it. */
    private List<Remedy> headInside(NodeId id) {
        List<Remedy> remedies = new ArrayList<>();
        if (index.heads().size() > 1) {
            remedies.add(Remedy.of(
                    "fix.replace",
                    new ReplaceLayer(id, new Dense(64, Activation.RELU)),
                    id,
                    new Dense(64, Activation.RELU)));
        }
        Optional<NodeId> source = index.inputs(id).stream().map(Edge::from).findFirst();
        if (source.isPresent()) {
            Draft draft = new Draft(document);
            index.outputs(id).forEach(edge -> draft.connect(source.get(), edge.to(), edge.port()));
            remedies.add(Remedy.of("fix.feed-from", draft.edit(), source.get()));
        }
        return remedies;
    }

    private List<Remedy> openCycle(NodeId start) {
        List<NodeId> cycle = Cycles.find(index).stream()
                .filter(path -> path.get(0).equals(start))
                .findFirst()
                .orElse(List.of());
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < cycle.size(); i++) {
            NodeId from = cycle.get(i);
            NodeId to = cycle.get((i + 1) % cycle.size());
            index.inputs(to).stream().filter(edge -> edge.from().equals(from)).forEach(edge -> {
                // An edge into a node with other inputs is the likelier mistake.
                edges.add(index.inputs(to).size() > 1 ? 0 : edges.size(), edge);
            });
        }
        return edges.stream().limit(4).map(this::removeEdge).toList();
    }

    private List<Remedy> surplusPort(NodeId id, int port) {
        return index.inputs(id).stream()
                .filter(edge -> edge.port() == port)
                .map(this::removeEdge)
                .toList();
    }

    private List<Remedy> openPort(NodeId id, int port) {
        List<Remedy> remedies = new ArrayList<>();
        sources(id).forEach(source -> remedies.add(connect(source, id, port)));
        partner(id).ifPresent(source -> remedies.add(connect(source, id, port)));
        List<Edge> inputs = index.inputs(id);
        if (inputs.size() >= index.layer(id).ports().min()) {
            Draft draft = new Draft(document).then(new RemoveParts(Set.of(), new HashSet<>(inputs)));
            for (int i = 0; i < inputs.size(); i++) {
                draft.connect(inputs.get(i).from(), id, i);
            }
            remedies.add(Remedy.of("fix.close-gap", draft.edit(), id));
        } else if (index.canBypass(id)) {
            remedies.add(Remedy.of("fix.bypass", Edits.bypass(document, id), id));
        }
        if (index.outputs(id).isEmpty()) {
            remedies.add(remove(index.branchEndingAt(id)));
        }
        return remedies;
    }

    /** The loose ends that could feed a node, or the only node that could. */
    private List<NodeId> sources(NodeId target) {
        Set<NodeId> excluded = new HashSet<>(index.forward(List.of(target)));
        index.inputs(target).forEach(edge -> excluded.add(edge.from()));
        List<NodeId> ends =
                index.looseEnds().stream().filter(id -> !excluded.contains(id)).toList();
        if (!ends.isEmpty() || !index.inputs(target).isEmpty()) {
            return ends.subList(0, Math.min(ends.size(), MOST_CANDIDATES));
        }
        List<NodeId> all = index.nodes().stream()
                .filter(id -> !index.isHead(id) && !excluded.contains(id))
                .toList();
        return all.size() == 1 ? all : List.of();
    }

    /** The nearest node before {@code target} that gives what its one input gives: the start of a shortcut. */
    private Optional<NodeId> partner(NodeId target) {
        if (index.inputs(target).size() != 1 || index.layer(target).ports().min() != 2) {
            return Optional.empty();
        }
        NodeId source = index.inputs(target).get(0).from();
        Optional<Shape> shape = survey.output(source);
        Set<NodeId> seen = new HashSet<>(List.of(source, target));
        while (shape.isPresent() && index.inputs(source).size() == 1) {
            source = index.inputs(source).get(0).from();
            if (!seen.add(source)) {
                return Optional.empty();
            }
            if (survey.output(source).equals(shape)) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }

    private Remedy removePart(NodeId root) {
        Set<NodeId> part = new HashSet<>(index.forward(List.of(root)));
        part.removeAll(index.forward(index.inputNodes()));
        return remove(part);
    }

    private Remedy remove(Set<NodeId> nodes) {
        return Remedy.of(
                "fix.remove",
                new RemoveParts(nodes, Set.of()),
                ProblemTexts.names(nodes.stream().sorted().toList(), ", "));
    }

    private Remedy removeEdge(Edge edge) {
        return Remedy.of("fix.disconnect", new RemoveParts(Set.of(), Set.of(edge)), edge.from(), edge.to());
    }

    private Remedy connect(NodeId from, NodeId to, int port) {
        return Remedy.of("fix.connect", new Connect(new Edge(from, to, port)), from, to);
    }
}
