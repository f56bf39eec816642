package org.vitrine.exchange.code;

import org.vitrine.graph.model.NodeId;

/** Carries out of a visitor, which can not declare exceptions, that a language can not express a node. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient NodeId node;
    private final String reason;

    public Refused(NodeId node, String reason) {
        super(reason);
        this.node = node;
        this.reason = reason;
    }

    public CodeException asException() {
        return new CodeException(node, reason);
    }
}
