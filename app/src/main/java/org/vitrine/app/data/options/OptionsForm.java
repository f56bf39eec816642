package org.vitrine.app.data.options;

import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.Shown;
import org.vitrine.app.shared.Texts;
import org.vitrine.datasets.DatasetOption;

/** A form made from options: sliders with their number beside, a seed with dice, choices, texts, files. */
public final class OptionsForm extends GridPane {
    private static final String SEED = "seed";
    private static final int MOST_SEED = 1_000_000;

    private final OptionNames names;
    private final BiConsumer<Map<String, String>, Boolean> changed;
    private final Map<String, String> values = new TreeMap<>();

    /**
     * @param changed takes all values that differ from the initial ones after each change, and whether the gesture is over:
     *     false while a slider moves
     */
    public OptionsForm(OptionNames names, BiConsumer<Map<String, String>, Boolean> changed) {
        this.names = names;
        this.changed = changed;
        getStyleClass().add("options-form");
        setHgap(12);
        setVgap(8);
    }

    /** The values shown that differ from the initial ones. */
    public Map<String, String> values() {
        return new HashMap<>(values);
    }

    /** Shows options with the values given; missing ones have their initial value. */
    public void show(List<DatasetOption> options, Map<String, String> given) {
        getChildren().clear();
        values.clear();
        values.putAll(given);
        int row = 0;
        for (DatasetOption option : options) {
            Label label = new Label(names.label(option));
            label.setMinWidth(Region.USE_PREF_SIZE);
            String about = names.help(option);
            if (!about.isEmpty()) {
                Tooltip help = new Tooltip(about);
                help.setWrapText(true);
                help.setMaxWidth(360);
                label.setTooltip(help);
            }
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
            case INTEGER -> option.name().equals(SEED) ? seed(option, value) : slider(option, value);
            case NUMBER -> slider(option, value);
            case TEXT -> text(option, value);
        };
    }

    private Node slider(DatasetOption option, String value) {
        SliderRange range = SliderRange.of(option);
        TextField field = text(option, value);
        field.setPrefColumnCount(6);
        field.setMaxWidth(88);
        field.setAlignment(Pos.CENTER_RIGHT);
        Slider slider = new Slider(0, 1, range.way(number(value, option.min())));
        slider.setId("slider-" + option.name());
        slider.setBlockIncrement(0.02);
        slider.setAccessibleText(names.label(option));
        HBox.setHgrow(slider, Priority.ALWAYS);
        boolean[] following = {false};
        slider.valueProperty().subscribe((before, now) -> {
            if (!following[0]) {
                String text = range.text(now.doubleValue());
                field.setText(text);
                set(option, text, !slider.isValueChanging());
            }
        });
        slider.valueChangingProperty().subscribe((before, moving) -> {
            if (!moving) {
                changed.accept(values(), true);
            }
        });
        field.textProperty().subscribe((before, now) -> {
            if (field.isFocused()) {
                following[0] = true;
                slider.setValue(range.way(number(now, option.min())));
                following[0] = false;
            }
        });
        HBox row = new HBox(8, slider, field);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node seed(DatasetOption option, String value) {
        TextField field = text(option, value);
        field.setPrefColumnCount(8);
        field.setMaxWidth(120);
        Button dice = new Button("", new FontIcon("mdi2d-dice-5-outline"));
        dice.setId("dice-" + option.name());
        dice.setTooltip(new Tooltip(Texts.get("options.dice")));
        dice.setAccessibleText(Texts.get("options.dice"));
        dice.setOnAction(event -> {
            int most = (int) Math.min(MOST_SEED, option.max());
            field.setText(Integer.toString(
                    ThreadLocalRandom.current().nextInt((int) Math.max(0, option.min()), Math.max(1, most))));
            set(option, field.getText(), true);
        });
        HBox row = new HBox(8, field, dice);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node choice(DatasetOption option, String value) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(option.choices());
        box.setConverter(new Shown<>(choice -> names.choice(option, choice)));
        box.setValue(value);
        box.setId("option-" + option.name());
        box.valueProperty().subscribe((before, now) -> set(option, now, true));
        return box;
    }

    private TextField text(DatasetOption option, String value) {
        TextField field = new TextField(value);
        field.setId("option-" + option.name());
        field.setOnAction(event -> set(option, field.getText(), true));
        field.focusedProperty().subscribe((before, focused) -> {
            if (!focused) {
                set(option, field.getText(), true);
            }
        });
        return field;
    }

    private Node file(DatasetOption option, String value) {
        TextField field = text(option, value);
        HBox.setHgrow(field, Priority.ALWAYS);
        Button choose = new Button(Texts.get("data.chooseFile"));
        choose.setOnAction(event -> {
            Window window = getScene().getWindow();
            File chosen = option.kind() == DatasetOption.Kind.FOLDER
                    ? new DirectoryChooser().showDialog(window)
                    : new FileChooser().showOpenDialog(window);
            if (chosen != null) {
                field.setText(chosen.getAbsolutePath());
                set(option, field.getText(), true);
            }
        });
        return new HBox(8, field, choose);
    }

    private void set(DatasetOption option, String text, boolean done) {
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
        changed.accept(values(), done);
    }

    private static double number(String text, double otherwise) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
