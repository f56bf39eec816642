package org.vitrine.arithmetic;

import java.util.function.Supplier;

/** Where a number comes from. */
public sealed interface Source {

    /** A cell of what came in at a port. */
    record Input(int port, Cell cell) implements Source {}

    /** A cell of one of the layer's parameters, named as in docs/weights.md. */
    record Parameter(String name, Cell cell) implements Source {}

    /** A number that the layer computed on the way, which can be unfolded in turn. */
    record Inner(String title, Supplier<Unfolded> how) implements Source {}

    /** A number that the layer's settings give. */
    record Constant(String title) implements Source {}
}
