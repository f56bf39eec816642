package org.vitrine.app.explain.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.Shown;
import org.vitrine.app.shared.Texts;
import org.vitrine.attribution.AttributionTexts;
import org.vitrine.charts.format.Numbers;

/** Begins with an example, chooses the map and whose it is; tells failures and how long the last answer took. */
final class LiveStrip extends HBox {
    private final LiveViewModel model;
    private final AttributionTexts methodTexts = new AttributionTexts(Locale.getDefault());
    private final ComboBox<String> methods = new ComboBox<>();
    private final ComboBox<OptionalInt> targets = new ComboBox<>();

    /** @param start begins with a test example */
    LiveStrip(LiveViewModel model, IntConsumer start) {
        super(8);
        this.model = model;
        methods.setId("live-method");
        methods.setAccessibleText(Texts.get("live.method"));
        methods.setConverter(new Shown<>(methodTexts::title));
        methods.valueProperty().subscribe((before, now) -> {
            if (now != null) {
                model.method().set(now);
            }
        });
        model.method().subscribe(now -> {
            if (methods.getItems().contains(now)) {
                methods.setValue(now);
            }
        });
        targets.setId("live-target");
        targets.setAccessibleText(Texts.get("live.target"));
        targets.setConverter(new Shown<>(of -> of.isEmpty()
                ? Texts.get("live.predicted")
                : model.model()
                        .get()
                        .map(shown -> shown.names().get(of.getAsInt()))
                        .orElse("")));
        targets.valueProperty().subscribe((before, now) -> {
            if (now != null) {
                model.target().set(now);
            }
        });
        model.target().subscribe(targets::setValue);
        Button again = new Button(Texts.get("live.start"), new FontIcon("mdi2i-import"));
        again.setId("live-start");
        again.setOnAction(event -> model.example().get().ifPresent(start));
        again.disableProperty().bind(model.example().map(OptionalInt::isEmpty));
        Label of = new Label(Texts.get("live.target"));
        for (Region fixed : List.of(methods, targets, again, of)) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        // Where there is one value there is nothing to choose.
        targets.visibleProperty()
                .bind(model.model()
                        .map(shown -> shown.map(now -> now.names().size() > 1).orElse(true)));
        for (Region region : List.of(targets, of)) {
            region.visibleProperty().subscribe(region::setManaged);
        }
        of.visibleProperty().bind(targets.visibleProperty());
        getStyleClass().add("strip");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(again, new Label(Texts.get("live.method")), methods, of, targets, failure(), latency());
        model.methods().subscribe(this::offerMethods);
        model.model().subscribe(this::offerTargets);
    }

    private Label failure() {
        Label failure = new Label();
        failure.setId("live-failure");
        failure.getStyleClass().add("failure");
        failure.textProperty().bind(model.failure());
        failure.setWrapText(true);
        failure.setMaxHeight(Double.MAX_VALUE);
        HBox.setHgrow(failure, Priority.ALWAYS);
        failure.setMaxWidth(Double.MAX_VALUE);
        return failure;
    }

    private Label latency() {
        Label latency = new Label();
        latency.setId("live-latency");
        latency.getStyleClass().add("text-muted");
        latency.setMinWidth(Region.USE_PREF_SIZE);
        model.latency()
                .subscribe(now ->
                        latency.setText(now.map(millis -> Texts.format("live.latency", Numbers.significant(millis, 2)))
                                .orElse("")));
        return latency;
    }

    private void offerMethods(List<String> offered) {
        methods.getItems().setAll(offered);
        if (offered.contains(model.method().get())) {
            methods.setValue(model.method().get());
        }
    }

    private void offerTargets(Optional<LiveViewModel.Model> shown) {
        List<OptionalInt> offered = new ArrayList<>(List.of(OptionalInt.empty()));
        for (int i = 0; i < shown.map(now -> now.names().size()).orElse(0); i++) {
            offered.add(OptionalInt.of(i));
        }
        targets.getItems().setAll(offered);
        targets.setValue(model.target().get());
    }
}
