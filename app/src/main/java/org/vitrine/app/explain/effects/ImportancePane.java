package org.vitrine.app.explain.effects;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.explain.asking.Answer;
import org.vitrine.app.shared.Labelled;
import org.vitrine.app.shared.Shown;
import org.vitrine.app.shared.Texts;
import org.vitrine.attribution.effects.Division;
import org.vitrine.attribution.effects.InputParts;
import org.vitrine.attribution.effects.Spread;
import org.vitrine.charts.effects.ImportanceBars;
import org.vitrine.charts.effects.PatchMap;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.PanelFrame;

/** Importance of the parts of inputs: bars, or patches of a picture. */
final class ImportancePane extends VBox {
    private static final int MOST_EXAMPLES = 100_000;
    private static final int MOST_REPEATS = 100;
    private static final int MOST_PARTS = 28;

    private final EffectsViewModel model;
    private final Consumer<String> chosenPart;
    private final ComboBox<Division> by = new ComboBox<>();
    private final Spinner<Integer> parts = new Spinner<>(2, MOST_PARTS, InputParts.USUAL);
    private final HBox partsBox;
    private final Label partsName;
    private final Spinner<Integer> examples = new Spinner<>(2, MOST_EXAMPLES, EffectsViewModel.EXAMPLES, 100);
    private final Spinner<Integer> repeats = new Spinner<>(1, MOST_REPEATS, EffectsViewModel.REPEATS);
    private final ComboBox<Boolean> measure = new ComboBox<>();
    private final Button compute = new Button(Texts.get("effects.compute"), new FontIcon("mdi2p-play"));
    private final Button stop = new Button(Texts.get("effects.stop"), new FontIcon("mdi2s-stop"));
    private final ProgressBar bar = new ProgressBar(0);
    private final Label said = new Label();
    private final FigureView figure = new FigureView(() -> Texts.get("effects.importance"));
    private final FlowPane strip;
    private final PanelFrame frame;
    private int patch = -1;

    /** @param chosenPart told the name of a part that was clicked */
    ImportancePane(EffectsViewModel model, PanelFrame.Exports exports, Consumer<String> chosenPart) {
        this.model = model;
        this.chosenPart = chosenPart;
        setId("effects-importance");
        by.setId("effects-by");
        by.setConverter(new Shown<>(division -> Texts.get("effects.by." + division.name())));
        measure.setId("effects-measure");
        measure.setConverter(new Shown<>(loss ->
                model.subject().get().map(of -> EffectFigures.measure(of, loss)).orElse("")));
        measure.setMaxWidth(330);
        for (Spinner<Integer> spinner : List.of(parts, examples, repeats)) {
            spinner.setEditable(true);
        }
        parts.setId("effects-parts");
        parts.setPrefWidth(78);
        parts.setTooltip(new Tooltip(Texts.get("effects.parts.tip")));
        examples.setId("effects-examples");
        examples.setPrefWidth(104);
        repeats.setId("effects-repeats");
        repeats.setPrefWidth(78);
        compute.setId("effects-compute");
        stop.setId("effects-stop");
        compute.setOnAction(event -> compute());
        stop.setOnAction(event -> model.stopImportance());
        bar.setId("effects-progress");
        bar.setPrefWidth(130);
        said.setId("effects-said");
        said.setWrapText(true);
        said.getStyleClass().add("text-muted");
        partsBox = new Labelled(Texts.get("effects.parts"), parts);
        partsName = (Label) partsBox.getChildren().get(0);
        strip = new FlowPane(
                12,
                8,
                new Labelled(Texts.get("effects.by"), by),
                partsBox,
                new Labelled(Texts.get("effects.examples"), examples),
                new Labelled(Texts.get("effects.repeats"), repeats),
                compute,
                bar,
                stop);
        strip.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(figure);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMinHeight(120);
        VBox content = new VBox(6, new Labelled(Texts.get("effects.measure"), measure), scroll);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        content.setStyle("-fx-padding: 4 0 0 0;");
        frame = new PanelFrame(
                new Panel(
                        "importance",
                        Texts.get("effects.importance"),
                        content,
                        () -> done().map(found -> figure.figureProperty().get()),
                        () -> done().flatMap(found -> model.subject().get().map(of -> EffectFigures.table(of, found)))),
                exports);
        VBox.setVgrow(frame, Priority.ALWAYS);
        setSpacing(8);
        for (Region piece : List.of(bar, stop, partsBox, frame, strip)) {
            piece.managedProperty().bind(piece.visibleProperty());
        }
        getChildren().addAll(strip, said, frame);
        figure.setOnMouseClicked(this::click);
        figure.setOnMouseMoved(this::point);
        by.valueProperty().subscribe(now -> {
            partsBox.setVisible(now == Division.PATCHES || now == Division.STEPS);
            partsName.setText(Texts.get(now == Division.STEPS ? "effects.blocks" : "effects.parts"));
        });
        measure.valueProperty().subscribe(now -> draw());
        model.columns().subscribe(now -> draw());
        model.subject().subscribe(this::about);
        model.importance().subscribe(this::show);
    }

