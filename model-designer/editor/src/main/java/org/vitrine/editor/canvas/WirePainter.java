package org.vitrine.editor.canvas;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.vitrine.editor.plan.Box;
import org.vitrine.editor.plan.Route.Piece;
import org.vitrine.editor.plan.Wire;
import org.vitrine.graph.model.Edge;

/** Paints edges: all plain ones in one stroke. */
final class WirePainter {
    static final double ARROW = 9;
    private static final double WIDTH = 1.6;
    private static final double WIDER = 2.6;
    /** Thinner lines would vanish. */
    private static final double THINNEST = 0.7;
    /** Arrows smaller than this many pixels are not worth the work. */
    private static final double SMALLEST_ARROW = 2.5;

    private static final double LABEL_SIZE = 11;

    private final Paints paints;

    WirePainter(Paints paints) {
        this.paints = paints;
    }

    /** Paints in the graph's pixels. */
    void paint(
            GraphicsContext context,
            List<Wire> wires,
            double scale,
            Predicate<Edge> isChosen,
            Predicate<Edge> isHovered) {
        stroke(
                context,
                wires.stream()
                        .filter(wire -> !isChosen.test(wire.edge()) && !isHovered.test(wire.edge()))
                        .toList(),
                paints.edge(),
                WIDTH,
                scale);
        stroke(
                context,
                wires.stream().filter(wire -> isHovered.test(wire.edge())).toList(),
                paints.strong(),
                WIDTH,
                scale);
        stroke(
                context,
                wires.stream().filter(wire -> isChosen.test(wire.edge())).toList(),
                paints.accent(),
                WIDER,
                scale);
    }

    private static void stroke(GraphicsContext context, List<Wire> wires, Paint paint, double width, double scale) {
        if (wires.isEmpty()) {
            return;
        }
        boolean arrows = ARROW * scale >= SMALLEST_ARROW;
        context.setStroke(paint);
        context.setLineWidth(Math.max(width, THINNEST / scale));
        context.beginPath();
        for (Wire wire : wires) {
            line(context, wire, arrows ? ARROW - 1 : 0);
        }
        context.stroke();
        if (arrows) {
            context.setFill(paint);
            context.beginPath();
            for (Wire wire : wires) {
                Piece end = wire.route().last();
                context.moveTo(end.x(), end.y());
                context.lineTo(end.x() - ARROW * 0.45, end.y() - ARROW);
                context.lineTo(end.x() + ARROW * 0.45, end.y() - ARROW);
                context.closePath();
            }
            context.fill();
        }
    }

    /** The way, its end pulled back by {@code shorter}: every edge arrives straight from above. */
    private static void line(GraphicsContext context, Wire wire, double shorter) {
        context.moveTo(wire.route().startX(), wire.route().startY());
        int rest = wire.route().pieces().size();
        for (Piece piece : wire.route().pieces()) {
            rest--;
            double cut = rest == 0 ? shorter : 0;
            context.bezierCurveTo(piece.c1x(), piece.c1y(), piece.c2x(), piece.c2y() - cut, piece.x(), piece.y() - cut);
        }
    }

    /**
     * Paints labels in the canvas's pixels: text under a transform is drawn from outlines, letter by letter, text in a size
     * of its own from images that are kept.
     */
    void labels(GraphicsContext context, List<Wire> wires, Viewport viewport, Set<Edge> chosen) {
        Font plain = Font.font(paints.fontFamily(), fontSize(viewport.scale()));
        Font bold = Font.font(paints.fontFamily(), FontWeight.BOLD, fontSize(viewport.scale()));
        context.setTextAlign(TextAlignment.CENTER);
        context.setTextBaseline(VPos.CENTER);
        for (Wire wire : wires) {
            Box box = wire.labelBox();
            Point2D corner = viewport.toCanvas(box.left(), box.top());
            double width = box.width() * viewport.scale();
            double height = box.height() * viewport.scale();
            context.setFill(paints.paper());
            context.fillRect(Math.rint(corner.getX()), Math.rint(corner.getY()), Math.rint(width), Math.rint(height));
            boolean isChosen = chosen.contains(wire.edge());
            context.setFill(isChosen ? paints.accent() : paints.muted());
            context.setFont(isChosen ? bold : plain);
            context.fillText(wire.label(), Math.rint(corner.getX() + width / 2), Math.rint(corner.getY() + height / 2));
        }
    }

    /** In halves, so that a zoom does not ask for a new set of letters at each step. */
    private static double fontSize(double scale) {
        return Math.rint(LABEL_SIZE * scale * 2) / 2;
    }
}
