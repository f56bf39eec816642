package org.vitrine.graph.model;

import java.util.regex.Pattern;

/** The name of a node, unique in its graph: letters, digits, {@code _} and {@code -}, at most 40. */
public record NodeId(String value) implements Comparable<NodeId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    public NodeId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A node's name has 1 to 40 letters, digits, _ or -, not '" + value + "'");
        }
    }

    /** Whether {@code text} could name a node. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(NodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
