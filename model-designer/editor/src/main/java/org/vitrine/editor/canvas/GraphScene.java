package org.vitrine.editor.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.CacheHint;
import javafx.scene.Group;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;
import org.vitrine.editor.look.NodeText;
import org.vitrine.editor.model.Connections;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.model.Selection;
import org.vitrine.editor.plan.Box;
import org.vitrine.editor.plan.EdgeStyle;
import org.vitrine.editor.plan.Plan;
import org.vitrine.editor.plan.Spot;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/**
 * The drawn graph: its plan, and views of those nodes that are seen at a size at which they can be read. The backdrop
 * paints the rest.
 */
final class GraphScene extends Group {
    /** Views this far outside the canvas are made already. */
    private static final double AHEAD = 64;
    /** Views made in one pulse while something moves; each takes a millisecond or two. */
    private static final int WHILE_MOVING = 2;

    private final Group nodeLayer = new Group();
    private final Path rubberEdge = new Path();
    private final Map<NodeId, NodeView> views = new HashMap<>();
    private final Set<NodeId> seen = new HashSet<>();
    private final Viewport viewport;
    private GraphState state;
    private long revision;
    /** The plan of the state; while nodes are dragged, {@link #plan} is another one. */
    private Plan settled = Plan.EMPTY;

    private Plan plan = Plan.EMPTY;
    private EdgeStyle style = EdgeStyle.CURVED;
    private Map<NodeId, Trouble> troubles = Map.of();
    private Map<NodeId, Badge> badges = Map.of();
    private Selection selection = Selection.EMPTY;
    private @Nullable Function<Edge, Connections.Kind> marker;
    private @Nullable NodeId markedFrom;

    GraphScene(GraphState state, Viewport viewport) {
        this.state = state;
        this.viewport = viewport;
        rubberEdge.getStyleClass().add("rubber-edge");
        rubberEdge.setMouseTransparent(true);
        rubberEdge.setVisible(false);
        getChildren().addAll(nodeLayer, rubberEdge);
        setAutoSizeChildren(false);
        nodeLayer.setAutoSizeChildren(false);
    }

    Path rubberEdge() {
        return rubberEdge;
    }

    Plan plan() {
        return plan;
    }

    Selection selection() {
        return selection;
    }

    Trouble trouble(NodeId id) {
        return troubles.getOrDefault(id, Trouble.NONE);
    }

    /** Shows quantities at nodes, and none at others. */
    void showBadges(Map<NodeId, Badge> shown) {
        badges = Map.copyOf(shown);
        viewsSeen().forEach(view -> view.showBadge(badges.get(view.nodeId())));
    }

    Optional<Badge> badge(NodeId id) {
        return Optional.ofNullable(badges.get(id));
    }

    /** The nodes that have a view on the canvas now. */
    Set<NodeId> seen() {
        return seen;
    }

    /** The view of a node, if it is seen. */
    Optional<NodeView> view(NodeId id) {
        return seen.contains(id) ? Optional.ofNullable(views.get(id)) : Optional.empty();
    }

    Collection<NodeView> viewsSeen() {
        return seen.stream()
                .flatMap(id -> Optional.ofNullable(views.get(id)).stream())
                .toList();
    }

    /** Takes over a state; {@link #see} brings it onto the canvas. */
    void show(GraphState now) {
        state = now;
        revision++;
        settled = settled.next(now, style);
        plan = settled;
        troubles = Trouble.of(now);
        views.entrySet().removeIf(entry -> {
            boolean gone = plan.spot(entry.getKey()).isEmpty();
            if (gone) {
                nodeLayer.getChildren().remove(entry.getValue());
                seen.remove(entry.getKey());
            }
            return gone;
        });
    }

    void setStyle(EdgeStyle wanted) {
        style = wanted;
        settled = settled.next(state, wanted);
        plan = settled;
    }

