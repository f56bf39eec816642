package org.vitrine.app.explain.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.curves.RecordFigure;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.Table;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.input.NewInput;

/** A record whose points are dragged; the ground behind them is the relevance of the steps. */
final class RecordPad implements Pad {
    private static final double KEY_SHARE = 0.02;

    private final LiveInput.Recording kind;
    private final IntFunction<Tensor> examples;
    private final Changes changes;
    private final FigureView view = new FigureView(() -> Texts.get("live.record.hint"));
    private final ComboBox<String> columns = new ComboBox<>();
    private final VBox box;
    private Tensor values;
    private Optional<Seen> seen = Optional.empty();
    private List<Double> least;
    private List<Double> most;
    private int step;

    /** @param examples test examples in raw numbers */
    RecordPad(LiveInput.Recording kind, IntFunction<Tensor> examples, Changes changes) {
        this.kind = kind;
        this.examples = examples;
        this.changes = changes;
        values = Tensor.zeros(kind.columns().size(), kind.length());
        least = kind.least();
        most = kind.most();
        columns.setId("live-record-column");
        columns.setAccessibleText(Texts.get("live.record.column"));
        columns.getItems().setAll(kind.columns());
        columns.setValue(kind.columns().get(0));
        columns.valueProperty().subscribe((before, now) -> draw());
        columns.setVisible(kind.columns().size() > 1);
        columns.managedProperty().bind(columns.visibleProperty());
        view.setId("live-record");
        view.setFocusTraversable(true);
        view.setOnMousePressed(this::mouse);
        view.setOnMouseDragged(this::mouse);
        view.setOnKeyPressed(this::key);
        view.focusedProperty().subscribe(focused -> draw());
        Label hint = new Label(Texts.get("live.record.hint"));
        hint.getStyleClass().add("text-muted");
        hint.setWrapText(true);
        VBox.setVgrow(view, Priority.ALWAYS);
        box = new VBox(8, columns, view, hint);
    }

    private int column() {
        return Math.max(0, kind.columns().indexOf(columns.getValue()));
    }

    private RecordFigure figure() {
        int length = kind.length();
        List<Double> relevance = seen.flatMap(Seen::relevance)
                .filter(map -> map.size() == length)
                .map(map -> IntStream.range(0, length)
                        .mapToObj(i -> (double) map.values()[i])
                        .toList())
                .orElse(List.of());
        return new RecordFigure(
                kind.columns(),
                values,
                column(),
                least,
                most,
                relevance,
                seen.map(shown -> shown.answer().signed()).orElse(true));
    }

    private void draw() {
        view.show(figure());
    }

    private void mouse(MouseEvent event) {
        long at = System.nanoTime();
        view.requestFocus();
        RecordFigure figure = figure();
        step = figure.step(event.getX(), view.getWidth());
        put(figure.value(event.getY(), view.getHeight()), at);
    }

    private void key(KeyEvent event) {
        long at = System.nanoTime();
        double now = values.values()[column() * kind.length() + step];
        double by = KEY_SHARE * (most.get(column()) - least.get(column()));
        switch (event.getCode()) {
            case LEFT -> step = Math.max(0, step - 1);
            case RIGHT -> step = Math.min(kind.length() - 1, step + 1);
            case UP -> put(now + by, at);
            case DOWN -> put(now - by, at);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void put(double value, long at) {
        float[] changed = values.values().clone();
        changed[column() * kind.length() + step] = (float) value;
        values = new Tensor(values.shape(), changed);
        draw();
        changes.changed(Optional.of(NewInput.numbers(values)), at);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void start(int example) {
        values = examples.apply(example);
        // A record may go beyond what was trained on.
        least = reach(kind.least(), Math::min);
        most = reach(kind.most(), Math::max);
        draw();
        changes.changed(Optional.of(NewInput.numbers(values)), System.nanoTime());
    }

    private List<Double> reach(List<Double> trained, DoubleBinaryOperator farther) {
        List<Double> reach = new ArrayList<>();
        for (int column = 0; column < trained.size(); column++) {
            double far = trained.get(column);
            for (int i = 0; i < kind.length(); i++) {
                far = farther.applyAsDouble(far, values.values()[column * kind.length() + i]);
            }
            reach.add(far);
        }
        return reach;
    }

    @Override
    public void show(Optional<Seen> now) {
        seen = now;
        draw();
    }

    @Override
    public Optional<Panel> map() {
        return Optional.of(new Panel(
                "live-map",
                Texts.get("live.record"),
                box,
                () -> Optional.of(view.figureProperty().get()),
                () -> Optional.of(table())));
    }

    private Table table() {
        List<String> names = new ArrayList<>(List.of(Texts.get("live.step")));
        names.addAll(kind.columns());
        names.add(Texts.get("live.relevance"));
        int length = kind.length();
        List<Double> relevance = figure().relevance();
        return new Table(names, length, (row, column) -> {
            if (column == 0) {
                return row + 1;
            }
            return column <= kind.columns().size()
                    ? (Object) values.values()[(column - 1) * length + row]
                    : (Object) (relevance.isEmpty() ? Double.NaN : relevance.get(row));
        });
    }
}
