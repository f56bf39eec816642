package org.vitrine.graph.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.graph.edit.GraphEdit;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.Slice;
import org.vitrine.graph.layer.SliceAxis;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.shape.DataSpec;

/**
 * A graph made to fit another data set, by fixes that were verified.
 *
 * @param changes what was changed, in words; empty if it fitted as it was
 */
public record Adaptation(GraphDocument document, List<String> changes) {
    private static final int MOST_CHANGES = 8;

    public Adaptation {
        changes = List.copyOf(changes);
    }

    /**
     * Puts another data set under a graph and repairs what does not fit. Empty where it can not be repaired, or where the data
     * is of another kind: a network for pictures has nothing to say to a table.
     *
     * @param before what the graph's own data set offers
     */
    public static Optional<Adaptation> of(
            GraphDocument document, DataSpec before, DataReference reference, DataSpec data) {
        boolean otherKind = data.input().getClass() != before.input().getClass();
        boolean otherSequences = (data.sourceSteps() > 0) != (before.sourceSteps() > 0);
        if (otherKind || otherSequences) {
            return Optional.empty();
        }
        GraphDocument result = parts(document.withData(reference), data);
        List<String> changes = new ArrayList<>();
        for (int i = 0; i <= MOST_CHANGES; i++) {
            GraphAnalysis analysis = GraphAnalyzer.analyze(result, Optional.of(data));
            if (analysis.isTrainable()) {
                return Optional.of(new Adaptation(result, changes));
            }
            Optional<Fix> fix = analysis.problems().stream()
                    .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                    .flatMap(problem -> problem.fixes().stream())
                    .findFirst();
            if (fix.isEmpty()) {
                break;
            }
            changes.add(fix.get().text());
            result = fix.get().edit().apply(result);
        }
        return Optional.empty();
    }

    /** In tasks from sequence to sequence the slices behind the input part the source from what was written so far. */
    private static GraphDocument parts(GraphDocument document, DataSpec data) {
        GraphDocument result = document;
        if (data.sourceSteps() == 0) {
            return result;
        }
        for (Node node : document.graph().nodes()) {
            if (node.layer() instanceof Slice slice && slice.axis() == SliceAxis.TIME && isFirst(document, node.id())) {
                boolean source = slice.start() == 0;
                Slice moved = Parameters.with(slice, "start", source ? 0 : data.sourceSteps());
                GraphEdit edit = new ReplaceLayer(
                        node.id(),
                        Parameters.with(
                                moved,
                                "length",
                                source ? data.sourceSteps() : data.target().length()));
                result = edit.apply(result);
            }
        }
        return result;
    }

    private static boolean isFirst(GraphDocument document, NodeId id) {
        return document.graph().inputsOf(id).stream()
                .allMatch(edge -> document.graph().layer(edge.from()) instanceof Input);
    }
}
