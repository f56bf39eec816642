package org.vitrine.graph.model;

/** Carries the output of {@code from} to input port {@code port} (from 0) of {@code to}. */
public record Edge(NodeId from, NodeId to, int port) {}
