package org.vitrine.app.explain.neighbours;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.evaluation.TilesFigure;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.figure.FittedFigure;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.charts.panel.Table;
import org.vitrine.runs.event.RankedExample;

/** A panel with a row of training examples and a line that says what they are; a click or an arrow key chooses one. */
final class TilesRow {
    private static final double PICTURE = 64;
    private static final double TEXT = 116;
    private static final double PALE = 0.35;

    private final Label said = new Label();
    private final FigureView view;
    private final FittedFigure fitted;
    private final PanelFrame frame;
    private final Consumer<RankedExample> choose;
    private TilesFigure figure = new TilesFigure(List.of(), PICTURE, -1);
    private List<RankedExample> shown = List.of();

    /**
     * An empty row.
     *
     * @param id of the panel; its title is the text {@code neighbours.<id>}
     * @param table of all values, where there are some
     * @param choose told of the example that is to be looked at
     */
    TilesRow(String id, Supplier<Optional<Table>> table, PanelFrame.Exports exports, Consumer<RankedExample> choose) {
        this.choose = choose;
        String title = Texts.get("neighbours." + id);
        view = new FigureView(() -> title + ": " + said.getText());
        view.setId("tiles-" + id);
        view.setFocusTraversable(true);
        fitted = new FittedFigure(view);
        fitted.setVisible(false);
        fitted.managedProperty().bind(fitted.visibleProperty());
        said.setId("said-" + id);
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.getStyleClass().add("text-muted");
        said.setStyle("-fx-padding: 0 0 0 10;");
        VBox node = new VBox(4, said, fitted);
        frame = new PanelFrame(
                new Panel(
                        "neighbours-" + id,
                        title,
                        node,
                        () -> shown.isEmpty() ? Optional.empty() : Optional.of(figure),
                        table),
                exports);
        view.setOnMouseClicked(event -> {
            view.requestFocus();
            chooseNumber(figure.at(event.getX(), event.getY(), view.getWidth()));
        });
        view.setOnMouseMoved(event -> view.setCursor(
                figure.at(event.getX(), event.getY(), view.getWidth()) >= 0 ? Cursor.HAND : Cursor.DEFAULT));
        view.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
                step(event.getCode() == KeyCode.LEFT ? -1 : 1);
                event.consume();
            }
        });
    }

    PanelFrame frame() {
        return frame;
    }

    /** Shows examples, or none, and a line about them. */
    void show(List<RankedExample> found, TrainingTiles tiles, String line) {
        shown = found;
        said.setText(line);
        figure = new TilesFigure(found.stream().map(tiles::small).toList(), tiles.hasPictures() ? PICTURE : TEXT, -1);
        fitted.setVisible(!found.isEmpty());
        fitted.setDisable(false);
        fitted.setOpacity(1);
        draw();
    }

    /** Shows a line alone. */
    void say(String line) {
        await(line);
        fitted.setVisible(false);
    }

    /** Shows a line; the examples before stay, pale, so that nothing jumps until others come. */
    void await(String line) {
        shown = List.of();
        said.setText(line);
        fitted.setDisable(true);
        fitted.setOpacity(PALE);
    }

    /** Frames the example that is looked at. */
    void mark(int example) {
        figure = new TilesFigure(figure.tiles(), figure.side(), example);
        draw();
    }

    private void step(int by) {
        int at = IntStream.range(0, shown.size())
                .filter(i -> shown.get(i).example() == figure.chosen())
                .findFirst()
                .orElse(by > 0 ? -1 : shown.size());
        if (at + by >= 0 && at + by < shown.size()) {
            choose.accept(shown.get(at + by));
        }
    }

    private void chooseNumber(int example) {
        shown.stream().filter(found -> found.example() == example).findFirst().ifPresent(choose);
    }

    private void draw() {
        view.show(figure);
        fitted.fit(figure::height);
    }
}
