package org.vitrine.app.train.panels;

import java.util.Arrays;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.curves.Cursor;

/** A slider over the moments at which something was seen. It follows the cursor, and moves it; without one it shows the newest. */
final class Scrubber extends HBox {
    private final Cursor cursor;
    private final IntFunction<String> naming;
    private final Slider slider = new Slider(0, 0, 0);
    private final Label label = new Label();
    private final Button newest = new Button("", new FontIcon("mdi2s-skip-next"));
    private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(-1);
    private int[] iterations = {};
    private boolean moving;

    /** @param naming the name of a moment by its index */
    Scrubber(Cursor cursor, String id, IntFunction<String> naming) {
        super(8);
        this.cursor = cursor;
        this.naming = naming;
        setAlignment(Pos.CENTER_LEFT);
        slider.setId("scrub-" + id);
        slider.setAccessibleText(Texts.get("panel.scrub"));
        slider.setBlockIncrement(1);
        HBox.setHgrow(slider, Priority.ALWAYS);
        newest.setId("newest-" + id);
        newest.getStyleClass().addAll("flat", "slim");
        newest.setAccessibleText(Texts.get("panel.newest"));
        newest.setTooltip(new Tooltip(Texts.get("panel.newest.tip")));
        newest.setOnAction(event -> cursor.choose(Double.NaN));
        label.getStyleClass().add("text-muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        slider.setMinWidth(24);
        getChildren().addAll(slider, label, newest);
        slider.valueProperty().subscribe(value -> {
            int chosen = (int) Math.round(value.doubleValue());
            if (!moving && chosen >= 0 && chosen < iterations.length && chosen != index.get()) {
                cursor.choose(iterations[chosen]);
            }
        });
        cursor.iterationProperty().addListener(observable -> follow());
    }

    /** The moments, ascending. */
    void show(int[] ofIterations) {
        iterations = ofIterations;
        setVisible(iterations.length > 1);
        setManaged(iterations.length > 1);
        moving = true;
        slider.setMax(Math.max(0, iterations.length - 1));
        moving = false;
        follow();
    }

    private void follow() {
        int now = at(cursor.iterationProperty().get());
        moving = true;
        slider.setValue(now);
        moving = false;
        label.setText(now < 0 ? "" : naming.apply(now));
        newest.setDisable(now == iterations.length - 1);
        index.set(now);
    }

    /** The last moment that is not after the iteration; the newest without one. */
    private int at(double iteration) {
        if (Double.isNaN(iteration)) {
            return iterations.length - 1;
        }
        int found = Arrays.binarySearch(iterations, (int) Math.floor(iteration));
        return Math.min(iterations.length - 1, Math.max(0, found >= 0 ? found : -found - 2));
    }

    /** The moment that is shown; -1 if there is none. */
    ReadOnlyIntegerProperty index() {
        return index.getReadOnlyProperty();
    }
}
