package org.vitrine.graph.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.graph.edit.EditList;
import org.vitrine.graph.edit.GraphEdit;
import org.vitrine.graph.edit.InBlock;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.Shape;

/**
 * What {@link GraphAnalyzer} found.
 *
 * @param nodes shapes and parameters of each node whose shape could be inferred; a block is one node
 * @param inner the same for nodes inside of blocks, by path, as the first repetition sees them
 * @param problems those inside of blocks included
 */
public record GraphAnalysis(Map<NodeId, NodeShapes> nodes, Map<NodeId, NodeShapes> inner, List<Problem> problems) {
    public GraphAnalysis {
        nodes = Map.copyOf(nodes);
        inner = Map.copyOf(inner);
        problems = List.copyOf(problems);
    }

    /** Of a graph without blocks. */
    public GraphAnalysis(Map<NodeId, NodeShapes> nodes, List<Problem> problems) {
        this(nodes, Map.of(), problems);
    }

    /** Input shapes in port order, the output shape, and the number of trainable parameters. */
    public record NodeShapes(List<Shape> inputs, Shape output, long parameters) {
        public NodeShapes {
            inputs = List.copyOf(inputs);
        }
    }

    /** The shape that leaves a node, if known; paths lead into blocks. */
    public Optional<Shape> output(NodeId id) {
        return Optional.ofNullable(nodes.getOrDefault(id, inner.get(id))).map(NodeShapes::output);
    }

    /**
     * What was found in the body of a block, as if it were a graph of its own; fixes are edits of that body.
     *
     * @param block a path for one inside of another block
     */
    public GraphAnalysis inside(NodeId block) {
        Map<NodeId, NodeShapes> direct = new HashMap<>();
        Map<NodeId, NodeShapes> deeper = new HashMap<>();
        inner.forEach((path, shapes) -> {
            if (path.isIn(block)) {
                NodeId id = path.from(block);
                (id.isPath() ? deeper : direct).put(id, shapes);
            }
        });
        List<Problem> here = new ArrayList<>();
        for (Problem problem : problems) {
            problem.where()
                    .inside(block)
                    .ifPresent(where -> here.add(new Problem(
                            problem.kind(),
                            problem.severity(),
                            where,
                            problem.what(),
                            problem.numbers(),
                            problem.cure(),
                            problem.why(),
                            problem.fixes().stream()
                                    .flatMap(fix ->
                                            inside(block, fix.edit()).stream().map(edit -> new Fix(fix.text(), edit)))
                                    .toList())));
        }
        return new GraphAnalysis(direct, deeper, here);
    }

    /** An edit of the whole document as one of a block's body, if it changes nothing outside. */
    private static Optional<GraphEdit> inside(NodeId block, GraphEdit edit) {
        if (edit instanceof InBlock in && in.path().equals(block)) {
            return Optional.of(in.edit());
        }
        if (edit instanceof InBlock in && block.isIn(in.path())) {
            return inside(block.from(in.path()), in.edit());
        }
        if (edit instanceof InBlock in && in.path().isIn(block)) {
            return Optional.of(new InBlock(in.path().from(block), in.edit()));
        }
        if (edit instanceof EditList list) {
            List<GraphEdit> edits = list.edits().stream()
                    .flatMap(each -> inside(block, each).stream())
                    .toList();
            return Optional.of(new EditList(list.nameKey(), edits))
                    .filter(same -> edits.size() == list.edits().size())
                    .map(GraphEdit.class::cast);
        }
        return Optional.empty();
    }

    /** Trainable parameters of the whole graph. */
    public long parameters() {
        return nodes.values().stream().mapToLong(NodeShapes::parameters).sum();
    }

    /** Whether the graph can be trained: no errors, warnings allowed. */
    public boolean isTrainable() {
        return problems.stream().noneMatch(problem -> problem.severity() == Problem.Severity.ERROR);
    }
}
