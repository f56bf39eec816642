package org.vitrine.editor.canvas;

import java.util.List;
import java.util.Optional;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;
import org.vitrine.editor.model.Connections;
import org.vitrine.editor.model.Connections.Kind;
import org.vitrine.editor.model.Connections.Verdict;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.Texts;
import org.vitrine.editor.plan.Route;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.NodeId;

/**
 * Connecting, by mouse or by keyboard: lights up the ports that fit, draws the rubber edge and says in words what would
 * happen.
 */
final class ConnectMode {
    private final GraphViewModel model;
    private final GraphScene scene;
    private final CanvasHint hint;
    private @Nullable NodeId source;
    private Optional<Edge> aimed = Optional.empty();
    /** What the arrow keys walk through. */
    private List<Edge> choices = List.of();

    ConnectMode(GraphViewModel model, GraphScene scene, CanvasHint hint) {
        this.model = model;
        this.scene = scene;
        this.hint = hint;
    }

    boolean isActive() {
        return source != null;
    }

    /** Begins at the output of a node. */
    void start(NodeId from) {
        cancel();
        source = from;
        scene.mark(edge -> verdict(edge).kind(), from);
        hint.show(Texts.text("connect.start", from), CanvasHint.Tone.PLAIN);
    }

    /** Begins at the output of a node for the arrow keys; false if there is nothing to connect to. */
    boolean startByKeys(NodeId from) {
        List<Edge> possible = Connections.possibleFrom(model.state(), model.data(), from);
        if (possible.isEmpty()) {
            hint.show(Texts.text("connect.none", from), CanvasHint.Tone.BAD);
            return false;
        }
        start(from);
        Route.Point origin = scene.plan().at(from).output();
        choices = possible.stream()
                .sorted((a, b) -> Double.compare(rank(origin, a), rank(origin, b)))
                .toList();
        aim(choices.get(0));
        return true;
    }

    /** Free ports that fit come first, the nearest before the others. */
    private double rank(Route.Point origin, Edge edge) {
        Route.Point end = scene.plan().at(edge.to()).input(edge.port());
        boolean taken =
                model.document().graph().inputsOf(edge.to()).stream().anyMatch(other -> other.port() == edge.port());
        double penalty = (verdict(edge).kind() == Kind.FITS ? 0 : 1e6) + (taken ? 2e6 : 0);
        return Math.hypot(end.x() - origin.x(), end.y() - origin.y()) + penalty;
    }

    /** Aims at the next or, for -1, the previous choice. */
    void step(int direction) {
        if (!choices.isEmpty()) {
            int now = aimed.map(choices::indexOf).orElse(0);
            aim(choices.get(Math.floorMod(now + direction, choices.size())));
        }
    }

    /** Aims at a port and says what would come of it. */
    void aim(Edge edge) {
        unaim();
        aimed = Optional.of(edge);
        port(edge).ifPresent(port -> port.setAimed(true));
        Route.Point end = scene.plan().at(edge.to()).input(edge.port());
        rubberTo(end.x(), end.y());
        Verdict verdict = verdict(edge);
        String way = Texts.text("connect.way", edge.from(), edge.to(), edge.port() + 1);
        switch (verdict.kind()) {
            case FITS -> hint.show(way, CanvasHint.Tone.GOOD);
            case CLASHES -> hint.show(way + ": " + verdict.reason(), CanvasHint.Tone.WARNING);
            case FORBIDDEN -> hint.show(verdict.reason(), CanvasHint.Tone.BAD);
        }
    }

    /** Lets the rubber edge end at a place of the graph where there is no port. */
    void aimNowhere(double x, double y) {
        unaim();
        rubberTo(x, y);
        NodeId from = source;
        if (from != null) {
            hint.show(Texts.text("connect.start", from), CanvasHint.Tone.PLAIN);
        }
    }

    private void unaim() {
        aimed.flatMap(this::port).ifPresent(port -> port.setAimed(false));
        aimed = Optional.empty();
    }

    private Optional<PortView> port(Edge edge) {
        return scene.view(edge.to()).flatMap(view -> view.inputs().stream()
                .filter(port -> port.index() == edge.port())
                .findFirst());
    }

    private void rubberTo(double x, double y) {
        NodeId from = source;
        if (from == null) {
            return;
        }
        Route.Point start = scene.plan().at(from).output();
        double pull = Math.max(24, Math.abs(y - start.y()) / 2);
        Path rubber = scene.rubberEdge();
        rubber.getElements()
                .setAll(
                        new MoveTo(start.x(), start.y()),
                        new CubicCurveTo(start.x(), start.y() + pull, x, y - pull, x, y));
        rubber.setVisible(true);
    }

    Optional<Edge> aimed() {
        return aimed;
    }

    /** Whether an edge may be made; if not, says why. */
    boolean allows(Edge edge) {
        Verdict verdict = verdict(edge);
        if (verdict.kind() == Kind.FORBIDDEN) {
            hint.show(verdict.reason(), CanvasHint.Tone.BAD);
            return false;
        }
        return true;
    }

    private Verdict verdict(Edge edge) {
        return Connections.check(model.state(), model.data(), edge);
    }

    /** Makes the edge that is aimed at and ends; a forbidden one stays explained. */
    void finish() {
        Optional<Edge> wanted = aimed;
        cancel();
        wanted.filter(this::allows).ifPresent(model.actions()::connect);
    }

    void cancel() {
        unaim();
        source = null;
        choices = List.of();
        scene.rubberEdge().setVisible(false);
        scene.mark(null, null);
        hint.hide();
    }
}
