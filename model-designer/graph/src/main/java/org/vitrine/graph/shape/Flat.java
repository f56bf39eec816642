package org.vitrine.graph.shape;

/** A vector of {@code size} values. */
public record Flat(long size) implements Shape {

    @Override
    public String text() {
        return Long.toString(size);
    }
}
