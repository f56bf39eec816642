package org.vitrine.editor.inspector;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.vitrine.editor.model.Texts;
import org.vitrine.graph.layer.Range;
import org.vitrine.graph.parameter.Parameter;

/**
 * A number: text field with steps by buttons and arrow keys, and a slider for shares between 0 and 1. Text that is no
 * number of the range turns red with the range below it and leaves the value alone.
 */
final class NumberControl implements FieldControl {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final Parameter parameter;
    private final Consumer<Object> commit;
    private final Runnable done;
    private final TextField field = new TextField();
    private final Label complaint = new Label();
    private final VBox node;
    private final @Nullable Slider slider;
    private Object value;
    private boolean showing;

    /** @param done called when typing or sliding is over */
    NumberControl(Parameter parameter, Consumer<Object> commit, Runnable done) {
        this.parameter = parameter;
        this.commit = commit;
        this.done = done;
        value = parameter.value();
        complaint.getStyleClass().add("form-complaint");
        complaint.setWrapText(true);
        complaint.setVisible(false);
        complaint.managedProperty().bind(complaint.visibleProperty());
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setPrefColumnCount(6);
        HBox row = new HBox(
                field, button(MaterialDesignM.MINUS, "form.less", -1), button(MaterialDesignP.PLUS, "form.more", 1));
        row.getStyleClass().add("number-row");
        Range range = parameter.range().orElseThrow();
        slider = parameter.type() == double.class && range.min() == 0 && range.max() <= 1 && range.step() >= 0.01
                ? slider(range)
                : null;
        node = new VBox(row);
        node.getStyleClass().add("number-control");
        if (slider != null) {
            node.getChildren().add(slider);
        }
        node.getChildren().add(complaint);
        field.textProperty().addListener((observable, before, now) -> typed(now));
        field.focusedProperty().addListener((observable, before, focused) -> {
            if (!focused) {
                showText();
                done.run();
            }
        });
        field.setOnAction(event -> {
            showText();
            done.run();
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        showText();
    }

    private Button button(Ikon icon, String key, int steps) {
        Button button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("flat", "button-icon", "small");
        button.setFocusTraversable(false);
        button.setAccessibleText(Texts.text(key));
        button.setOnAction(event -> {
            step(steps);
            done.run();
        });
        return button;
    }

    private Slider slider(Range range) {
        Slider made = new Slider(range.min(), range.max(), ((Number) value).doubleValue());
        made.getStyleClass().add("small");
        made.setFocusTraversable(false);
        made.valueProperty().addListener((observable, before, now) -> {
            if (!showing) {
                double stepped = Math.round(now.doubleValue() / range.step()) * range.step();
                take(Numbers.parse(String.format(Locale.ROOT, "%.4f", stepped), parameter)
                        .orElse(value));
            }
        });
        made.valueChangingProperty().addListener((observable, before, changing) -> {
            if (!changing) {
                done.run();
            }
        });
        return made;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> step(1);
            case DOWN -> step(-1);
            case PAGE_UP -> step(10);
            case PAGE_DOWN -> step(-10);
            case ESCAPE -> showText();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int steps) {
        take(Numbers.step(value, steps, parameter));
    }

    private void take(Object wanted) {
        if (!wanted.equals(value)) {
            value = wanted;
            showText();
            commit.accept(wanted);
        }
    }

    private void typed(String text) {
        if (showing) {
            return;
        }
        Optional<Object> parsed = Numbers.parse(text, parameter);
        complain(parsed.isEmpty());
        parsed.filter(number -> !number.equals(value)).ifPresent(number -> {
            value = number;
            showSlider();
            commit.accept(number);
        });
    }

    private void complain(boolean wrong) {
        field.pseudoClassStateChanged(ERROR, wrong);
        complaint.setText(wrong ? Numbers.range(parameter) : "");
        complaint.setVisible(wrong);
    }

    private void showText() {
        showing = true;
        field.setText(Numbers.format(value));
        complain(Numbers.parse(field.getText(), parameter).isEmpty());
        showing = false;
        showSlider();
    }

    private void showSlider() {
        if (slider != null) {
            showing = true;
            slider.setValue(((Number) value).doubleValue());
            showing = false;
        }
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node input() {
        return field;
    }

    @Override
    public void show(Object shown) {
        if (!shown.equals(value)) {
            value = shown;
            showText();
        }
    }
}
