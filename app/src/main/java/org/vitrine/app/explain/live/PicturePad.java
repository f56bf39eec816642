package org.vitrine.app.explain.live;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.Texts;
import org.vitrine.app.sketch.Framing;
import org.vitrine.app.sketch.Pen;
import org.vitrine.app.sketch.Sketch;
import org.vitrine.charts.render.Raster;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.input.NewInput;

/** A picture to draw on with the mouse, or with arrow keys: Space sets the pen down and lifts it. */
final class PicturePad implements Pad {
    private static final double SIDE = 252;
    /** Of strips, which are read from left to right. */
    private static final double WIDE = 560;

    private static final double LEAST_ASPECT = 2;

    private final LiveInput.Drawing kind;
    private final IntFunction<Raster> examples;
    private final Changes changes;
    private final Sketch sketch;
    private final PixelBuffer<IntBuffer> pixels;
    private final Pane paper = new Pane();
    private final Circle cursor = new Circle(5);
    private final Label hint = new Label(Texts.get("live.draw.hint"));
    private final Slider width = new Slider();
    private final ToggleButton eraser = new ToggleButton();
    private final ColorPicker colour = new ColorPicker();
    private final CheckBox frame = new CheckBox(Texts.get("live.frame"));
    private final VBox box;
    private double keyX = 0.5;
    private double keyY = 0.5;
    private boolean keyDown;

    /** @param examples test examples as pictures */
    PicturePad(LiveInput.Drawing kind, IntFunction<Raster> examples, Changes changes) {
        this.kind = kind;
        this.examples = examples;
        this.changes = changes;
        sketch = new Sketch(kind.channels(), kind.height(), kind.width(), kind.ground());
        BufferedImage drawn = sketch.paper();
        pixels = new PixelBuffer<>(
                drawn.getWidth(),
                drawn.getHeight(),
                IntBuffer.wrap(((DataBufferInt) drawn.getRaster().getDataBuffer()).getData()),
                PixelFormat.getIntArgbPreInstance());
        box = new VBox(8, paper(), tools(), settings());
        box.setMinWidth(side());
        box.setMaxWidth(side());
    }

    private double aspect() {
        return (double) kind.width() / kind.height();
    }

    private double side() {
        return isWide() ? WIDE : SIDE;
    }

    @Override
    public boolean isWide() {
        return aspect() > LEAST_ASPECT;
    }

    private Node paper() {
        double aspect = aspect();
        double wide = aspect >= 1 ? side() : SIDE * aspect;
        ImageView view = new ImageView(new WritableImage(pixels));
        view.setFitWidth(wide);
        view.setFitHeight(wide / aspect);
        view.setMouseTransparent(true);
        hint.setMouseTransparent(true);
        hint.setWrapText(true);
        hint.setAlignment(Pos.CENTER);
        hint.setPrefSize(wide, wide / aspect);
        hint.setStyle("-fx-text-alignment: center; -fx-padding: " + (isWide() ? 4 : 24) + "; -fx-text-fill: "
                + (isDark(kind.ground()) ? "#b0b8c0;" : "#57606a;"));
        cursor.setMouseTransparent(true);
        cursor.setFill(Color.TRANSPARENT);
        cursor.setStroke(Color.ORANGE);
        cursor.setStrokeWidth(2);
        cursor.setVisible(false);
        paper.setId("live-paper");
        paper.getChildren().addAll(view, hint, cursor);
        paper.setMinSize(wide, wide / aspect);
        paper.setMaxSize(wide, wide / aspect);
        paper.setFocusTraversable(true);
        paper.getStyleClass().add("live-paper");
        paper.setAccessibleText(Texts.get("live.draw.spoken"));
        paper.setOnMousePressed(event -> mouse(event, true));
        paper.setOnMouseDragged(event -> mouse(event, false));
        paper.setOnKeyPressed(this::key);
        paper.focusedProperty().subscribe(focused -> {
            if (!focused) {
                cursor.setVisible(false);
                keyDown = false;
            }
        });
        return paper;
    }

