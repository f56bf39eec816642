package org.vitrine.app.explain.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vitrine.app.shared.Shown;
import org.vitrine.attribution.MethodOption;

/** A field for each of some options, and what is wrong with what stands in them. */
public final class OptionFields extends VBox {

    /** What people read about options. */
    public interface Words {
        String option(MethodOption option);

        String help(MethodOption option);

        String choice(MethodOption.Choice option, String choice);

        /** Of a choice among layers the usual one. */
        String lastLayer();
    }

    private final Words words;
    private final String prefix;
    private final Runnable entered;
    private final GridPane grid = new GridPane();
    private final Label trouble = new Label();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final ReadOnlyBooleanWrapper wrong = new ReadOnlyBooleanWrapper();
    private List<MethodOption> options = List.of();
    private List<String> layers = List.of();

    /**
     * No fields yet.
     *
     * @param prefix of the fields' ids
     * @param entered called when Enter is pressed in a field
     */
    public OptionFields(Words words, String prefix, Runnable entered) {
        super(8);
        this.words = words;
        this.prefix = prefix;
        this.entered = entered;
        grid.setHgap(12);
        grid.setVgap(8);
        ColumnConstraints names = new ColumnConstraints();
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, fields);
        trouble.getStyleClass().add("failure");
        trouble.setWrapText(true);
        trouble.setMinHeight(USE_PREF_SIZE);
        trouble.visibleProperty().bind(wrong);
        trouble.managedProperty().bind(wrong);
        getChildren().addAll(grid, trouble);
    }

    /**
     * Shows options.
     *
     * @param given what was chosen before, by name
     * @param newLayers the model's convolutions
     */
    public void show(List<MethodOption> newOptions, Map<String, String> given, List<String> newLayers) {
        options = List.copyOf(newOptions);
        layers = newLayers;
        values.clear();
        values.putAll(given);
        grid.getChildren().clear();
        int row = 0;
        for (MethodOption option : options) {
            Label label = new Label(words.option(option));
            label.setMinWidth(USE_PREF_SIZE);
            label.setTooltip(new Tooltip(words.help(option)));
            Node field = field(option);
            field.setId(prefix + option.name());
            label.setLabelFor(field);
            grid.addRow(row++, label, field);
        }
        check();
    }

    /** What is not as usual, by name. */
    public Map<String, String> values() {
        return Map.copyOf(values);
    }

    /** Whether something stands in a field that is no value of its option. */
    public ReadOnlyBooleanProperty wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    private Node field(MethodOption option) {
        if (option instanceof MethodOption.Choice choice) {
            return box(option, choice.choices(), name -> words.choice(choice, name));
        } else if (option instanceof MethodOption.FeatureLayer) {
            List<String> names = new ArrayList<>(List.of(""));
            names.addAll(layers);
            return box(option, names, name -> name.isEmpty() ? words.lastLayer() : name);
        }
        TextField field = new TextField(value(option));
        field.setPrefColumnCount(8);
        field.textProperty().subscribe((before, now) -> set(option, now));
        field.setOnAction(event -> entered.run());
        Tooltip.install(field, new Tooltip(words.help(option)));
        return field;
    }

    private ComboBox<String> box(MethodOption option, List<String> choices, Function<String, String> text) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(choices);
        box.setConverter(new Shown<>(text));
        box.setValue(value(option));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setOnAction(event -> set(option, box.getValue()));
        return box;
    }

    private String value(MethodOption option) {
        return values.getOrDefault(option.name(), option.usual());
    }

    private void set(MethodOption option, String text) {
        if (text.strip().equals(option.usual())) {
            values.remove(option.name());
        } else {
            values.put(option.name(), text.strip());
        }
        check();
    }

    private void check() {
        trouble.setText("");
        for (MethodOption option : options) {
            try {
                option.check(value(option));
            } catch (IllegalArgumentException e) {
                trouble.setText(String.valueOf(e.getMessage()));
            }
        }
        wrong.set(!trouble.getText().isEmpty());
    }
}
