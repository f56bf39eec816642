package org.vitrine.graph.model;

import java.util.List;

/**
 * A named handle of a block on components of layers inside of it, such as {@code heads}. Its value is read at the first
 * target and set at all of them, so the layers always hold real values.
 */
public record BlockParameter(String name, List<Target> targets) {
    public BlockParameter {
        targets = List.copyOf(targets);
        if (name.isBlank()) {
            throw new IllegalArgumentException("A block's parameter needs a name");
        }
    }

    /** A component of a layer: {@code node} is a path inside of the block. */
    public record Target(NodeId node, String component) {
        /** As in files: {@code attention.heads}. */
        public String text() {
            return node + "." + component;
        }
    }
}
