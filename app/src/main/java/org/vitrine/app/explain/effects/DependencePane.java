package org.vitrine.app.explain.effects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vitrine.app.explain.asking.Answer;
import org.vitrine.app.shared.Labelled;
import org.vitrine.app.shared.Shown;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.effects.DependenceCurves;
import org.vitrine.charts.effects.DependenceMap;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.charts.panel.Table;
import org.vitrine.runs.event.DataEffects.VariedColumn;

/** How answers depend on a column, or on two: partial dependence, lines of single examples, or a map. */
final class DependencePane extends VBox {
    private static final int MOST_CURVES = 2000;

    private final EffectsViewModel model;
    private final IntConsumer chosenExample;
    private final ComboBox<String> column = new ComboBox<>();
    private final ComboBox<String> with = new ComboBox<>();
    private final ComboBox<Integer> target = new ComboBox<>();
    private final HBox targetBox;
    private final HBox withBox;
    private final Spinner<Integer> examples = new Spinner<>(1, MOST_CURVES, EffectsViewModel.CURVES, 100);
    private final CheckBox centred = new CheckBox(Texts.get("effects.centred"));
    private final ProgressBar bar = new ProgressBar(0);
    private final Label said = new Label();
    private final FigureView figure = new FigureView(() -> Texts.get("effects.dependence"));
    private final FlowPane strip;
    private final PanelFrame frame;
    private int line = -1;
    private boolean setting;

    /** @param chosenExample told the test example whose line was clicked */
    DependencePane(EffectsViewModel model, PanelFrame.Exports exports, IntConsumer chosenExample) {
        this.model = model;
        this.chosenExample = chosenExample;
        setId("effects-dependence");
        column.setId("effects-column");
        with.setId("effects-with");
        target.setId("effects-target");
        target.setConverter(new Shown<>(index ->
                model.subject().get().map(of -> EffectFigures.answer(of, index)).orElse("")));
        examples.setId("effects-curves");
        examples.setEditable(true);
        examples.setPrefWidth(96);
        centred.setId("effects-centred");
        centred.setTooltip(new Tooltip(Texts.get("effects.centred.tip")));
        bar.setId("effects-dependence-progress");
        bar.setPrefWidth(110);
        said.setId("effects-dependence-said");
        said.setWrapText(true);
        said.getStyleClass().add("text-muted");
        targetBox = new Labelled(Texts.get("effects.target"), target);
        withBox = new Labelled(Texts.get("effects.with"), with);
        strip = new FlowPane(
                12,
                8,
                new Labelled(Texts.get("effects.column"), column),
                withBox,
                targetBox,
                new Labelled(Texts.get("effects.examples"), examples),
                centred,
                bar);
        strip.setAlignment(Pos.CENTER_LEFT);
        frame = new PanelFrame(
                new Panel(
                        "dependence",
                        Texts.get("effects.dependence"),
                        figure,
                        () -> done().map(found -> figure.figureProperty().get()),
                        this::table),
                exports);
        VBox.setVgrow(frame, Priority.ALWAYS);
        setSpacing(8);
        for (Region piece : List.of(bar, frame, strip, targetBox, withBox, centred)) {
            piece.managedProperty().bind(piece.visibleProperty());
        }
        getChildren().addAll(strip, said, frame);
        figure.setOnMouseMoved(this::point);
        figure.setOnMouseExited(event -> choose(-1));
        figure.setOnMouseClicked(this::click);
        column.valueProperty().subscribe(now -> ask());
        with.valueProperty().subscribe(now -> ask());
        examples.valueProperty().subscribe(now -> ask());
        target.valueProperty().subscribe(now -> draw());
        centred.selectedProperty().subscribe(now -> draw());
        model.subject().subscribe(this::about);
        model.columns().subscribe(this::select);
        model.dependence().subscribe(this::show);
    }

    private Optional<Dependence> done() {
        return model.dependence().get().done();
    }

    private Optional<Table> table() {
        return done().flatMap(found ->
                model.subject().get().map(of -> EffectFigures.table(of, found, target.getValue(), isCentred())));
    }

    private boolean isCentred() {
        return centred.isSelected();
    }

    private void about(Optional<EffectSubject> subject) {
        if (subject.isEmpty()) {
            return;
        }
        EffectSubject of = subject.get();
        strip.setVisible(of.dependenceRefusal().isEmpty());
        setting = true;
        column.getItems().setAll(of.columns());
        List<String> others = new ArrayList<>(List.of(Texts.get("effects.with.none")));
        others.addAll(of.columns());
        with.getItems().setAll(others);
        with.getSelectionModel().select(0);
        withBox.setVisible(of.columns().size() > 1);
        int targets = of.data().targetNames().size();
        target.getItems().setAll(IntStream.range(0, targets).boxed().toList());
        if (targets > 0) {
            target.setValue(targets == 2 && of.classes() ? 1 : 0);
        }
        targetBox.setVisible(targets > 1);
        setting = false;
        show(model.dependence().get());
    }

