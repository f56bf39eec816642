package org.vitrine.graph.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vitrine.graph.edit.Edits;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.Tokens;

/** Edits worth trying where token ids arrive at a layer that calculates. */
final class TokenRemedies {
    private final Spot spot;

    TokenRemedies(Spot spot) {
        this.spot = spot;
    }

    /** Move the embedding that stands right behind before this node, or insert one. */
    void embed() {
        moveEmbedding();
        List<Edge> tokens = spot.edges.stream()
                .filter(edge -> spot.survey.output(edge.from()).orElseThrow() instanceof Tokens)
                .toList();
        Set<NodeId> sources = new HashSet<>();
        tokens.forEach(edge -> sources.add(edge.from()));
        if (sources.size() == 1) {
            NodeId source = tokens.get(0).from();
            spot.add(Remedy.of(
                    "fix.insert-after",
                    Edits.insertAfter(spot.document, source, Adapters.EMBEDDING),
                    Adapters.EMBEDDING,
                    source));
        }
        Draft draft = new Draft(spot.document);
        tokens.forEach(edge -> draft.insertOn(edge, Adapters.EMBEDDING));
        spot.add(Remedy.of("fix.insert", draft.edit(), Adapters.EMBEDDING, spot.id));
    }

    private void moveEmbedding() {
        List<Edge> behind = spot.survey.index().outputs(spot.id);
        boolean alone = spot.edges.size() == 1 && behind.size() == 1;
        if (!alone || !(spot.survey.index().layer(behind.get(0).to()) instanceof Embedding)) {
            return;
        }
        NodeId embedding = behind.get(0).to();
        Draft draft = new Draft(spot.document);
        List<Edge> after = spot.survey.index().outputs(embedding);
        draft.connect(spot.edge().from(), embedding, 0);
        draft.connect(embedding, spot.id, 0);
        after.forEach(edge -> draft.connect(spot.id, edge.to(), edge.port()));
        draft.swapPlaces(spot.id, embedding);
        spot.add(Remedy.of("fix.move-before", draft.edit(), embedding, spot.id));
    }
}
