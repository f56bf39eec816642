package org.vitrine.graph.layer;

/** How many inputs a layer takes: at least {@code min}, at most {@code max}. */
public record Ports(int min, int max) {
    public static final Ports NONE = new Ports(0, 0);
    public static final Ports ONE = new Ports(1, 1);
    public static final Ports TWO = new Ports(2, 2);
    /** Two inputs or more, up to a number that still fits on a node. */
    public static final Ports MANY = new Ports(2, 8);
}
