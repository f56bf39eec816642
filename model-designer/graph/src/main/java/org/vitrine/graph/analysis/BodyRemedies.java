package org.vitrine.graph.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vitrine.graph.edit.Connect;
import org.vitrine.graph.edit.Edits;
import org.vitrine.graph.edit.RemoveParts;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.edit.Spacing;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.BlockInput;
import org.vitrine.graph.layer.Concatenate;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** Edits worth trying for what is wrong with the two sides of a block's body. */
final class BodyRemedies {
    private final GraphIndex index;
    private final GraphDocument document;

    BodyRemedies(Survey survey) {
        this.index = survey.index();
        this.document = survey.document();
    }

    List<Remedy> of(Finding finding) {
        return switch (finding.key()) {
            case "block.no-input" -> addInput();
            case "block.several-ends" -> joinEnds(node(finding));
            case "block.foreign" -> withoutForeign(node(finding));
            case "block.input-outside" -> inputOutside(node(finding));
            case "block.unused-input" -> useInput(node(finding));
            default -> List.of();
        };
    }

    private static NodeId node(Finding finding) {
        if (finding.where() instanceof Where.AtNode at) {
            return at.id();
        }
        throw new IllegalStateException(finding.key() + " stands at a node");
    }

    private List<Remedy> addInput() {
        List<Remedy> remedies = new ArrayList<>();
        for (NodeId id : index.nodes()) {
            if (index.openPorts(id).contains(0) && remedies.size() < 2) {
                Position below = document.layout().getOrDefault(id, new Position(0, 0));
                Draft draft = new Draft(document);
                draft.connect(draft.add(new BlockInput(0), below.plus(0, -Spacing.DOWN)), id, 0);
                remedies.add(Remedy.of("fix.add-block-input", draft.edit(), id));
            }
        }
        return remedies;
    }

    /** The end is wanted elsewhere, meant to be joined with the other one, or left over. */
    private List<Remedy> joinEnds(NodeId end) {
        List<Remedy> remedies = new ArrayList<>();
        Set<NodeId> behind = index.forward(List.of(end));
        index.nodes().stream()
                .filter(id -> !behind.contains(id) && !index.openPorts(id).isEmpty())
                .limit(2)
                .forEach(id -> remedies.add(Remedy.of(
                        "fix.connect",
                        new Connect(new Edge(end, id, index.openPorts(id).get(0))),
                        end,
                        id)));
        List<NodeId> ends = index.looseEnds().stream()
                .filter(id -> !(index.layer(id) instanceof BlockInput))
                .toList();
        for (LayerSpec join : List.of(new Add(), new Concatenate())) {
            if (ends.size() <= join.ports().max()) {
                Draft draft = new Draft(document);
                NodeId joined = draft.append(ends.get(ends.size() - 1), join);
                int port = 1;
                for (NodeId other : ends.subList(0, ends.size() - 1)) {
                    draft.connect(other, joined, port++);
                }
                remedies.add(Remedy.of("fix.join-ends", draft.edit(), join));
            }
        }
        Set<NodeId> branch = index.branchEndingAt(end);
        remedies.add(Remedy.of(
                "fix.remove",
                new RemoveParts(branch, Set.of()),
                ProblemTexts.names(branch.stream().sorted().toList(), ", ")));
        return remedies;
    }

    private List<Remedy> withoutForeign(NodeId id) {
        List<Remedy> remedies = new ArrayList<>();
        if (index.layer(id) instanceof Input) {
            LayerSpec input = new BlockInput(0);
            remedies.add(Remedy.of("fix.replace", new ReplaceLayer(id, input), id, input));
        } else if (index.canBypass(id)) {
            remedies.add(Remedy.of("fix.bypass", Edits.bypass(document, id), id));
        }
        remedies.add(Remedy.of("fix.remove", new RemoveParts(Set.of(id), Set.of()), id));
        return remedies;
    }

    private List<Remedy> inputOutside(NodeId id) {
        List<Remedy> remedies = new ArrayList<>();
        LayerSpec input = new Input();
        remedies.add(Remedy.of("fix.replace", new ReplaceLayer(id, input), id, input));
        index.nodes().stream()
                .filter(other -> index.layer(other) instanceof Input)
                .findFirst()
                .ifPresent(first -> {
                    Draft draft = new Draft(document).remove(Set.of(id));
                    index.outputs(id).stream()
                            .filter(edge -> !edge.to().equals(id))
                            .forEach(edge -> draft.connect(first, edge.to(), edge.port()));
                    remedies.add(Remedy.of("fix.use-instead", draft.edit(), first, id));
                });
        return remedies;
    }

    private List<Remedy> useInput(NodeId id) {
        return index.nodes().stream()
                .filter(other -> !index.openPorts(other).isEmpty())
                .limit(2)
                .map(other -> Remedy.of(
                        "fix.connect",
                        new Connect(new Edge(id, other, index.openPorts(other).get(0))),
                        id,
                        other))
                .toList();
    }
}