    /** Shows which columns are asked about. */
    private void select(List<String> names) {
        setting = true;
        if (names.isEmpty()) {
            column.getSelectionModel().clearSelection();
        } else {
            column.setValue(names.get(0));
        }
        if (names.size() > 1) {
            with.setValue(names.get(1));
        } else {
            with.getSelectionModel().select(0);
        }
        setting = false;
    }

    private void ask() {
        if (setting || column.getValue() == null) {
            return;
        }
        List<String> names = new ArrayList<>(List.of(column.getValue()));
        if (with.getSelectionModel().getSelectedIndex() > 0
                && !column.getValue().equals(with.getValue())) {
            names.add(with.getValue());
        }
        model.vary(names, examples.getValue());
    }

    private void show(Answer<Dependence> state) {
        line = -1;
        bar.setVisible(state instanceof Answer.Computing);
        frame.setVisible(state instanceof Answer.Done);
        said.getStyleClass().removeAll("failure", "why-not");
        Optional<String> refusal = model.subject().get().flatMap(EffectSubject::dependenceRefusal);
        if (refusal.isPresent()) {
            said.getStyleClass().add("why-not");
            said.setText(refusal.get());
        } else if (state instanceof Answer.Computing<Dependence> now) {
            bar.setProgress(now.share());
            said.setText(Texts.get("effects.computing"));
        } else if (state instanceof Answer.Failed<Dependence> failed) {
            said.getStyleClass().add("failure");
            said.setText(failed.message());
        } else if (state instanceof Answer.Done<Dependence> found) {
            centred.setVisible(!found.found().isOfTwo());
            said.setText(help(found.found()));
            draw();
        } else {
            said.setText(Texts.get("effects.importance.pick"));
        }
    }

    private static String help(Dependence found) {
        return found.isOfTwo()
                ? Texts.format("effects.map.help", found.examples().length)
                : Texts.get("effects.dependence.help");
    }

    private void draw() {
        if (setting || done().isEmpty() || model.subject().get().isEmpty() || target.getValue() == null) {
            return;
        }
        EffectSubject of = model.subject().get().get();
        Dependence found = done().get();
        figure.show(
                found.isOfTwo()
                        ? EffectFigures.map(of, found, target.getValue())
                        : EffectFigures.curves(of, found, target.getValue(), isCentred(), line));
    }

    private void point(MouseEvent event) {
        if (figure.figureProperty().get() instanceof DependenceCurves curves) {
            choose(curves.at(event.getX(), event.getY(), figure.getWidth(), figure.getHeight()));
        } else if (figure.figureProperty().get() instanceof DependenceMap map && done().isPresent()) {
            int[] cell = map.at(event.getX(), event.getY(), figure.getWidth(), figure.getHeight());
            Dependence found = done().get();
            said.setText(cell[0] < 0 ? help(found) : cell(found, map, cell));
        }
    }

    private static String cell(Dependence found, DependenceMap map, int[] cell) {
        VariedColumn first = found.columns().get(0);
        VariedColumn second = found.columns().get(1);
        return Texts.format(
                "effects.cell",
                first.column(),
                EffectFigures.text(first, cell[0]),
                second.column(),
                EffectFigures.text(second, cell[1]),
                Numbers.value(map.answers()[cell[0]][cell[1]]));
    }

    private void choose(int index) {
        if (index == line || done().isEmpty() || done().get().isOfTwo()) {
            return;
        }
        line = index;
        draw();
        said.setText(index < 0 ? help(done().get()) : line(done().get(), index));
    }

    private String line(Dependence found, int index) {
        EffectSubject of = model.subject().get().orElseThrow();
        int example = found.examples()[index];
        String truth = EffectFigures.truth(of.data(), example);
        double[] own = found.own(0);
        if (own.length == 0) {
            return Texts.format("effects.line.shift", example, truth);
        }
        VariedColumn varied = found.columns().get(0);
        int at = varied.values().indexOf(own[index]);
        String value = at >= 0 ? EffectFigures.text(varied, at) : Numbers.significant(own[index], 4);
        return Texts.format("effects.line", example, varied.column(), value, truth);
    }

    private void click(MouseEvent event) {
        if (line >= 0 && done().isPresent()) {
            int example = done().get().examples()[line];
            chosenExample.accept(example);
            said.setText(Texts.format("effects.taken", example));
        }
    }
}
