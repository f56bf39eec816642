package org.vitrine.graph.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.BlockParameter;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

/** Reads and sets the parameters that a block has given itself. */
public final class BlockParameters {
    private BlockParameters() {}

    /** The block's parameters under their own names, with the value and range of what they lead to first. */
    public static List<Parameter> of(Block block) {
        List<Parameter> found = new ArrayList<>();
        for (BlockParameter parameter : block.parameters()) {
            first(block, parameter)
                    .map(value -> new Parameter(parameter.name(), value.type(), value.range(), value.value()))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** What a block's parameter leads to first, under its own name. */
    public static Optional<Parameter> first(Block block, BlockParameter parameter) {
        BlockParameter.Target target = parameter.targets().get(0);
        return block.body()
                .find(target.node())
                .flatMap(node -> Parameters.find((Record) node.layer(), target.component()));
    }

    /** The layer that a block's parameter leads to first. */
    public static LayerSpec owner(Block block, BlockParameter parameter) {
        NodeId path = parameter.targets().get(0).node();
        return block.body()
                .find(path)
                .orElseThrow(() -> new IllegalArgumentException("No node '" + path + "' in the block"))
                .layer();
    }

    /**
     * The block with all targets of a parameter changed.
     *
     * @throws IllegalArgumentException if there is no such parameter or a target can not hold the value
     */
    public static Block with(Block block, String name, Object value) {
        BlockParameter parameter = block.parameters().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The block has no parameter '" + name + "'"));
        ModelGraph body = block.body();
        for (BlockParameter.Target target : parameter.targets()) {
            body = set(body, target.node(), target.component(), value);
        }
        return block.withBody(body);
    }

    private static ModelGraph set(ModelGraph graph, NodeId path, String component, Object value) {
        NodeId name = graph.node(path).isPresent() ? path : path.head();
        List<Node> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (!node.id().equals(name)) {
                nodes.add(node);
            } else if (!name.equals(path) && node.layer() instanceof Block inner) {
                nodes.add(new Node(name, inner.withBody(set(inner.body(), path.from(name), component, value))));
            } else {
                nodes.add(new Node(name, Parameters.with(node.layer(), component, value)));
            }
        }
        return new ModelGraph(nodes, graph.edges());
    }
}
