package org.vitrine.graph.analysis;

import java.util.List;
import org.vitrine.graph.edit.Edits;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Concatenate;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** Edits worth trying where the inputs of Add or Concatenate do not fit together. */
final class MergeRemedies {
    private final Survey survey;
    private final GraphDocument document;
    private final NodeId id;
    private final List<Edge> edges;

    MergeRemedies(Survey survey, NodeId id) {
        this.survey = survey;
        this.document = survey.document();
        this.id = id;
        this.edges = survey.index().inputs(id);
    }

    /** Give the odd branch the width of the others, put a projection on it, or concatenate instead. */
    void add(List<Remedy> remedies) {
        Shape first = shape(edges.get(0));
        Edge odd = edges.stream()
                .filter(edge -> !shape(edge).equals(first))
                .findFirst()
                .orElseThrow();
        Widths.change(survey, odd.from(), channels(first)).ifPresent(remedies::add);
        Widths.change(survey, edges.get(0).from(), channels(shape(odd))).ifPresent(remedies::add);
        project(odd, first, remedies);
        project(edges.get(0), shape(odd), remedies);
        remedies.add(Remedy.of("fix.replace", new ReplaceLayer(id, new Concatenate()), id, new Concatenate()));
    }

    /** Make vectors of all branches that are none yet. */
    void concatenate(List<Remedy> remedies) {
        makeVectors(new GlobalPooling(PoolingMode.AVERAGE), remedies);
        makeVectors(new Flatten(), remedies);
    }

    private void makeVectors(LayerSpec layer, List<Remedy> remedies) {
        Draft draft = new Draft(document);
        for (Edge edge : edges) {
            if (!(shape(edge) instanceof Flat)) {
                draft.insertOn(edge, layer);
            }
        }
        remedies.add(Remedy.of("fix.insert", draft.edit(), layer, id));
    }

    private void project(Edge edge, Shape wanted, List<Remedy> remedies) {
        Shape given = shape(edge);
        LayerSpec projection = null;
        if (wanted instanceof Flat flat && given instanceof Flat && flat.size() <= 65536) {
            projection = new Dense((int) flat.size(), Activation.IDENTITY);
        } else if (wanted instanceof Sequence to && given instanceof Sequence from && to.length() == from.length()) {
            projection = new Dense((int) Math.min(65536, to.features()), Activation.IDENTITY);
        } else if (wanted instanceof Image to
                && given instanceof Image from
                && to.height() == from.height()
                && to.width() == from.width()) {
            projection =
                    new Convolution2D((int) Math.min(1024, to.channels()), 1, 1, 1, Padding.SAME, Activation.IDENTITY);
        }
        if (projection != null) {
            remedies.add(Remedy.of(
                    "fix.insert-between", Edits.insertOn(document, edge, projection), projection, edge.from(), id));
        }
    }

    private Shape shape(Edge edge) {
        return survey.output(edge.from()).orElseThrow();
    }

    static long channels(Shape shape) {
        if (shape instanceof Image image) {
            return image.channels();
        }
        if (shape instanceof Sequence sequence) {
            return sequence.features();
        }
        return shape.size();
    }
}
