package org.vitrine.app.explain.live;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.vitrine.app.explain.live.LiveViewModel.Answered;
import org.vitrine.app.explain.places.PlaceNumbers;
import org.vitrine.app.shared.Texts;

/** Names the place whose scores are told and explained, and chooses another one. */
final class PlaceBar extends HBox {
    private final LiveViewModel model;
    private final Label told = label("live-place");
    private final Label read = label("live-read");
    private final PlaceNumbers numbers;
    private Optional<LivePlaces> places = Optional.empty();

    PlaceBar(LiveViewModel model) {
        super(8);
        this.model = model;
        HBox fields = new HBox(8);
        fields.setAlignment(Pos.CENTER_LEFT);
        numbers = new PlaceNumbers(fields, place -> model.place().set(OptionalInt.of(place)), () -> model.place()
                .set(OptionalInt.empty()));
        setId("live-place-bar");
        getStyleClass().add("strip");
        setAlignment(Pos.CENTER_LEFT);
        read.getStyleClass().add("answer-text");
        getChildren().addAll(fields, told, read);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        model.model().subscribe(shown -> offer(shown.flatMap(LiveViewModel.Model::places)));
        model.answered().subscribe(this::show);
    }

    private static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private void offer(Optional<LivePlaces> offered) {
        places = offered;
        setVisible(offered.isPresent());
        told.setText("");
        read.setText("");
        offered.ifPresent(shown -> numbers.offer(shown.names()));
    }

    private void show(Optional<Answered> answered) {
        OptionalInt place = answered.map(now -> now.seen().answer().place()).orElse(OptionalInt.empty());
        if (places.isEmpty() || place.isEmpty()) {
            told.setText("");
            read.setText("");
            return;
        }
        Seen seen = answered.orElseThrow().seen();
        boolean surest = model.place().get().isEmpty();
        told.setText(Texts.format(
                surest ? "live.place.surest" : "live.place.chosen", places.get().text(place.getAsInt(), seen)));
        read.setText(LiveOutputs.read(seen, model.model().get().orElseThrow()).orElse(""));
        // What is being typed stays until there is an answer to it.
        if (surest || model.place().get().equals(place)) {
            numbers.show(places.get().names(), place.getAsInt(), surest);
        }
    }
}
