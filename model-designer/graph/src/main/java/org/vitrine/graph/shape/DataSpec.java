package org.vitrine.graph.shape;

/** What a data set offers to a graph: the shape of one input and the kind of target. */
public record DataSpec(Shape input, Target target) {}
