package org.vitrine.app.design.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.app.shared.Texts;
import org.vitrine.graph.compare.DocumentComparison;
import org.vitrine.graph.compare.GraphComparison;
import org.vitrine.graph.compare.NodeChange;
import org.vitrine.graph.compare.ParameterChange;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.parameter.SpecTexts;

/**
 * One difference in words.
 *
 * @param before the node that it is about in the first graph, if there is one
 * @param after in the second graph
 */
public record ChangeLine(Mark mark, String text, Optional<NodeId> before, Optional<NodeId> after) {

    /** All differences: nodes first, then edges, then settings. */
    public static List<ChangeLine> of(DocumentComparison comparison) {
        List<ChangeLine> lines = new ArrayList<>();
        GraphComparison graph = comparison.graph();
        for (Node node : graph.removed()) {
            lines.add(new ChangeLine(
                    Mark.REMOVED,
                    Texts.format("compare.removed", node.id(), SpecTexts.title(node.layer())),
                    Optional.of(node.id()),
                    Optional.empty()));
        }
        for (Node node : graph.added()) {
            lines.add(new ChangeLine(
                    Mark.ADDED,
                    Texts.format("compare.added", node.id(), SpecTexts.title(node.layer())),
                    Optional.empty(),
                    Optional.of(node.id())));
        }
        graph.changed()
                .forEach(change -> lines.add(new ChangeLine(
                        Mark.CHANGED, text(change), Optional.of(change.oldId()), Optional.of(change.newId()))));
        graph.movedEdges()
                .forEach(edge -> lines.add(new ChangeLine(
                        Mark.CHANGED,
                        Texts.format("compare.edge.moved", text(edge.before()), text(edge.after())),
                        Optional.of(edge.before().to()),
                        Optional.of(edge.after().to()))));
        graph.removedEdges()
                .forEach(edge -> lines.add(new ChangeLine(
                        Mark.REMOVED,
                        Texts.format("compare.edge.removed", text(edge)),
                        Optional.of(edge.to()),
                        Optional.empty())));
        graph.addedEdges()
                .forEach(edge -> lines.add(new ChangeLine(
                        Mark.ADDED,
                        Texts.format("compare.edge.added", text(edge)),
                        Optional.empty(),
                        Optional.of(edge.to()))));
        comparison
                .settings()
                .forEach(change ->
                        lines.add(new ChangeLine(Mark.CHANGED, setting(change), Optional.empty(), Optional.empty())));
        return lines;
    }

    private static String text(NodeChange change) {
        List<String> parts = new ArrayList<>();
        if (change.isRenamed()) {
            parts.add(Texts.format("compare.renamed", change.newId()));
        }
        if (change.isReplaced()) {
            parts.add(Texts.format(
                    "compare.replaced",
                    SpecTexts.title(change.before().layer()),
                    SpecTexts.title(change.after().layer())));
        }
        Class<? extends LayerSpec> type = change.before().layer().getClass();
        change.parameters().forEach(parameter -> parts.add(values(SpecTexts.label(type, parameter.name()), parameter)));
        return Texts.format("compare.changed", change.oldId(), String.join(", ", parts));
    }

    private static String setting(ParameterChange change) {
        String label =
                switch (change.name()) {
                    case DocumentComparison.TITLE -> Texts.get("compare.title");
                    case DocumentComparison.DATA -> Texts.get("compare.data");
                    default -> SpecTexts.label(TrainingSettings.class, change.name());
                };
        return values(label, change);
    }

    private static String values(String label, ParameterChange change) {
        return label + " " + text(change.from()) + " \u2192 " + text(change.to());
    }

    private static String text(Object value) {
        if (value instanceof Enum<?> constant) {
            return SpecTexts.constant(constant);
        }
        return value instanceof Double number
                ? String.format(Locale.ROOT, "%.6g", number).replaceAll("\\.?0+$", "")
                : String.valueOf(value);
    }

    private static String text(Edge edge) {
        return edge.from() + " \u2192 " + edge.to() + (edge.port() == 0 ? "" : ":" + edge.port());
    }
}
