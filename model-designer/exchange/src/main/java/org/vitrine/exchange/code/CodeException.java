package org.vitrine.exchange.code;

import java.util.Optional;
import org.vitrine.graph.model.NodeId;

/** A graph that a program can not be made of; the message says what, where and how to fix it. */
public final class CodeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Optional<NodeId> node;

    public CodeException(String message) {
        super(message);
        this.node = Optional.empty();
    }

    /** What one node asks for and a language has not. */
    public CodeException(NodeId node, String message) {
        super("'" + node + "': " + message);
        this.node = Optional.of(node);
    }

    /** The node at fault, if it is one alone. */
    public Optional<NodeId> node() {
        return node;
    }
}