    private Node tools() {
        Button undo = named(new Button(), "live-undo", "live.undo", "mdi2u-undo");
        undo.setOnAction(event -> act(sketch.undo()));
        Button clear = named(new Button(), "live-clear", "live.clear", "mdi2d-delete-outline");
        clear.setOnAction(event -> clear());
        named(eraser, "live-eraser", "live.eraser", "mdi2e-eraser");
        double usual = Pen.usualWidth(isWide() ? kind.height() : Math.max(kind.height(), kind.width()));
        named(width, "live-width", "live.width");
        width.setMin(usual / 3);
        width.setMax(usual * 4);
        width.setValue(usual);
        HBox.setHgrow(width, Priority.ALWAYS);
        HBox tools = new HBox(8, undo, clear, eraser, width);
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private static <B extends ButtonBase> B named(B button, String id, String text, String icon) {
        button.setGraphic(new FontIcon(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
        named(button, id, text);
        return button;
    }

    private static void named(Control control, String id, String text) {
        control.setId(id);
        control.setTooltip(new Tooltip(Texts.get(text)));
        control.setAccessibleText(Texts.get(text));
    }

    /** Colour where the data have some, and the frame where they have one. */
    private Node settings() {
        VBox settings = new VBox(8);
        if (kind.channels() == 3) {
            named(colour, "live-colour", "live.colour");
            colour.setValue(Color.web(isDark(kind.ground()) ? "#ffffff" : "#d1242f"));
            // The name of a colour is longer than the picker is wide.
            colour.setStyle("-fx-color-label-visible: false;");
            Label name = new Label(Texts.get("live.colour"));
            name.setLabelFor(colour);
            HBox row = new HBox(8, colour, name);
            row.setAlignment(Pos.CENTER_LEFT);
            settings.getChildren().add(row);
        }
        if (kind.framing().frames()) {
            named(frame, "live-frame", "live.frame");
            frame.setSelected(true);
            frame.setWrapText(true);
            frame.setTooltip(new Tooltip(Texts.get("live.frame.tip")));
            frame.setOnAction(event -> changed(System.nanoTime()));
            settings.getChildren().add(frame);
        }
        return settings;
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void start(int example) {
        sketch.start(examples.apply(example));
        // It lies as the data have it already.
        frame.setSelected(false);
        changed(System.nanoTime());
    }

    private void clear() {
        sketch.clear();
        frame.setSelected(kind.framing().frames());
        changed(System.nanoTime());
    }

    private void act(boolean done) {
        if (done) {
            changed(System.nanoTime());
        }
    }

    private void mouse(MouseEvent event, boolean pressed) {
        long at = System.nanoTime();
        double x = event.getX() / paper.getWidth();
        double y = event.getY() / paper.getHeight();
        if (pressed) {
            paper.requestFocus();
            cursor.setVisible(false);
            keyDown = false;
            sketch.press(pen(), x, y);
        } else {
            sketch.drag(x, y);
        }
        keyX = x;
        keyY = y;
        changed(at);
    }

    private void key(KeyEvent event) {
        long at = System.nanoTime();
        double across = 1.0 / kind.width();
        double down = 1.0 / kind.height();
        switch (event.getCode()) {
            case LEFT -> move(-across, 0, at);
            case RIGHT -> move(across, 0, at);
            case UP -> move(0, -down, at);
            case DOWN -> move(0, down, at);
            case SPACE -> {
                keyDown = !keyDown;
                if (keyDown) {
                    sketch.press(pen(), keyX, keyY);
                    changed(at);
                }
                move(0, 0, at);
            }
            case DELETE, BACK_SPACE -> clear();
            case Z -> {
                if (!event.isShortcutDown()) {
                    return;
                }
                act(sketch.undo());
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(double byX, double byY, long at) {
        keyX = Math.max(0, Math.min(1, keyX + byX));
        keyY = Math.max(0, Math.min(1, keyY + byY));
        cursor.setCenterX(keyX * paper.getWidth());
        cursor.setCenterY(keyY * paper.getHeight());
        cursor.setFill(keyDown ? Color.ORANGE : Color.TRANSPARENT);
        cursor.setVisible(true);
        if (keyDown && (byX != 0 || byY != 0)) {
            sketch.drag(keyX, keyY);
            changed(at);
        }
    }

    private Pen pen() {
        int rgb = kind.channels() == 3 ? rgb(colour.getValue()) : Pen.grey(isDark(kind.ground()) ? 1 : 0);
        return new Pen(width.getValue(), eraser.isSelected() ? kind.ground() : rgb);
    }

    private static int rgb(Color colour) {
        return (int) Math.round(255 * colour.getRed()) << 16
                | (int) Math.round(255 * colour.getGreen()) << 8
                | (int) Math.round(255 * colour.getBlue());
    }

    private static boolean isDark(int rgb) {
        return (rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF) < 3 * 128;
    }

    private void changed(long at) {
        pixels.updateBuffer(buffer -> null);
        hint.setVisible(sketch.isEmpty());
        if (sketch.isEmpty()) {
            changes.changed(Optional.empty(), at);
            return;
        }
        Framing framing = frame.isSelected()
                ? kind.framing()
                : Framing.none(kind.framing().ground());
        Raster picture =
                kind.channels() == 1 ? framing.apply(sketch.fine(), kind.height(), kind.width()) : sketch.raster();
        int[] shape = kind.strip()
                ? new int[] {kind.height(), kind.width()}
                : new int[] {kind.channels(), kind.height(), kind.width()};
        changes.changed(Optional.of(NewInput.numbers(Tensor.of(picture.values(), shape))), at);
    }
}
