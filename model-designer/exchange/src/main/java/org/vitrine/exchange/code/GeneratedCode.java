package org.vitrine.exchange.code;

import java.util.List;
import java.util.Optional;
import org.vitrine.graph.model.NodeId;

/**
 * A program's text, and which parts of it a node has written.
 *
 * @param spans in the order of the text; they do not overlap, and a node may have several
 */
public record GeneratedCode(String text, List<Span> spans) {

    public GeneratedCode {
        spans = List.copyOf(spans);
    }

    /** A node's characters: {@code from} is its first, {@code to} stands behind its last. */
    public record Span(NodeId node, int from, int to) {}

    /** The node that wrote the character at an offset. */
    public Optional<NodeId> nodeAt(int offset) {
        return spans.stream()
                .filter(span -> span.from() <= offset && offset < span.to())
                .map(Span::node)
                .findFirst();
    }

    /** What a node has written. */
    public List<Span> spansOf(NodeId node) {
        return spans.stream().filter(span -> span.node().equals(node)).toList();
    }
}
