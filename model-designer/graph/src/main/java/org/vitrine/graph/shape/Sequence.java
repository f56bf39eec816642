package org.vitrine.graph.shape;

/** {@code length} time steps of {@code features} values each; in memory features × time. */
public record Sequence(long features, long length) implements Shape {

    @Override
    public long size() {
        return features * length;
    }

    @Override
    public String text() {
        return features + " × " + length + " steps";
    }
}
