package org.vitrine.editor.canvas;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.plan.Route;
import org.vitrine.editor.plan.Spot;
import org.vitrine.graph.edit.Connect;
import org.vitrine.graph.edit.EditList;
import org.vitrine.graph.edit.RemoveParts;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.NodeId;

/**
 * Draws an edge from an output; dropped on nothing, the list of layers that fit opens there. An edge that was taken off its
 * port moves, or goes if it is dropped on nothing.
 */
final class ConnectDrag implements Drag {
    private static final double REACH = 12;

    private final GraphViewModel model;
    private final GraphScene scene;
    private final Viewport viewport;
    private final ConnectMode mode;
    private final QuickConnect quick;
    private final NodeId from;
    private final @Nullable Edge taken;

    /** @param taken the edge whose end is moved, or null for a new one */
    ConnectDrag(
            GraphViewModel model,
            GraphScene scene,
            Viewport viewport,
            ConnectMode mode,
            QuickConnect quick,
            NodeId from,
            @Nullable Edge taken) {
        this.model = model;
        this.scene = scene;
        this.viewport = viewport;
        this.mode = mode;
        this.quick = quick;
        this.from = from;
        this.taken = taken;
        mode.start(from);
    }

    @Override
    public void move(Point2D point) {
        Point2D at = viewport.toGraph(point.getX(), point.getY());
        Optional<Edge> target = targetAt(at);
        if (target.isPresent()) {
            mode.aim(target.get());
        } else {
            mode.aimNowhere(at.getX(), at.getY());
        }
    }

    /** The edge to the port under the mouse; over the body of a node, its nearest port, a free one before others. */
    private Optional<Edge> targetAt(Point2D at) {
        return scene.plan()
                .nodeAt(at.getX(), at.getY(), REACH)
                .filter(spot -> !spot.id().equals(from))
                .map(spot -> {
                    // A node without inputs is aimed at too, so that the hint says why not.
                    int port = IntStream.range(0, spot.inputs())
                            .boxed()
                            .min(Comparator.comparingDouble(input -> distance(spot, input, at)))
                            .orElse(0);
                    return new Edge(from, spot.id(), port);
                });
    }

    private double distance(Spot spot, int port, Point2D at) {
        Route.Point end = spot.input(port);
        double distance = Math.hypot(end.x() - at.getX(), end.y() - at.getY());
        boolean occupied = model.document().graph().inputsOf(spot.id()).stream().anyMatch(edge -> edge.port() == port);
        return distance + (occupied && distance > REACH ? 1000 : 0);
    }

    @Override
    public void end(Point2D point) {
        move(point);
        Edge old = taken;
        Optional<Edge> wanted = mode.aimed();
        if (old == null || wanted.filter(old::equals).isPresent()) {
            finish(wanted, old);
            if (wanted.isEmpty()) {
                quick.openBehind(from, viewport.toGraph(point.getX(), point.getY()));
            }
        } else {
            mode.cancel();
            move(old, wanted);
        }
    }

    private void finish(Optional<Edge> wanted, @Nullable Edge old) {
        if (wanted.isPresent() && old == null) {
            mode.finish();
        } else {
            mode.cancel();
        }
    }

    private void move(Edge old, Optional<Edge> wanted) {
        RemoveParts removal = new RemoveParts(Set.of(), Set.of(old));
        if (wanted.isEmpty()) {
            model.execute(removal);
        } else if (mode.allows(wanted.get())) {
            model.execute(new EditList("Connect", List.of(removal, new Connect(wanted.get()))));
        }
    }

    @Override
    public void cancel() {
        mode.cancel();
    }
}
