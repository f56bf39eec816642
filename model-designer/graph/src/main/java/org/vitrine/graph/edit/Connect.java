package org.vitrine.graph.edit;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;

/** Adds an edge; one that entered the same port before gives way. */
public record Connect(Edge edge) implements GraphEdit {

    @Override
    public GraphDocument apply(GraphDocument document) {
        List<Edge> edges = new ArrayList<>(document.graph().edges());
        edges.removeIf(other -> other.to().equals(edge.to()) && other.port() == edge.port());
        edges.add(edge);
        return document.withGraph(new ModelGraph(document.graph().nodes(), edges), document.layout());
    }
}
