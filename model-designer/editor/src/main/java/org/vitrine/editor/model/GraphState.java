package org.vitrine.editor.model;

import org.vitrine.graph.analysis.GraphAnalysis;
import org.vitrine.graph.model.GraphDocument;

/** A document and what the analysis says of it: always of the same moment. */
public record GraphState(GraphDocument document, GraphAnalysis analysis) {}
