package org.vitrine.editor.canvas;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.vitrine.editor.look.FamilyLook;
import org.vitrine.editor.model.NodeMetrics;
import org.vitrine.editor.model.Texts;
import org.vitrine.editor.plan.Box;
import org.vitrine.editor.plan.Plan;
import org.vitrine.editor.plan.Spot;

/** The whole graph in a corner, with the part on screen framed; press or drag to go elsewhere. */
final class Minimap extends Region {
    static final double WIDTH = 160;
    static final double HEIGHT = 120;
    private static final double MARGIN = 8;

    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final Rectangle frame = new Rectangle();
    private @Nullable Plan drawn;
    private double scale = 1;
    private double left;
    private double top;

    /** @param go called with a point of the graph that should come into the middle */
    Minimap(Consumer<Point2D> go) {
        getStyleClass().add("minimap");
        setManaged(false);
        resize(WIDTH, HEIGHT);
        frame.getStyleClass().add("minimap-frame");
        frame.setManaged(false);
        getChildren().addAll(canvas, frame);
        setAccessibleText(Texts.text("canvas.minimap"));
        addEventHandler(MouseEvent.ANY, event -> {
            if (event.getEventType() == MouseEvent.MOUSE_PRESSED || event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
                go.accept(new Point2D(event.getX() / scale + left, event.getY() / scale + top));
            }
            event.consume();
        });
    }

    void draw(Plan plan, Viewport viewport, double width, double height) {
        Optional<Box> area = plan.area();
        Box visible = viewport.visible(width, height);
        boolean useful = area.isPresent() && !isWithin(area.get(), visible);
        setVisible(useful);
        if (!useful) {
            return;
        }
        Box all = area.get().around(visible);
        double newScale = Math.min((WIDTH - 2 * MARGIN) / all.width(), (HEIGHT - 2 * MARGIN) / all.height());
        double newLeft = all.centreX() - WIDTH / 2 / newScale;
        double newTop = all.centreY() - HEIGHT / 2 / newScale;
        if (plan != drawn || newScale != scale || newLeft != left || newTop != top) {
            drawn = plan;
            scale = newScale;
            left = newLeft;
            top = newTop;
            drawNodes(plan);
        }
        frame.setX((visible.left() - left) * scale);
        frame.setY((visible.top() - top) * scale);
        frame.setWidth(visible.width() * scale);
        frame.setHeight(visible.height() * scale);
    }

    private void drawNodes(Plan plan) {
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, WIDTH, HEIGHT);
        for (Spot spot : plan.spots()) {
            context.setFill(Color.web(FamilyLook.color(spot.node().layer().family()), 0.85));
            context.fillRect(
                    (spot.position().x() - left) * scale,
                    (spot.position().y() - top) * scale,
                    Math.max(2, NodeMetrics.WIDTH * scale),
                    Math.max(1.5, NodeMetrics.HEIGHT * scale));
        }
    }

    private static boolean isWithin(Box inner, Box outer) {
        return inner.left() >= outer.left()
                && inner.top() >= outer.top()
                && inner.right() <= outer.right()
                && inner.bottom() <= outer.bottom();
    }
}
