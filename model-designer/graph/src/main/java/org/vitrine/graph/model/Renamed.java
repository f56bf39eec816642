package org.vitrine.graph.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows the targets of a block's parameters through renamings in its body. */
final class Renamed {
    private Renamed() {}

    /** The parameters with targets that name nodes of {@code after}. */
    static List<BlockParameter> targets(List<BlockParameter> parameters, ModelGraph before, ModelGraph after) {
        List<BlockParameter> followed = new ArrayList<>();
        for (BlockParameter parameter : parameters) {
            List<BlockParameter.Target> targets = new ArrayList<>();
            for (BlockParameter.Target target : parameter.targets()) {
                follow(target.node(), before, after)
                        .ifPresent(node -> targets.add(new BlockParameter.Target(node, target.component())));
            }
            followed.add(new BlockParameter(parameter.name(), targets));
        }
        return followed;
    }

    /** A renamed node keeps its place in the list and its layer. */
    private static Optional<NodeId> follow(NodeId path, ModelGraph before, ModelGraph after) {
        NodeId name = before.node(path).isPresent() ? path : path.head();
        Optional<Node> old = before.node(name);
        Optional<Node> now = after.node(name);
        if (old.isPresent() && now.isEmpty()) {
            int place = before.nodes().indexOf(old.get());
            now = place < after.nodes().size() ? Optional.of(after.nodes().get(place)) : Optional.empty();
            now = now.filter(node -> before.node(node.id()).isEmpty()
                    && node.layer().equals(old.get().layer()));
        }
        if (old.isPresent() && now.isEmpty()) {
            return intoOrOutOfBlock(name, path, before, after);
        }
        if (now.isEmpty() || name.equals(path)) {
            return now.map(Node::id);
        }
        if (old.isPresent()
                && old.get().layer() instanceof Block from
                && now.get().layer() instanceof Block to) {
            NodeId found = now.get().id();
            return follow(path.from(name), from.body(), to.body()).map(inner -> inner.in(found));
        }
        return Optional.empty();
    }

    /** A node that was collapsed with others stands in a new block; one that was unpacked stands where its block stood. */
    private static Optional<NodeId> intoOrOutOfBlock(NodeId name, NodeId path, ModelGraph before, ModelGraph after) {
        if (path.isIn(name)) {
            NodeId outside = path.from(name);
            return before.find(outside.head()).isPresent()
                    ? Optional.empty()
                    : after.find(outside).map(node -> outside);
        }
        return after.nodes().stream()
                .filter(node -> node.layer() instanceof Block block
                        && !before.nodes().contains(node)
                        && block.body().find(path).isPresent())
                .findFirst()
                .map(node -> path.in(node.id()));
    }
}
