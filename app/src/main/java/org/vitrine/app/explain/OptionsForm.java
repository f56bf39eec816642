package org.vitrine.app.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.shared.Texts;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.MethodOption;
import org.vitrine.attribution.methods.AttributionMethods;

/** What the chosen method may be told, and a button that computes it anew. */
final class OptionsForm extends VBox {
    private final BiConsumer<String, Map<String, String>> compute;
    private final GridPane grid = new GridPane();
    private final Label trouble = new Label();
    private final Button again = new Button(Texts.get("explain.compute"));
    private final Map<String, String> values = new LinkedHashMap<>();
    private String shown = "";
    private List<String> layers = List.of();

    /** @param compute called with a method and the options that are not what they usually are */
    OptionsForm(BiConsumer<String, Map<String, String>> compute) {
        super(8);
        this.compute = compute;
        setId("method-options");
        Label heading = new Label(Texts.get("explain.options"));
        heading.getStyleClass().add("section-heading");
        grid.setHgap(12);
        grid.setVgap(8);
        ColumnConstraints names = new ColumnConstraints();
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, fields);
        trouble.getStyleClass().add("failure");
        trouble.setWrapText(true);
        trouble.setMinHeight(USE_PREF_SIZE);
        trouble.managedProperty().bind(trouble.visibleProperty());
        again.setId("method-compute");
        again.setOnAction(event -> run());
        setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(heading, grid, trouble, again);
        show("", Map.of(), List.of());
    }

    /**
     * Shows the options of a method.
     *
     * @param id empty for none
     * @param given what was chosen before
     * @param newLayers the model's convolutions
     */
    void show(String id, Map<String, String> given, List<String> newLayers) {
        if (id.equals(shown) && newLayers.equals(layers)) {
            return;
        }
        shown = id;
        layers = newLayers;
        values.clear();
        values.putAll(given);
        grid.getChildren().clear();
        List<MethodOption> options =
                AttributionMethods.byId(id).map(AttributionMethod::options).orElse(List.of());
        int row = 0;
        for (MethodOption option : options) {
            Label label = new Label(MethodTexts.option(option));
            label.setMinWidth(USE_PREF_SIZE);
            label.setTooltip(new Tooltip(MethodTexts.help(option)));
            Node field = field(option);
            field.setId("option-" + option.name());
            label.setLabelFor(field);
            grid.addRow(row++, label, field);
        }
        boolean any = !options.isEmpty();
        setVisible(any);
        setManaged(any);
        check();
    }

    private Node field(MethodOption option) {
        if (option instanceof MethodOption.Choice choice) {
            return box(option, choice.choices(), name -> MethodTexts.choice(choice, name));
        } else if (option instanceof MethodOption.FeatureLayer) {
            List<String> names = new ArrayList<>(List.of(""));
            names.addAll(layers);
            return box(option, names, name -> name.isEmpty() ? MethodTexts.lastLayer() : name);
        }
        TextField field = new TextField(value(option));
        field.setPrefColumnCount(8);
        field.textProperty().subscribe((before, now) -> set(option, now));
        field.setOnAction(event -> run());
        Tooltip.install(field, new Tooltip(MethodTexts.help(option)));
        return field;
    }

    private ComboBox<String> box(MethodOption option, List<String> choices, Function<String, String> text) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(choices);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String name) {
                return name == null ? "" : text.apply(name);
            }

            @Override
            public String fromString(String shownText) {
                return shownText;
            }
        });
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
        for (MethodOption option :
                AttributionMethods.byId(shown).map(AttributionMethod::options).orElse(List.of())) {
            try {
                option.check(value(option));
            } catch (IllegalArgumentException e) {
                trouble.setText(String.valueOf(e.getMessage()));
            }
        }
        trouble.setVisible(!trouble.getText().isEmpty());
        again.setDisable(trouble.isVisible());
    }

    private void run() {
        if (!again.isDisabled()) {
            compute.accept(shown, Map.copyOf(values));
        }
    }
}
