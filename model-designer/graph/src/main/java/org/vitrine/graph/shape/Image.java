package org.vitrine.graph.shape;

/** Feature maps in channels × height × width order. */
public record Image(long channels, long height, long width) implements Shape {

    @Override
    public long size() {
        return channels * height * width;
    }

    @Override
    public String text() {
        return channels + " × " + height + " × " + width;
    }
}
