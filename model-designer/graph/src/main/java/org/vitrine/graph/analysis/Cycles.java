package org.vitrine.graph.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.NodeId;

/** Finds cycles that share no node: each is a path whose last node leads back to its first. */
final class Cycles {
    private final GraphIndex index;
    private final Set<NodeId> suspects;
    private final List<List<NodeId>> found = new ArrayList<>();

    private Cycles(GraphIndex index, Set<NodeId> suspects) {
        this.index = index;
        this.suspects = suspects;
    }

    static List<List<NodeId>> find(GraphIndex index) {
        Set<NodeId> suspects = new LinkedHashSet<>(index.nodes());
        index.order().forEach(suspects::remove);
        Cycles cycles = new Cycles(index, suspects);
        Set<NodeId> done = new HashSet<>();
        for (NodeId start : List.copyOf(suspects)) {
            if (!done.contains(start)) {
                cycles.search(start, done);
            }
        }
        return cycles.found;
    }

    /** Depth first, with the path on a stack of its own, so that long graphs can not overflow the thread's. */
    private void search(NodeId start, Set<NodeId> done) {
        List<NodeId> path = new ArrayList<>(List.of(start));
        Map<NodeId, Integer> depth = new HashMap<>(Map.of(start, 0));
        Deque<Iterator<Edge>> open = new ArrayDeque<>();
        open.push(index.outputs(start).iterator());
        while (!open.isEmpty()) {
            if (!open.element().hasNext()) {
                open.pop();
                NodeId left = path.remove(path.size() - 1);
                depth.remove(left);
                done.add(left);
                continue;
            }
            NodeId next = open.element().next().to();
            Integer seenAt = depth.get(next);
            if (seenAt != null) {
                found.add(List.copyOf(path.subList(seenAt, path.size())));
                done.addAll(path);
                return;
            }
            if (suspects.contains(next) && !done.contains(next)) {
                depth.put(next, path.size());
                path.add(next);
                open.push(index.outputs(next).iterator());
            }
        }
    }
}
