package org.vitrine.app.explain.places;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.PlaceNames;
import org.vitrine.app.shared.Texts;
import org.vitrine.attribution.Places;

/** Chooses a place by its numbers along the axes, counted from 1, or the one where the model is surest. */
public final class PlaceNumbers {
    private static final double FIELD = 84;

    private final Pane pane;
    private final IntConsumer choose;
    private final Button surest = new Button(Texts.get("places.surest"), new FontIcon("mdi2c-crosshairs-gps"));
    private final List<Spinner<Integer>> spinners = new ArrayList<>();
    private boolean showing;

    /**
     * Fields that are put into a pane.
     *
     * @param choose called with the place that is chosen
     * @param back called when it shall be the surest again
     */
    public PlaceNumbers(Pane pane, IntConsumer choose, Runnable back) {
        this.pane = pane;
        this.choose = choose;
        surest.setId("place-surest");
        surest.setMinWidth(Region.USE_PREF_SIZE);
        surest.setTooltip(new Tooltip(Texts.get("places.surest.tip")));
        surest.setOnAction(event -> back.run());
    }

    public Pane pane() {
        return pane;
    }

    /** Has one field for each axis. */
    public void offer(PlaceNames names) {
        spinners.clear();
        List<Node> fields = new ArrayList<>();
        Places places = names.places();
        for (int axis = 0; axis < places.axes().size(); axis++) {
            String called = names.axes().get(axis);
            Spinner<Integer> spinner = new Spinner<>(1, places.axes().get(axis), 1);
            spinner.setId("place-axis-" + axis);
            spinner.setEditable(true);
            spinner.setPrefWidth(FIELD);
            spinner.setMinWidth(FIELD);
            spinner.getEditor().setAccessibleText(called);
            spinner.valueProperty().subscribe((before, now) -> chosen(places));
            spinners.add(spinner);
            if (places.axes().get(axis) > 1) {
                Label name = new Label(called);
                name.setMinWidth(Region.USE_PREF_SIZE);
                name.setLabelFor(spinner);
                HBox field = new HBox(6, name, spinner);
                field.setAlignment(Pos.CENTER_LEFT);
                fields.add(field);
            }
        }
        fields.add(surest);
        pane.getChildren().setAll(fields);
    }

    /** Shows a place; {@code isSurest} if there is nothing to go back to. */
    public void show(PlaceNames names, int place, boolean isSurest) {
        showing = true;
        int[] position = names.places().position(place);
        for (int axis = 0; axis < position.length; axis++) {
            spinners.get(axis).getValueFactory().setValue(position[axis] + 1);
        }
        showing = false;
        surest.setDisable(isSurest);
    }

    private void chosen(Places places) {
        // What is no number yet has no value.
        if (!showing && spinners.stream().noneMatch(each -> each.getValue() == null)) {
            choose.accept(places.place(
                    spinners.stream().mapToInt(each -> each.getValue() - 1).toArray()));
        }
    }
}
