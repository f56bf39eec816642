package org.vitrine.app.explain.units;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.explain.options.OptionFields;
import org.vitrine.app.shared.Shown;
import org.vitrine.app.shared.Texts;
import org.vitrine.attribution.MethodOption;
import org.vitrine.attribution.maximisation.MaximisationTexts;
import org.vitrine.attribution.maximisation.Recipe;
import org.vitrine.attribution.maximisation.UnitLayer;
import org.vitrine.datasets.Part;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.SpecTexts;

/** Which unit, how its input is made, and the buttons that make it. */
final class UnitsForm extends VBox {
    private final UnitsViewModel model;
    private final ComboBox<UnitLayer> layers = new ComboBox<>();
    private final ComboBox<Integer> units = new ComboBox<>();
    private final ComboBox<Part> parts = new ComboBox<>();
    private final OptionFields fields = new OptionFields(new Words(), "units-option-", this::make);
    private final Button make = new Button(Texts.get("units.make"), new FontIcon("mdi2c-creation"));
    private boolean choosing;

    UnitsForm(UnitsViewModel model) {
        super(8);
        this.model = model;
        setStyle("-fx-padding: 0 12 0 0;");
        layers.setId("units-layer");
        layers.setConverter(new Shown<>(this::name));
        layers.valueProperty().subscribe((before, now) -> {
            if (now != null && !choosing) {
                model.layer().set(Optional.of(now));
            }
        });
        units.setId("units-unit");
        units.setConverter(new Shown<>(this::unitName));
        units.valueProperty().subscribe((before, now) -> {
            if (now != null && !choosing) {
                model.look(now);
            }
        });
        parts.setId("units-part");
        parts.getItems().setAll(Part.TEST, Part.TRAIN);
        parts.setConverter(
                new Shown<>(part -> Texts.get("units.part." + part.name().toLowerCase(Locale.ROOT))));
        parts.setValue(model.part().get());
        parts.valueProperty().subscribe((before, now) -> {
            if (now != null) {
                model.part().set(now);
            }
        });
        make.setId("units-make");
        make.getStyleClass().add("accent");
        make.setOnAction(event -> make());
        Button all = new Button(Texts.get("units.make.all"), new FontIcon("mdi2v-view-grid-outline"));
        all.setId("units-make-all");
        all.setOnAction(event -> model.makeAll(fields.values()));
        Button stop = new Button(Texts.get("units.stop"), new FontIcon("mdi2s-stop"));
        stop.setId("units-stop");
        stop.setOnAction(event -> model.stop());
        for (Button button : List.of(make, all)) {
            button.disableProperty().bind(model.busy().or(fields.wrongProperty()));
        }
        stop.disableProperty().bind(model.busy().not());
        ProgressBar bar = new ProgressBar();
        bar.setId("units-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.progress());
        bar.visibleProperty().bind(model.busy());
        Label failure = new Label();
        failure.setId("units-failure");
        failure.getStyleClass().add("failure");
        failure.setWrapText(true);
        failure.setMinHeight(USE_PREF_SIZE);
        failure.textProperty().bind(model.failure());
        failure.visibleProperty().bind(model.failure().isNotEmpty());
        failure.managedProperty().bind(failure.visibleProperty());
        Label how = new Label(Texts.get("units.how"));
        how.getStyleClass().add("section-heading");
        getChildren()
                .addAll(
                        labelled("units.layer", layers),
                        labelled("units.unit", units),
                        labelled("units.part", parts),
                        new HBox(8, make, stop),
                        all,
                        bar,
                        failure,
                        how,
                        fields);
        model.model().subscribe(this::showModel);
        model.layer().subscribe(this::showLayer);
        model.unit().subscribe(now -> choose(() -> units.setValue(now)));
    }

    private static final class Words implements OptionFields.Words {
        private final MaximisationTexts texts = new MaximisationTexts(Locale.getDefault());

        @Override
        public String option(MethodOption option) {
            return texts.option(option);
        }

        @Override
        public String help(MethodOption option) {
            return texts.help(option);
        }

        @Override
        public String choice(MethodOption.Choice option, String choice) {
            return texts.choice(option, choice);
        }

        @Override
        public String lastLayer() {
            throw new UnsupportedOperationException("No option is a layer here");
        }
    }

    private static VBox labelled(String text, Control field) {
        Label label = new Label(Texts.get(text));
        label.setLabelFor(field);
        field.setMaxWidth(Double.MAX_VALUE);
        return new VBox(4, label, field);
    }

    private String name(UnitLayer layer) {
        return model.model()
                .get()
                .map(known ->
                        layer.id() + " \u00b7 " + SpecTexts.title(known.graph().layer(new NodeId(layer.id()))))
                .orElse("");
    }

    private String unitName(int unit) {
        return model.model()
                .get()
                .flatMap(known -> model.layer().get().map(layer -> known.name(layer, unit)))
                .orElse("");
    }

    private void make() {
        if (!make.isDisabled()) {
            model.make(fields.values());
        }
    }

    /** Changes fields without telling the model, which knows already. */
    private void choose(Runnable change) {
        choosing = true;
        try {
            change.run();
        } finally {
            choosing = false;
        }
    }

    private void showModel(Optional<UnitsViewModel.Model> shown) {
        choose(() ->
                layers.getItems().setAll(shown.map(UnitsViewModel.Model::layers).orElse(List.of())));
    }

    private void showLayer(Optional<UnitLayer> layer) {
        choose(() -> {
            layer.ifPresent(layers::setValue);
            units.getItems()
                    .setAll(IntStream.range(0, layer.map(UnitLayer::units).orElse(0))
                            .boxed()
                            .toList());
            // The same number may have another name now.
            units.setValue(null);
            units.setValue(model.unit().get());
        });
        if (layer.isPresent() && model.model().get().isPresent()) {
            List<MethodOption> options =
                    Recipe.options(layer.get(), model.model().get().get().grid());
            Map<String, String> kept = new HashMap<>(fields.values());
            kept.keySet().retainAll(options.stream().map(MethodOption::name).toList());
            fields.show(options, kept, List.of());
        }
    }
}
