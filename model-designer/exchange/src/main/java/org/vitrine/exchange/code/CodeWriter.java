package org.vitrine.exchange.code;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.graph.model.NodeId;

/** Puts a program together line by line and remembers which lines a node has written. */
public final class CodeWriter {
    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private final List<GeneratedCode.Span> spans = new ArrayList<>();
    private int depth;

    /** Adds a text block as it is, one more line break behind it. */
    public CodeWriter block(String lines) {
        lines.stripTrailing().lines().forEach(this::line);
        return this;
    }

    /** Adds one line. */
    public CodeWriter line(String line) {
        if (!line.isEmpty()) {
            text.append(INDENT.repeat(depth)).append(line);
        }
        text.append('\n');
        return this;
    }

    public CodeWriter blank() {
        return line("");
    }

    /** Adds the lines of a node. */
    public CodeWriter lines(NodeId node, List<String> lines) {
        if (!lines.isEmpty()) {
            int from = text.length() + INDENT.length() * depth;
            lines.forEach(this::line);
            spans.add(new GeneratedCode.Span(node, from, text.length() - 1));
        }
        return this;
    }

    public CodeWriter indent() {
        depth++;
        return this;
    }

    public CodeWriter outdent() {
        depth--;
        return this;
    }

    public GeneratedCode done() {
        return new GeneratedCode(text.toString(), spans);
    }
}
