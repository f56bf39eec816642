package org.vitrine.app.explain.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.explain.live.LiveViewModel.Answered;
import org.vitrine.app.shared.Texts;

/** Names the place whose scores are told and explained, and chooses another one: a number for each axis. */
final class PlaceBar extends HBox {
    private final LiveViewModel model;
    private final Label told = new Label();
    private final Label read = new Label();
    private final HBox numbers = new HBox(8);
    private final List<Spinner<Integer>> spinners = new ArrayList<>();
    private Optional<LivePlaces> places = Optional.empty();
    private boolean showing;

    PlaceBar(LiveViewModel model) {
        super(8);
        this.model = model;
        setId("live-place-bar");
        getStyleClass().add("strip");
        setAlignment(Pos.CENTER_LEFT);
        numbers.setAlignment(Pos.CENTER_LEFT);
        told.setId("live-place");
        told.setMinWidth(Region.USE_PREF_SIZE);
        Button surest = new Button(Texts.get("live.surest"), new FontIcon("mdi2c-crosshairs-gps"));
        surest.setId("live-surest");
        surest.setMinWidth(Region.USE_PREF_SIZE);
        surest.setTooltip(new Tooltip(Texts.get("live.surest.tip")));
        surest.setOnAction(event -> model.place().set(OptionalInt.empty()));
        surest.disableProperty().bind(model.place().map(OptionalInt::isEmpty));
        read.setId("live-read");
        read.setMinWidth(Region.USE_PREF_SIZE);
        read.getStyleClass().add("answer-text");
        getChildren().addAll(numbers, surest, told, read);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        model.model().subscribe(shown -> offer(shown.flatMap(LiveViewModel.Model::places)));
        model.answered().subscribe(this::show);
    }

    private void offer(Optional<LivePlaces> offered) {
        places = offered;
        setVisible(offered.isPresent());
        spinners.clear();
        numbers.getChildren().clear();
        told.setText("");
        read.setText("");
        offered.ifPresent(this::offer);
    }

    private void offer(LivePlaces offered) {
        List<String> axes = offered.names().axes();
        for (int axis = 0; axis < axes.size(); axis++) {
            int length = offered.places().axes().get(axis);
            Spinner<Integer> spinner = new Spinner<>(1, length, 1);
            spinner.setId("live-place-" + axis);
            spinner.setEditable(true);
            spinner.setPrefWidth(84);
            spinner.setMinWidth(84);
            spinner.getEditor().setAccessibleText(axes.get(axis));
            spinner.valueProperty().subscribe((before, now) -> choose());
            spinners.add(spinner);
            Label name = new Label(axes.get(axis));
            name.setMinWidth(Region.USE_PREF_SIZE);
            name.setLabelFor(spinner);
            if (length > 1) {
                numbers.getChildren().addAll(name, spinner);
            }
        }
    }

    private void choose() {
        if (showing || places.isEmpty() || spinners.stream().anyMatch(spinner -> spinner.getValue() == null)) {
            return;
        }
        int[] position =
                spinners.stream().mapToInt(spinner -> spinner.getValue() - 1).toArray();
        model.place().set(OptionalInt.of(places.get().places().place(position)));
    }

    private void show(Optional<Answered> answered) {
        OptionalInt place = answered.map(now -> now.seen().answer().place()).orElse(OptionalInt.empty());
        if (places.isEmpty() || place.isEmpty()) {
            told.setText("");
            read.setText("");
            return;
        }
        Seen seen = answered.orElseThrow().seen();
        String text = places.get().text(place.getAsInt(), seen);
        told.setText(Texts.format(model.place().get().isEmpty() ? "live.place.surest" : "live.place.chosen", text));
        read.setText(LiveOutputs.read(seen, model.model().get().orElseThrow()).orElse(""));
        // What is being typed stays until there is an answer to it.
        if (model.place().get().isEmpty() || model.place().get().equals(place)) {
            showing = true;
            int[] position = places.get().places().position(place.getAsInt());
            for (int axis = 0; axis < position.length; axis++) {
                spinners.get(axis).getValueFactory().setValue(position[axis] + 1);
            }
            showing = false;
        }
    }
}
