package org.vitrine.graph.model;

/** Carries the output of {@code from} to input port {@code port} (from 0) of {@code to}. */
public record Edge(NodeId from, NodeId to, int port) {
    public Edge {
        if (port < 0) {
            throw new IllegalArgumentException("Ports count from 0, not " + port);
        }
    }
}
