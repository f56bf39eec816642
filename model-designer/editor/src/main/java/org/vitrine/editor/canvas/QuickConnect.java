package org.vitrine.editor.canvas;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.plan.Box;
import org.vitrine.editor.plan.Wire;
import org.vitrine.editor.quick.Offers;
import org.vitrine.editor.quick.QuickAdd;
import org.vitrine.editor.quick.QuickList;
import org.vitrine.editor.quick.QuickPlace;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** Opens the list of layers that fit, at a port, on an edge, or where one types. */
final class QuickConnect {
    private static final double GAP = 12;

    private final GraphCanvas canvas;
    private final GraphViewModel model;
    private final GraphScene scene;
    private final Viewport viewport;
    private final QuickList list;
    private Point2D place = Point2D.ZERO;

    QuickConnect(GraphCanvas canvas, GraphViewModel model, GraphScene scene, Viewport viewport) {
        this.canvas = canvas;
        this.model = model;
        this.scene = scene;
        this.viewport = viewport;
        list = new QuickList(canvas::requestFocus);
    }

    QuickList list() {
        return list;
    }

    /** Opens for what is chosen; without a choice, the layer will stand below the others, on its own. */
    void openForSelection(String typed) {
        QuickPlace where = QuickPlace.of(model.document(), model.selection());
        Optional<Box> chosen = scene.plan()
                .area(model.selection().nodes())
                .or(() -> model.selection().singleEdge().flatMap(this::labelOf));
        Point2D at = chosen.map(box -> viewport.toCanvas(box.right(), box.top()).add(GAP, 0))
                .orElse(new Point2D(canvas.getWidth() / 2 - 160, canvas.getHeight() / 4));
        open(where, at, typed);
    }

    private Optional<Box> labelOf(Edge edge) {
        return scene.plan().wires().stream()
                .filter(wire -> wire.edge().equals(edge))
                .map(Wire::labelBox)
                .findFirst();
    }

    /** Opens where an edge from a node was let go. */
    void openBehind(NodeId from, Point2D graphPoint) {
        open(
                new QuickPlace.After(from, Optional.of(new Position(graphPoint.getX(), graphPoint.getY()))),
                viewport.toCanvas(graphPoint.getX(), graphPoint.getY()),
                "");
    }

    void openOn(Edge edge, Point2D canvasPoint) {
        open(new QuickPlace.On(edge), canvasPoint, "");
    }

    void openFree(Point2D canvasPoint) {
        Point2D at = viewport.toGraph(canvasPoint.getX(), canvasPoint.getY());
        open(new QuickPlace.Free(Optional.of(new Position(at.getX(), at.getY()))), canvasPoint, "");
    }

    private void open(QuickPlace where, Point2D at, String typed) {
        place = at;
        list.open(new Offers(model.state(), model.data()).at(where), typed, offer -> {
            NodeId added = QuickAdd.add(model, where, offer);
            canvas.reveal(List.of(added));
        });
        layout();
    }

    /** Keeps the list within the canvas. */
    void layout() {
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        list.sizeFor(width - 2 * GAP, height - 2 * GAP);
        list.relocate(
                Math.rint(Math.max(GAP, Math.min(place.getX(), width - list.getWidth() - GAP))),
                Math.rint(Math.max(GAP, Math.min(place.getY(), height - list.getHeight() - GAP))));
    }
}
