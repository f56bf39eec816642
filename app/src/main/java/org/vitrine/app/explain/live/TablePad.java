package org.vitrine.app.explain.live;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Numbers;
import org.vitrine.datasets.input.NewInput;

/** A slider, a choice or a field for each column: what if? */
final class TablePad implements Pad {
    private static final double WIDTH = 340;
    private static final double SLIDER = 132;

    private final IntFunction<Map<String, String>> examples;
    private final Changes changes;
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final Map<String, String> cells = new HashMap<>();
    private final Map<String, Consumer<String>> setters = new LinkedHashMap<>();
    private boolean setting;

    /** @param examples test examples as cells */
    TablePad(LiveInput.Columns kind, IntFunction<Map<String, String>> examples, Changes changes) {
        this.examples = examples;
        this.changes = changes;
        grid.setHgap(8);
        grid.setVgap(6);
        int row = 0;
        for (LiveInput.Column column : kind.columns()) {
            Label name = new Label(column.name());
            name.setWrapText(true);
            name.setMaxWidth(116);
            Label value = new Label();
            value.getStyleClass().add("text-muted");
            value.setMinWidth(Region.USE_PREF_SIZE);
            Control control = control(column, value);
            control.setId("live-column-" + row);
            control.setAccessibleText(column.name());
            control.setPrefWidth(SLIDER);
            name.setLabelFor(control);
            grid.addRow(row++, name, control, value);
        }
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMinWidth(WIDTH);
        scroll.setPrefWidth(WIDTH);
    }

    private Control control(LiveInput.Column column, Label value) {
        if (!column.choices().isEmpty()) {
            ComboBox<String> choice = new ComboBox<>();
            choice.getItems().setAll(column.choices());
            choice.valueProperty().subscribe((before, now) -> put(column, now == null ? "" : now));
            setters.put(column.name(), choice::setValue);
            return choice;
        }
        if (column.date()) {
            TextField field = new TextField();
            field.setPromptText(Texts.get("live.date"));
            field.textProperty().subscribe((before, now) -> put(column, now));
            setters.put(column.name(), field::setText);
            return field;
        }
        Slider slider = new Slider(column.least(), column.most(), (column.least() + column.most()) / 2);
        slider.setBlockIncrement(column.whole() ? 1 : (column.most() - column.least()) / 50);
        slider.valueProperty().subscribe((before, now) -> {
            String text = column.whole() ? Long.toString(Math.round(now.doubleValue())) : now.toString();
            value.setText(column.whole() ? text : Numbers.significant(now.doubleValue(), 3));
            put(column, text);
        });
        setters.put(column.name(), text -> {
            double wanted = Double.parseDouble(text);
            // An example may go beyond what was trained on.
            slider.setMin(Math.min(column.least(), wanted));
            slider.setMax(Math.max(column.most(), wanted));
            slider.setValue(wanted);
        });
        return slider;
    }

    private void put(LiveInput.Column column, String text) {
        cells.put(column.name(), text);
        if (!setting) {
            changed();
        }
    }

    private void changed() {
        changes.changed(Optional.of(NewInput.cells(cells)), System.nanoTime());
    }

    @Override
    public Node node() {
        return scroll;
    }

    @Override
    public void start(int example) {
        setting = true;
        examples.apply(example).forEach((name, text) -> Optional.ofNullable(setters.get(name))
                .ifPresent(setter -> setter.accept(text)));
        setting = false;
        changed();
    }
}
