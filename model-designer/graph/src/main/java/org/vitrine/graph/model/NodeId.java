package org.vitrine.graph.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a node, unique in its graph: letters, digits, {@code _} and {@code -}, at most 40. What stands inside of
 * blocks has a path of such names, joined by dots: {@code encoder.attention}.
 */
public record NodeId(String value) implements Comparable<NodeId> {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-]{1,40}(?:\\.[A-Za-z0-9_-]{1,40}){0,40}");

    public NodeId {
        if (!PATH.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A node's name has 1 to 40 letters, digits, _ or -, not '" + value + "'");
        }
    }

    /** Whether {@code text} could name a node; paths are no names. */
    public static boolean isValid(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether this is a path into a block. */
    public boolean isPath() {
        return value.indexOf('.') >= 0;
    }

    /** The outermost name of a path. */
    public NodeId head() {
        int dot = value.indexOf('.');
        return dot < 0 ? this : new NodeId(value.substring(0, dot));
    }

    /** The path of the block that a path leads into; empty for a plain name. */
    public Optional<NodeId> parent() {
        int dot = value.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(new NodeId(value.substring(0, dot)));
    }

    /** The innermost name of a path. */
    public NodeId last() {
        int dot = value.lastIndexOf('.');
        return dot < 0 ? this : new NodeId(value.substring(dot + 1));
    }

    /** This path inside of {@code block}. */
    public NodeId in(NodeId block) {
        return new NodeId(block.value + "." + value);
    }

    /** Whether this path leads into {@code block}. */
    public boolean isIn(NodeId block) {
        return value.length() > block.value.length()
                && value.charAt(block.value.length()) == '.'
                && value.startsWith(block.value);
    }

    /**
     * The rest of a path that leads into {@code block}.
     *
     * @throws IllegalArgumentException if it leads elsewhere
     */
    public NodeId from(NodeId block) {
        if (!isIn(block)) {
            throw new IllegalArgumentException("'" + value + "' is not inside of '" + block + "'");
        }
        return new NodeId(value.substring(block.value.length() + 1));
    }

    /** This path after the node {@code old} has become {@code renamed}. */
    public NodeId renamed(NodeId old, NodeId renamed) {
        if (equals(old)) {
            return renamed;
        }
        return isIn(old) ? from(old).in(renamed) : this;
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
