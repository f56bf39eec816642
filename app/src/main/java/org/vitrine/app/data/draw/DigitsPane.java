package org.vitrine.app.data.draw;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.data.draw.DrawnFiles.Labelled;
import org.vitrine.app.shared.Texts;
import org.vitrine.app.sketch.Framing;
import org.vitrine.app.sketch.Pen;
import org.vitrine.app.sketch.Sketch;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.preview.BoxedImage;
import org.vitrine.charts.preview.Tile;
import org.vitrine.charts.render.Raster;

/** A dark square to draw digits, or anything small, on; each drawing gets a class and joins the others below. */
final class DigitsPane extends HBox {
    private static final double PAPER = 336;
    private static final int ENOUGH = 4;
    private static final int SIDE = 28;
    private static final Pen PEN = new Pen(Pen.usualWidth(SIDE), Pen.grey(1));

    private final Sketch drawing = new Sketch(1, SIDE, SIDE, 0);
    private final BoxedImage paper = new BoxedImage();
    private final ObservableList<Labelled<Raster>> taken = FXCollections.observableArrayList();
    private final FlowPane shown = new FlowPane(6, 6);
    private final TextField label = new TextField("0");
    private final TextField name = new TextField(Texts.get("draw.digits.name"));
    private final Label count = new Label();
    private final Button undo = new Button(Texts.get("draw.undo"), new FontIcon("mdi2u-undo"));
    private final Button save = new Button(Texts.get("draw.save"), new FontIcon("mdi2c-content-save-outline"));

    DigitsPane(DrawnFiles files, Consumer<Callable<Path>> saver) {
        super(24);
        getStyleClass().add("data-page");
        paper.setId("digit-paper");
        paper.setMinSize(PAPER, PAPER);
        paper.setMaxSize(PAPER, PAPER);
        paper.setOnMousePressed(event -> pen(event, true));
        paper.setOnMouseDragged(event -> pen(event, false));
        label.setId("digit-label");
        label.setPrefColumnCount(6);
        Button take = new Button(Texts.get("draw.take"), new FontIcon("mdi2p-plus"));
        take.setId("digit-take");
        take.setDefaultButton(true);
        take.setOnAction(event -> take());
        Button wipe = new Button(Texts.get("draw.wipe"), new FontIcon("mdi2e-eraser"));
        wipe.setOnAction(event -> {
            drawing.clear();
            refresh();
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take();
            }
        });
        undo.setOnAction(event -> {
            if (!taken.isEmpty()) {
                taken.remove(taken.size() - 1);
                refresh();
            }
        });
        save.setId("digit-save");
        save.getStyleClass().add("accent");
        save.setOnAction(event -> {
            List<Labelled<Raster>> all = List.copyOf(taken);
            String wanted = name.getText();
            saver.accept(() -> files.pictures(wanted, all));
        });
        count.getStyleClass().add("text-muted");
        count.setWrapText(true);
        VBox left = new VBox(8, paper, new HBox(8, new Label(Texts.get("draw.label")), label, take, wipe));
        VBox right = new VBox(8, count, shown, undo, new Label(Texts.get("draw.name")), name, save);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, right);
        refresh();
    }

    private void pen(MouseEvent event, boolean down) {
        double x = event.getX() / PAPER;
        double y = event.getY() / PAPER;
        if (down) {
            drawing.press(PEN, x, y);
        } else {
            drawing.drag(x, y);
        }
        paper.show(new Tile(drawing.raster(), ""));
    }

    private void take() {
        if (drawing.isEmpty() || label.getText().isBlank()) {
            return;
        }
        taken.add(new Labelled<>(label.getText().strip(), Framing.MNIST.apply(drawing.fine(), SIDE, SIDE)));
        drawing.clear();
        refresh();
    }

    private void refresh() {
        paper.show(new Tile(drawing.raster(), ""));
        shown.getChildren().clear();
        for (Labelled<Raster> each : taken) {
            BoxedImage image = new BoxedImage();
            image.setMinSize(42, 42);
            image.setMaxSize(42, 42);
            image.show(new Tile(each.drawing(), each.label()));
            shown.getChildren().add(new VBox(1, image, new Label(each.label())));
        }
        long classes = taken.stream().map(Labelled::label).distinct().count();
        boolean enough = classes >= 2 && taken.size() >= ENOUGH;
        save.setDisable(!enough);
        undo.setDisable(taken.isEmpty());
        count.setText(
                enough
                        ? Texts.format(
                                "draw.digits.count",
                                Numbers.count(taken.size()),
                                taken.stream()
                                        .map(Labelled::label)
                                        .distinct()
                                        .sorted()
                                        .collect(Collectors.joining(", ")))
                        : Texts.get("draw.digits.few"));
    }
}
