package org.vitrine.app.explain.places;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.vitrine.app.shared.PlaceNames;
import org.vitrine.app.shared.Texts;
import org.vitrine.attribution.Places;

/** Chooses a place by its numbers along the axes, counted from 1, or the one where the model is surest. */
final class PlaceNumbers extends FlowPane {
    private final IntConsumer choose;
    private final Button surest = new Button(Texts.get("places.surest"));
    private final List<Spinner<Integer>> spinners = new ArrayList<>();
    private boolean showing;

    PlaceNumbers(IntConsumer choose, Runnable back) {
        super(12, 8);
        this.choose = choose;
        surest.setId("place-surest");
        surest.getStyleClass().add("small");
        surest.setOnAction(event -> back.run());
    }

    /** Has one field for each axis. */
    void show(PlaceNames names) {
        spinners.clear();
        List<Node> fields = new ArrayList<>();
        Places places = names.places();
        for (int axis = 0; axis < places.axes().size(); axis++) {
            Spinner<Integer> spinner = new Spinner<>(1, places.axes().get(axis), 1);
            spinner.setId("place-axis-" + axis);
            spinner.setEditable(true);
            spinner.setPrefWidth(84);
            spinner.valueProperty().subscribe((before, now) -> chosen(places));
            spinners.add(spinner);
            if (places.axes().get(axis) > 1) {
                Label name = new Label(names.axes().get(axis));
                name.setLabelFor(spinner);
                HBox field = new HBox(6, name, spinner);
                field.setAlignment(Pos.CENTER_LEFT);
                fields.add(field);
            }
        }
        fields.add(surest);
        getChildren().setAll(fields);
    }

    void mark(PlaceNames names, int place, boolean isSurest) {
        showing = true;
        int[] position = names.places().position(place);
        for (int axis = 0; axis < position.length; axis++) {
            spinners.get(axis).getValueFactory().setValue(position[axis] + 1);
        }
        showing = false;
        surest.setDisable(isSurest);
    }

    private void chosen(Places places) {
        if (!showing) {
            choose.accept(places.place(
                    spinners.stream().mapToInt(each -> each.getValue() - 1).toArray()));
        }
    }
}