    /** Shows nodes elsewhere while they are dragged; only their own edges follow. */
    void preview(Map<NodeId, Position> places) {
        plan = settled.moved(places);
        places.forEach((id, place) -> view(id).ifPresent(view -> view.moveTo(place)));
    }

    /** Ends a preview. */
    void endPreview() {
        plan = settled;
        viewsSeen().forEach(view -> view.moveTo(plan.at(view.nodeId()).position()));
    }

    void select(Selection chosen) {
        selection = chosen;
        viewsSeen().forEach(view -> view.setSelected(chosen.nodes().contains(view.nodeId())));
    }

    /** Shows on every input port what an edge to it would be; null ends it. */
    void mark(@Nullable Function<Edge, Connections.Kind> kinds, @Nullable NodeId from) {
        marker = kinds;
        markedFrom = from;
        viewsSeen().forEach(this::mark);
    }

    private void mark(NodeView view) {
        NodeId from = markedFrom;
        Function<Edge, Connections.Kind> kinds = marker;
        for (PortView port : view.inputs()) {
            if (kinds == null || from == null) {
                port.unmark();
            } else {
                port.mark(kinds.apply(new Edge(from, view.nodeId(), port.index())));
            }
        }
    }

    /**
     * Brings the views in line with what the canvas shows.
     *
     * @param moving whether a gesture goes on: then few views are made at a time
     * @return whether all that should have a view have one
     */
    boolean see(Box visible, Detail detail, boolean moving) {
        Set<NodeId> wanted = new HashSet<>();
        boolean full = detail == Detail.FULL;
        nodeLayer.setVisible(full);
        int budget = moving ? WHILE_MOVING : Integer.MAX_VALUE;
        boolean complete = true;
        // New views join the scene together: each step there styles again what it adds.
        List<NodeView> fresh = new ArrayList<>();
        Box near = visible.grownBy(AHEAD);
        for (Spot spot : full ? plan.spots() : List.<Spot>of()) {
            if (!spot.box().overlaps(near)) {
                continue;
            }
            NodeView view = views.get(spot.id());
            boolean outdated = view != null && (view.outputPort() != null) != hasOutput(spot);
            if (view == null || outdated) {
                if (budget-- <= 0) {
                    complete = false;
                    continue;
                }
                nodeLayer.getChildren().remove(view);
                view = new NodeView(spot.node());
                views.put(spot.id(), view);
                fresh.add(view);
            }
            wanted.add(spot.id());
            bring(view, spot);
        }
        for (NodeId id : seen) {
            NodeView view = views.get(id);
            if (!wanted.contains(id) && view != null) {
                view.setVisible(false);
            }
        }
        seen.clear();
        seen.addAll(wanted);
        nodeLayer.getChildren().addAll(fresh);
        return complete;
    }

    private static boolean hasOutput(Spot spot) {
        return spot.node().layer().family() != Family.OUTPUT;
    }

    private void bring(NodeView view, Spot spot) {
        view.moveTo(spot.position());
        view.snapTo(viewport.toWholePixels(spot.position().x(), spot.position().y()));
        boolean fresh = !view.isVisible() || !seen.contains(spot.id());
        view.setVisible(true);
        view.showBadge(badges.get(spot.id()));
        if (view.isAt(revision)) {
            if (fresh) {
                view.setSelected(selection.nodes().contains(spot.id()));
                mark(view);
            }
            return;
        }
        view.showFamily(spot.node().layer().family());
        view.show(revision, NodeText.of(spot.node(), state));
        view.showInputs(spot.inputs());
        view.setSelected(selection.nodes().contains(spot.id()));
        view.connect(plan.connectedInputs(spot.id()), plan.hasOutputEdge(spot.id()));
        mark(view);
    }

    /** While the zoom changes, nodes are drawn from images of them; after it, crisply again. */
    void setZooming(boolean zooming) {
        CacheHint hint = zooming ? CacheHint.SCALE : CacheHint.DEFAULT;
        viewsSeen().forEach(view -> view.setCacheHint(hint));
    }
}
