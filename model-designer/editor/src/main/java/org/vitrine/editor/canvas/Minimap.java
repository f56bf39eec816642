package org.vitrine.editor.canvas;

import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.vitrine.editor.model.Texts;
import org.vitrine.graph.model.Position;

/** The whole graph in a corner, with the part on screen framed; press or drag to go elsewhere. */
final class Minimap extends Region {
    static final double WIDTH = 160;
    static final double HEIGHT = 120;
    private static final double MARGIN = 8;
    private static final Color NODE = Color.gray(0.5, 0.75);
    private static final Color FRAME = Color.web("#3b82f6");

    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private double scale = 1;
    private double left;
    private double top;

    /** @param go called with a point of the graph that should come into the middle */
    Minimap(Consumer<Point2D> go) {
        getStyleClass().add("minimap");
        setManaged(false);
        resize(WIDTH, HEIGHT);
        getChildren().add(canvas);
        setAccessibleText(Texts.text("canvas.minimap"));
        addEventHandler(MouseEvent.ANY, event -> {
            if (event.getEventType() == MouseEvent.MOUSE_PRESSED || event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
                go.accept(new Point2D(event.getX() / scale + left, event.getY() / scale + top));
            }
            event.consume();
        });
    }

    void draw(GraphScene scene, Viewport viewport, double width, double height) {
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, WIDTH, HEIGHT);
        Bounds area = scene.area();
        boolean useful = !area.isEmpty() && !isAllVisible(area, viewport, width, height);
        setVisible(useful);
        if (!useful) {
            return;
        }
        Point2D first = viewport.toGraph(0, 0);
        Point2D last = viewport.toGraph(width, height);
        double minX = Math.min(area.getMinX(), first.getX());
        double minY = Math.min(area.getMinY(), first.getY());
        double maxX = Math.max(area.getMaxX(), last.getX());
        double maxY = Math.max(area.getMaxY(), last.getY());
        scale = Math.min((WIDTH - 2 * MARGIN) / (maxX - minX), (HEIGHT - 2 * MARGIN) / (maxY - minY));
        left = (minX + maxX) / 2 - WIDTH / 2 / scale;
        top = (minY + maxY) / 2 - HEIGHT / 2 / scale;
        context.setFill(NODE);
        for (NodeView view : scene.nodeViews()) {
            Position place = view.position();
            context.fillRect(
                    (place.x() - left) * scale,
                    (place.y() - top) * scale,
                    Math.max(2, view.getWidth() * scale),
                    Math.max(2, view.getHeight() * scale));
        }
        context.setStroke(FRAME);
        context.setLineWidth(1.5);
        context.strokeRect(
                (first.getX() - left) * scale,
                (first.getY() - top) * scale,
                (last.getX() - first.getX()) * scale,
                (last.getY() - first.getY()) * scale);
    }

    private static boolean isAllVisible(Bounds area, Viewport viewport, double width, double height) {
        Point2D first = viewport.toCanvas(area.getMinX(), area.getMinY());
        Point2D last = viewport.toCanvas(area.getMaxX(), area.getMaxY());
        return first.getX() >= 0 && first.getY() >= 0 && last.getX() <= width && last.getY() <= height;
    }
}
