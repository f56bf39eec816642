package org.vitrine.editor.canvas;

import java.util.HashMap;
import java.util.Map;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.model.NodeProblems;
import org.vitrine.graph.analysis.Problem;
import org.vitrine.graph.model.NodeId;

/** The worst that the analysis says of a node. */
enum Trouble {
    NONE,
    WARNING,
    ERROR;

    static Map<NodeId, Trouble> of(GraphState state) {
        Map<NodeId, Trouble> worst = new HashMap<>();
        for (Problem problem : state.analysis().problems()) {
            Trouble trouble = problem.severity() == Problem.Severity.ERROR ? ERROR : WARNING;
            NodeProblems.nodeOf(problem.where())
                    .ifPresent(id -> worst.merge(id, trouble, (a, b) -> a.compareTo(b) >= 0 ? a : b));
        }
        return worst;
    }
}
