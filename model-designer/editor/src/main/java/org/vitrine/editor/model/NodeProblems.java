package org.vitrine.editor.model;

import java.util.List;
import java.util.Optional;
import org.vitrine.graph.analysis.Problem;
import org.vitrine.graph.analysis.Where;
import org.vitrine.graph.model.NodeId;

/** Which problems stand at which node. */
public final class NodeProblems {
    private NodeProblems() {}

    /** The problems at a node, at one of its ports, or inside of it if it is a block. */
    public static List<Problem> at(GraphState state, NodeId id) {
        return state.analysis().problems().stream()
                .filter(problem -> nodeOf(problem.where())
                        .filter(place -> place.equals(id) || place.isIn(id))
                        .isPresent())
                .toList();
    }

    /** The node of a place, if it has one. */
    public static Optional<NodeId> nodeOf(Where where) {
        if (where instanceof Where.AtNode at) {
            return Optional.of(at.id());
        }
        return where instanceof Where.AtPort port ? Optional.of(port.id()) : Optional.empty();
    }
}
