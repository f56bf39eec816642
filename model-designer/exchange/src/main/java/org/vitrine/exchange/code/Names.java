package org.vitrine.exchange.code;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.vitrine.graph.model.NodeId;

/** Identifiers for the nodes of a program: no two of them are the same, and none has a meaning of its own. */
public final class Names {
    private final Set<String> reserved;
    private final Set<String> taken;
    private final Map<NodeId, String> names = new HashMap<>();

    /** @param reserved words of the language, and names that the program uses for itself */
    public Names(Set<String> reserved) {
        this.reserved = Set.copyOf(reserved);
        this.taken = new HashSet<>(reserved);
    }

    /** The node's identifier, always the same. */
    public String of(NodeId node) {
        String known = names.get(node);
        if (known == null) {
            known = fresh(node.value());
            names.put(node, known);
        }
        return known;
    }

    /** A new identifier like a text. */
    public String fresh(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9_]", "_");
        // Leading underscores mean something in Python, in Keras names too.
        plain = plain.replaceFirst("^_+", "");
        String stem = plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "n" + plain : plain;
        stem = reserved.contains(stem) ? stem + "_" : stem;
        String name = stem;
        for (int number = 2; !taken.add(name); number++) {
            name = stem + "_" + number;
        }
        return name;
    }
}
