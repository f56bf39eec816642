package org.vitrine.editor.canvas;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.vitrine.editor.look.FamilyLook;
import org.vitrine.editor.model.NodeMetrics;
import org.vitrine.editor.plan.Spot;
import org.vitrine.graph.layer.Family;

/** Paints nodes that are too small to read as boxes in the colour of their family. */
final class BoxPainter {
    private static final double STRIPE = 14;
    /** The name of a small node is written larger than life. */
    private static final double NAME_SIZE = 28;

    private static final double CHARACTER = 0.58;

    private final Paints paints;

    BoxPainter(Paints paints) {
        this.paints = paints;
    }

    /** Paints in the canvas's pixels. */
    void paint(GraphicsContext context, List<Spot> spots, Viewport viewport, Detail detail, GraphScene scene) {
        double scale = viewport.scale();
        double width = NodeMetrics.WIDTH * scale;
        double height = NodeMetrics.HEIGHT * scale;
        double rim = Math.max(1, Math.rint(scale * 2));
        Font font = Font.font(paints.fontFamily(), FontWeight.BOLD, Math.rint(NAME_SIZE * scale));
        context.setFont(font);
        context.setTextAlign(TextAlignment.LEFT);
        context.setTextBaseline(VPos.CENTER);
        for (Spot spot : spots) {
            Point2D at = viewport.toCanvas(spot.position().x(), spot.position().y());
            double x = Math.rint(at.getX());
            double y = Math.rint(at.getY());
            boolean chosen = scene.selection().nodes().contains(spot.id());
            double border = chosen ? rim + 1 : rim;
            context.setFill(border(spot, chosen, scene));
            context.fillRect(x, y, Math.rint(width), Math.rint(height));
            Family family = spot.node().layer().family();
            if (detail == Detail.BOXES) {
                context.setFill(scene.badge(spot.id()).map(BadgeView::tint).orElseGet(() -> color(family)));
                context.fillRect(x + border, y + border, Math.rint(width) - 2 * border, Math.rint(height) - 2 * border);
                continue;
            }
            double stripe = Math.max(2, Math.rint(STRIPE * scale));
            context.setFill(paints.body());
            context.fillRect(x + border, y + border, Math.rint(width) - 2 * border, Math.rint(height) - 2 * border);
            scene.badge(spot.id()).map(BadgeView::tint).ifPresent(tint -> {
                context.setFill(tint);
                context.fillRect(x + border, y + border, Math.rint(width) - 2 * border, Math.rint(height) - 2 * border);
            });
            context.setFill(color(family));
            context.fillRect(x + border, y + border, stripe, Math.rint(height) - 2 * border);
            context.setFill(paints.strong());
            context.fillText(
                    shortened(spot.id().value(), width - stripe - 8, font.getSize()),
                    x + stripe + border + 3,
                    Math.rint(y + height / 2));
        }
    }

    private Paint border(Spot spot, boolean chosen, GraphScene scene) {
        if (chosen) {
            return paints.accent();
        }
        return switch (scene.trouble(spot.id())) {
            case ERROR -> paints.error();
            case WARNING -> paints.warning();
            case NONE -> paints.border();
        };
    }

    private static Color color(Family family) {
        return Color.web(FamilyLook.color(family));
    }

    private static String shortened(String name, double width, double size) {
        int letters = (int) (width / (size * CHARACTER));
        return name.length() <= letters ? name : name.substring(0, Math.max(1, letters - 1)) + "\u2026";
    }
}
