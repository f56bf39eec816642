package org.vitrine.graph.shape;

/** {@code length} token ids from 0 to {@code vocabulary} - 1; id 0 is padding and masked. */
public record Tokens(long vocabulary, long length) implements Shape {

    @Override
    public long size() {
        return length;
    }

    @Override
    public String text() {
        return length + " tokens of " + vocabulary;
    }
}
