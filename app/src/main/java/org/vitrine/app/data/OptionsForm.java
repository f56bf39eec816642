package org.vitrine.app.data;

import java.io.File;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.shared.Texts;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.catalogue.DatasetTexts;

/** A form made from a data set's options. Texts are checked by the data set itself when it loads. */
final class OptionsForm extends GridPane {
    private final DatasetTexts texts;
    private final Consumer<Map<String, String>> changed;
    private final Map<String, String> values = new TreeMap<>();

    /** @param changed takes all values that differ from the initial ones, after each change */
    OptionsForm(DatasetTexts texts, Consumer<Map<String, String>> changed) {
        this.texts = texts;
        this.changed = changed;
        setHgap(12);
        setVgap(8);
    }

    /** Shows the options of a data set with the values given; missing ones have their initial value. */
    void show(DatasetDescriptor dataset, Map<String, String> given) {
        getChildren().clear();
        values.clear();
        values.putAll(given);
        int row = 0;
        for (DatasetOption option : dataset.options()) {
            Label label = new Label(texts.optionLabel(dataset.id(), option.name()));
            Tooltip help = new Tooltip(texts.optionHelp(dataset.id(), option.name()));
            help.setWrapText(true);
            help.setMaxWidth(360);
            label.setTooltip(help);
            Node field = field(option, given.getOrDefault(option.name(), option.initial()));
            label.setLabelFor(field);
            GridPane.setHgrow(field, Priority.ALWAYS);
            addRow(row++, label, field);
        }
    }

    private Node field(DatasetOption option, String value) {
        return switch (option.kind()) {
            case CHOICE -> choice(option, value);
            case FILE, FOLDER -> file(option, value);
            case INTEGER, NUMBER, TEXT -> text(option, value);
        };
    }

    private Node choice(DatasetOption option, String value) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(option.choices());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String choice) {
                return choice == null ? "" : texts.choice(option.name(), choice);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        box.setValue(value);
        box.setId("option-" + option.name());
        box.valueProperty().subscribe((before, now) -> set(option, now));
        return box;
    }

    private Node text(DatasetOption option, String value) {
        TextField field = new TextField(value);
        field.setId("option-" + option.name());
        if (option.kind() != DatasetOption.Kind.TEXT) {
            field.setPrefColumnCount(8);
            field.setPromptText(number(option.min()) + " \u2013 " + number(option.max()));
        }
        field.setOnAction(event -> set(option, field.getText()));
        field.focusedProperty().subscribe((before, focused) -> {
            if (!focused) {
                set(option, field.getText());
            }
        });
        return field;
    }

    private Node file(DatasetOption option, String value) {
        TextField field = new TextField(value);
        field.setId("option-" + option.name());
        field.setOnAction(event -> set(option, field.getText()));
        HBox.setHgrow(field, Priority.ALWAYS);
        Button choose = new Button(Texts.get("data.chooseFile"));
        choose.setOnAction(event -> {
            Window window = getScene().getWindow();
            File chosen = option.kind() == DatasetOption.Kind.FOLDER
                    ? new DirectoryChooser().showDialog(window)
                    : new FileChooser().showOpenDialog(window);
            if (chosen != null) {
                field.setText(chosen.getAbsolutePath());
                set(option, field.getText());
            }
        });
        return new HBox(8, field, choose);
    }

    private void set(DatasetOption option, String text) {
        String value = text.strip();
        String before = values.getOrDefault(option.name(), option.initial());
        if (value.equals(before)) {
            return;
        }
        if (value.equals(option.initial())) {
            values.remove(option.name());
        } else {
            values.put(option.name(), value);
        }
        changed.accept(new HashMap<>(values));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