    private Optional<Importance> done() {
        return model.importance().get().done();
    }

    private void about(Optional<EffectSubject> subject) {
        patch = -1;
        if (subject.isEmpty()) {
            return;
        }
        Optional<String> refusal = subject.get().importanceRefusal();
        strip.setVisible(refusal.isEmpty());
        if (refusal.isEmpty()) {
            by.getItems().setAll(subject.get().divisions());
            by.getSelectionModel().select(0);
            by.getParent().setVisible(by.getItems().size() > 1);
            by.getParent().setManaged(by.getItems().size() > 1);
            measure.getItems().setAll(false, true);
            measure.setValue(true);
        }
        show(model.importance().get());
    }

    private void compute() {
        if (by.getValue() != null) {
            model.permute(new EffectsViewModel.Effort(
                    by.getValue(), parts.getValue(), examples.getValue(), repeats.getValue()));
        }
    }

    private void show(Answer<Importance> state) {
        boolean computing = state instanceof Answer.Computing;
        bar.setVisible(computing);
        stop.setVisible(computing);
        compute.setDisable(computing);
        frame.setVisible(state instanceof Answer.Done);
        said.getStyleClass().removeAll("failure", "why-not");
        Optional<String> refusal = model.subject().get().flatMap(EffectSubject::importanceRefusal);
        if (refusal.isPresent()) {
            said.getStyleClass().add("why-not");
            said.setText(refusal.get());
        } else if (state instanceof Answer.Computing<Importance> now) {
            bar.setProgress(now.share());
            said.setText(Texts.get("effects.computing"));
        } else if (state instanceof Answer.Failed<Importance> failed) {
            said.getStyleClass().add("failure");
            said.setText(failed.message());
        } else if (state instanceof Answer.Done<Importance> found) {
            patch = -1;
            said.setText(summary(found.found()) + " " + help(found.found()));
            draw();
        } else {
            said.setText(Texts.get("effects.importance.help") + " " + Texts.get("effects.nothing"));
        }
    }

    private String help(Importance found) {
        if (EffectFigures.isPatches(found)) {
            return Texts.get("effects.patches.pick");
        }
        boolean columns = model.subject()
                .get()
                .filter(of -> of.dependenceRefusal().isEmpty())
                .filter(of -> found.rows().stream().anyMatch(row -> of.columns().contains(row.part())))
                .isPresent();
        String whiskers = Texts.get("effects.importance.whiskers");
        return columns ? whiskers + " " + Texts.get("effects.importance.click") : whiskers;
    }

    private static String summary(Importance found) {
        double base = found.found().metric();
        String metric = Texts.format(
                "effects.base." + found.metric(),
                found.metric().isShare() ? Numbers.percent(base) : Numbers.value(base));
        return Texts.format(
                        "effects.done", found.found().examples(), found.found().repeats(), metric) + ".";
    }

    private void draw() {
        if (done().isEmpty() || model.subject().get().isEmpty() || measure.getValue() == null) {
            return;
        }
        EffectSubject of = model.subject().get().get();
        if (EffectFigures.isPatches(done().get())) {
            figure.setMinHeight(120);
            figure.show(EffectFigures.patches(of, done().get(), measure.getValue(), patch));
        } else {
            String column = model.columns().get().stream().findFirst().orElse("");
            ImportanceBars bars = EffectFigures.bars(of, done().get(), measure.getValue(), column);
            figure.setMinHeight(Math.min(bars.height(), 60 + 15.0 * bars.bars().size()));
            figure.show(bars);
        }
    }

    private void click(MouseEvent event) {
        if (figure.figureProperty().get() instanceof ImportanceBars bars) {
            int at = bars.at(event.getY(), figure.getHeight());
            if (at >= 0) {
                chosenPart.accept(bars.bars().get(at).name());
            }
        }
    }

    private void point(MouseEvent event) {
        if (figure.figureProperty().get() instanceof PatchMap map && done().isPresent()) {
            int at = map.at(event.getX(), event.getY(), figure.getWidth(), figure.getHeight());
            if (at != patch) {
                patch = at;
                draw();
                said.setText(at < 0 ? summary(done().get()) + " " + help(done().get()) : patchText(done().get(), at));
            }
        }
    }

    private String patchText(Importance found, int at) {
        Importance.Row row = found.rows().get(at);
        Spread spread = row.by(measure.getValue());
        double factor = model.subject()
                .get()
                .map(of -> EffectFigures.factor(of, measure.getValue()))
                .orElse(1.0);
        return String.format(
                Locale.ROOT,
                "%s: %s \u00b1 %s",
                row.part(),
                Numbers.significant(factor * spread.mean(), 3),
                Numbers.significant(factor * spread.deviation(), 2));
    }
}
