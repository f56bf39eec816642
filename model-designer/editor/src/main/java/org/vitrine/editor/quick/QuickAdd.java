package org.vitrine.editor.quick;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.NodeMetrics;
import org.vitrine.editor.model.Placement;
import org.vitrine.editor.model.Selection;
import org.vitrine.graph.edit.AddNode;
import org.vitrine.graph.edit.Connect;
import org.vitrine.graph.edit.EditList;
import org.vitrine.graph.edit.Edits;
import org.vitrine.graph.edit.FreeNames;
import org.vitrine.graph.edit.GraphEdit;
import org.vitrine.graph.edit.Spacing;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** Carries out an offer as one step of undo. */
public final class QuickAdd {
    private final List<GraphEdit> edits = new ArrayList<>();
    private GraphDocument draft;

    private QuickAdd(GraphDocument document) {
        draft = document;
    }

    /** Adds what is offered; its layer is chosen and named as the result. */
    public static NodeId add(GraphViewModel model, QuickPlace place, Offer offer) {
        QuickAdd step = new QuickAdd(model.document());
        NodeId added = step.place(place, offer);
        model.execute(new EditList(place instanceof QuickPlace.On ? "InsertOnEdge" : "AddNode", step.edits));
        model.select(Selection.of(added));
        return added;
    }

    private NodeId place(QuickPlace place, Offer offer) {
        List<LayerSpec> layers = new ArrayList<>(offer.before());
        layers.add(offer.layer());
        if (place instanceof QuickPlace.On on) {
            return insert(on.edge(), layers);
        }
        if (place instanceof QuickPlace.After after) {
            return append(after.from(), after.at(), layers);
        }
        Optional<Position> at = ((QuickPlace.Free) place).at();
        Position free = at.map(QuickAdd::around)
                .map(wanted -> Placement.freeNear(draft, wanted))
                .orElseGet(() -> Placement.atEnd(draft));
        return node(offer.layer(), free);
    }

    private NodeId insert(Edge edge, List<LayerSpec> layers) {
        Edge rest = edge;
        NodeId last = edge.from();
        for (LayerSpec layer : layers) {
            last = FreeNames.forLayer(layer, draft.graph());
            then(Edits.insertOn(draft, rest, layer));
            rest = new Edge(last, edge.to(), edge.port());
        }
        return last;
    }

    private NodeId append(NodeId from, Optional<Position> at, List<LayerSpec> layers) {
        NodeId last = from;
        Optional<Position> wanted = at.map(place -> new Position(place.x() - NodeMetrics.WIDTH / 2, place.y()));
        for (LayerSpec layer : layers) {
            NodeId source = last;
            Position place = wanted.map(there -> Placement.freeNear(draft, there))
                    .orElseGet(() -> Placement.below(draft, source));
            last = node(layer, place);
            then(new Connect(new Edge(source, last, 0)));
            wanted = wanted.map(there -> there.plus(0, Spacing.DOWN));
        }
        return last;
    }

    private NodeId node(LayerSpec layer, Position place) {
        NodeId id = FreeNames.forLayer(layer, draft.graph());
        then(new AddNode(new Node(id, layer), place));
        return id;
    }

    private void then(GraphEdit edit) {
        edits.add(edit);
        draft = edit.apply(draft);
    }

    private static Position around(Position middle) {
        return new Position(middle.x() - NodeMetrics.WIDTH / 2, middle.y() - NodeMetrics.HEIGHT / 2);
    }
}
