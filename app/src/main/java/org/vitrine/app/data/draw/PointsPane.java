package org.vitrine.app.data.draw;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.canvas.ChartRegion;
import org.vitrine.charts.canvas.Colors;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.render.Palette;

/** A square to spray points of several classes on. */
final class PointsPane extends HBox {
    private static final int CLASSES = 4;
    private static final int ERASER = -1;
    private static final double DOT = 3;

    private final PointsDrawing drawing = new PointsDrawing();
    private final Paper paper = new Paper();
    private final Slider brush = new Slider(0.005, 0.15, 0.04);
    private final Slider amount = new Slider(1, 12, 3);
    private final TextField name = new TextField(Texts.get("draw.points.name"));
    private final Label count = new Label();
    private final Button undo = new Button(Texts.get("draw.undo"), new FontIcon("mdi2u-undo"));
    private final Button save = new Button(Texts.get("draw.save"), new FontIcon("mdi2c-content-save-outline"));
    private int type;

    PointsPane(DrawnFiles files, Consumer<Callable<Path>> saver) {
        super(24);
        getStyleClass().add("data-page");
        ToggleGroup group = new ToggleGroup();
        VBox tools = new VBox(8);
        for (int i = 0; i < CLASSES; i++) {
            ToggleButton button = tool(group, Texts.format("draw.class", letter(i)), i);
            button.setGraphic(new Circle(6, Colors.of(Palette.argb(i, true))));
            tools.getChildren().add(button);
        }
        ToggleButton eraser = tool(group, Texts.get("draw.eraser"), ERASER);
        eraser.setGraphic(new FontIcon("mdi2e-eraser"));
        tools.getChildren().add(eraser);
        group.getToggles().get(0).setSelected(true);
        undo.setId("draw-undo");
        undo.setOnAction(event -> {
            drawing.undo();
            refresh();
        });
        Button clear = new Button(Texts.get("draw.clear"), new FontIcon("mdi2d-delete-outline"));
        clear.setOnAction(event -> {
            drawing.clear();
            refresh();
        });
        save.setId("draw-save");
        save.getStyleClass().add("accent");
        save.setOnAction(event -> {
            String text = drawing.csv(letters());
            String wanted = name.getText();
            saver.accept(() -> files.table(wanted, text));
        });
        count.setWrapText(true);
        count.getStyleClass().add("text-muted");
        tools.getChildren()
                .addAll(
                        new Label(Texts.get("draw.spread")),
                        brush,
                        new Label(Texts.get("draw.amount")),
                        amount,
                        new HBox(8, undo, clear),
                        count,
                        new Label(Texts.get("draw.name")),
                        name,
                        save);
        tools.setPrefWidth(240);
        tools.setMinWidth(220);
        HBox.setHgrow(paper, Priority.ALWAYS);
        getChildren().addAll(tools, paper);
        setAlignment(Pos.TOP_LEFT);
        refresh();
    }

    private ToggleButton tool(ToggleGroup group, String text, int of) {
        ToggleButton button = new ToggleButton(text);
        button.setId("draw-class-" + of);
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.selectedProperty().subscribe(on -> {
            if (on) {
                type = of;
            }
        });
        return button;
    }

    private static String letter(int index) {
        return Character.toString((char) ('A' + index));
    }

    private static List<String> letters() {
        List<String> letters = new ArrayList<>();
        for (int i = 0; i < CLASSES; i++) {
            letters.add(letter(i));
        }
        return letters;
    }

    private void refresh() {
        undo.setDisable(!drawing.canUndo());
        save.setDisable(!drawing.isEnough());
        count.setText(
                drawing.isEnough()
                        ? Texts.format(
                                "draw.points.count",
                                Numbers.count(drawing.dots().size()))
                        : Texts.get("draw.points.few"));
        paper.requestLayout();
    }

    /** The square. */
    private final class Paper extends ChartRegion {
        private final Canvas canvas = new Canvas();

        Paper() {
            super("draw-paper");
            setId("draw-paper");
            setMinSize(300, 300);
            setPrefSize(560, 560);
            getChildren().add(canvas);
            setFocusTraversable(true);
            describe(() -> Texts.get("draw.points"));
            setOnMousePressed(event -> {
                requestFocus();
                drawing.begin();
                act(event);
            });
            setOnMouseDragged(this::act);
            setOnKeyPressed(event -> {
                if (event.isShortcutDown() && event.getCode() == KeyCode.Z) {
                    drawing.undo();
                    refresh();
                    event.consume();
                }
            });
        }

        private double side() {
            return Math.max(1, Math.min(getWidth(), getHeight()));
        }

        private void act(MouseEvent event) {
            double x = 2 * event.getX() / side() - 1;
            double y = 1 - 2 * event.getY() / side();
            if (Math.abs(x) > 1.02 || Math.abs(y) > 1.02) {
                return;
            }
            if (type == ERASER) {
                drawing.erase(x, y, Math.max(0.03, 2 * brush.getValue()));
            } else {
                drawing.paint(x, y, type, brush.getValue(), (int) Math.round(amount.getValue()));
            }
            refresh();
        }

        @Override
        protected void layoutChildren() {
            double side = side();
            canvas.setWidth(side);
            canvas.setHeight(side);
            GraphicsContext g = canvas.getGraphicsContext2D();
            g.clearRect(0, 0, side, side);
            g.setStroke(gridColor());
            g.setLineWidth(1);
            for (int i = 0; i <= 4; i++) {
                double at = Math.min(side - 0.5, Math.round(i * side / 4) + 0.5);
                g.strokeLine(at, 0, at, side);
                g.strokeLine(0, at, side, at);
            }
            for (PointsDrawing.Dot dot : drawing.dots()) {
                Color color = Colors.of(Palette.argb(dot.type(), true));
                g.setFill(color);
                g.fillOval((dot.x() + 1) / 2 * side - DOT, (1 - dot.y()) / 2 * side - DOT, 2 * DOT, 2 * DOT);
            }
        }
    }
}
