package org.vitrine.graph.analysis;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.graph.edit.Edits;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.shape.Shape;

/** A node that can not take its inputs, whose shapes are known, and the remedies that were thought of, best first. */
final class Spot {
    final Survey survey;
    final GraphDocument document;
    final NodeId id;
    final LayerSpec layer;
    final List<Edge> edges;
    final List<Shape> inputs;
    private final List<Remedy> remedies = new ArrayList<>();

    Spot(Survey survey, NodeId id) {
        this.survey = survey;
        this.document = survey.document();
        this.id = id;
        this.layer = survey.index().layer(id);
        this.edges = survey.index().inputs(id);
        this.inputs = edges.stream()
                .map(edge -> survey.output(edge.from()).orElseThrow())
                .toList();
    }

    List<Remedy> remedies() {
        return remedies;
    }

    Edge edge() {
        return edges.get(0);
    }

    Shape input() {
        return inputs.get(0);
    }

    void add(Remedy remedy) {
        remedies.add(remedy);
    }

    void replace(LayerSpec other) {
        add(Remedy.of("fix.replace", new ReplaceLayer(id, other), id, other));
    }

    /** Takes a node out, if it has one input. */
    void bypass(NodeId node) {
        if (survey.index().canBypass(node)) {
            add(Remedy.of("fix.bypass", Edits.bypass(document, node), node));
        }
    }

    void set(String name, Object value) {
        add(Remedy.set(id, layer, name, value));
    }

    /** Puts a layer on an edge that enters this node. */
    void insert(Edge edge, LayerSpec inserted) {
        add(Remedy.of("fix.insert-between", Edits.insertOn(document, edge, inserted), inserted, edge.from(), id));
    }

    int number(String name) {
        return Parameters.find((Record) layer, name)
                .map(parameter -> (Integer) parameter.value())
                .orElseThrow();
    }
}
