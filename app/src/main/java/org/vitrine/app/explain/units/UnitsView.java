package org.vitrine.app.explain.units;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.vitrine.app.explain.units.UnitsViewModel.Model;
import org.vitrine.app.shared.Texts;
import org.vitrine.attribution.maximisation.UnitLayer;
import org.vitrine.charts.evaluation.TableFigure;
import org.vitrine.charts.evaluation.TilesFigure;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.charts.panel.Table;
import org.vitrine.datasets.Tensor;
import org.vitrine.drawing.Figure;

/**
 * What to make at the left, the made input in the middle with its course, the examples that excite the unit at the right, and all
 * units of the layer below.
 */
public final class UnitsView extends BorderPane {
    private static final double FORM = 300;
    private static final double EXAMPLES = 360;
    private static final double COURSE = 190;
    private static final double ALL = 190;
    private static final double LEAST_INPUT = 80;

    private final UnitsViewModel model;
    private final FigureView input = new FigureView(() -> Texts.get("units.input"));
    private final FigureView course = new FigureView(() -> Texts.get("units.course"));
    private final FigureView examples = new FigureView(() -> Texts.get("units.examples"));
    private final FigureView all = new FigureView(() -> Texts.get("units.all"));
    private final Slider frame = new Slider(0, 1, 1);
    private final Label told = new Label();
    private final Label empty = new Label();
    private final HBox page;
    private final List<PanelFrame> results = new ArrayList<>();

    /** @param exports writes panels to files */
    public UnitsView(UnitsViewModel model, PanelFrame.Exports exports) {
        this.model = model;
        setId("units");
        input.setId("units-input");
        course.setId("units-course");
        examples.setId("units-examples");
        all.setId("units-all");
        frame.setId("units-frame");
        frame.setAccessibleText(Texts.get("units.frame"));
        frame.setBlockIncrement(1);
        frame.setMajorTickUnit(1);
        frame.setMinorTickCount(0);
        frame.setSnapToTicks(true);
        told.setId("units-told");
        told.setWrapText(true);
        told.setMinHeight(USE_PREF_SIZE);
        empty.setId("units-empty");
        empty.getStyleClass().add("empty-state");
        empty.setWrapText(true);
        empty.setMaxWidth(520);

        ScrollPane form = new ScrollPane(new UnitsForm(model));
        form.setFitToWidth(true);
        form.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        form.getStyleClass().add("edge-to-edge");
        form.setMinWidth(FORM);
        form.setPrefWidth(FORM);
        page = new HBox(16, form, panels(exports));
        page.setStyle("-fx-padding: 12 16 12 16;");
        StackPane whole = new StackPane(page, empty);
        setCenter(whole);

        frame.valueProperty().subscribe(now -> drawInput());
        model.model().subscribe(this::showModel);
        model.emerging().subscribe(now -> drawInput());
        model.made().subscribe(this::showMade);
        model.unit().subscribe(now -> drawAll());
        model.all().addListener((MapChangeListener<Integer, Made>) change -> drawAll());
        examples.widthProperty().subscribe(now -> resize(examples));
        all.widthProperty().subscribe(now -> resize(all));
        all.setOnMouseClicked(event -> {
            if (all.figureProperty().get() instanceof TilesFigure tiles) {
                int chosen = tiles.at(event.getX(), event.getY(), all.getWidth());
                if (chosen >= 0) {
                    model.look(chosen);
                }
            }
        });
    }

    private VBox panels(PanelFrame.Exports exports) {
        PanelFrame made = frame("units-input", "units.input", input, withReplay(), exports, () -> shown().flatMap(
                        of -> model.model().get().map(known -> UnitFigures.inputTable(known.dataset(), of))));
        PanelFrame way = frame(
                "units-course",
                "units.course",
                course,
                course,
                exports,
                ofMade((known, done) -> UnitFigures.courseTable(done)));
        PanelFrame excited = frame(
                "units-examples",
                "units.examples",
                examples,
                scrolled(examples),
                exports,
                ofMade(UnitFigures::examplesTable));
        PanelFrame units = frame(
                "units-all",
                "units.all",
                all,
                scrolled(all),
                exports,
                () -> model.all().isEmpty()
                        ? Optional.empty()
                        : model.model().get().flatMap(known -> model.layer()
                                .get()
                                .map(layer -> UnitFigures.allTable(known, layer, model.all()))));
        // What has nothing to show yet takes no room; of a layer with one unit all units are that one.
        results.addAll(List.of(way, excited, units));
        results.forEach(result -> result.managedProperty().bind(result.visibleProperty()));
        way.setPrefHeight(COURSE);
        way.setMinHeight(COURSE);
        VBox.setVgrow(made, Priority.ALWAYS);
        VBox middle = new VBox(12, made, way);
        HBox.setHgrow(middle, Priority.ALWAYS);
        excited.setPrefWidth(EXAMPLES);
        excited.setMinWidth(200);
        HBox above = new HBox(16, middle, excited);
        VBox.setVgrow(above, Priority.ALWAYS);
        units.setPrefHeight(ALL);
        units.setMinHeight(ALL);
        VBox panels = new VBox(12, above, units);
        HBox.setHgrow(panels, Priority.ALWAYS);
        return panels;
    }

    private Node withReplay() {
        HBox.setHgrow(frame, Priority.ALWAYS);
        ScrollPane inputScroll = scrolled(input);
        inputScroll.setFitToHeight(true);
        inputScroll.visibleProperty().bind(input.visibleProperty());
        inputScroll.managedProperty().bind(input.visibleProperty());
        frame.managedProperty().bind(frame.visibleProperty());
        VBox box = new VBox(8, inputScroll, frame, told);
        VBox.setVgrow(inputScroll, Priority.ALWAYS);
        return box;
    }

    private static ScrollPane scrolled(FigureView view) {
        ScrollPane scroll = new ScrollPane(view);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    private static PanelFrame frame(
            String id,
            String title,
            FigureView view,
            Node node,
            PanelFrame.Exports exports,
            Supplier<Optional<Table>> table) {
        return new PanelFrame(
                new Panel(
                        id,
                        Texts.get(title),
                        node,
                        () -> view.isVisible()
                                ? Optional.of(view.figureProperty().get())
                                : Optional.empty(),
                        table),
                exports);
    }

    /** Numbers of what was made. */
    @FunctionalInterface
    private interface Numbered {
        Table of(Model known, Made done);
    }

    private Supplier<Optional<Table>> ofMade(Numbered numbers) {
        return () -> model.made().get().flatMap(done -> model.model().get().map(known -> numbers.of(known, done)));
    }

    private void showModel(Optional<Model> shown) {
        Optional<String> refusal = shown.flatMap(Model::refusal);
        page.setVisible(shown.isPresent() && refusal.isEmpty());
        empty.setVisible(!page.isVisible());
        empty.setText(refusal.map(why -> Texts.format("units.refused", why)).orElse(Texts.get("units.none")));
    }

    private void showMade(Optional<Made> made) {
        course.setVisible(made.isPresent());
        examples.setVisible(made.isPresent());
        frame.setDisable(made.isEmpty());
        made.ifPresent(done -> {
            frame.setMax(Math.max(1, done.frames().size()));
            frame.setValue(frame.getMax());
            course.show(UnitFigures.course(done, value -> activation(done, value)));
            model.model()
                    .get()
                    .ifPresent(known ->
                            examples.show(UnitFigures.examples(known, done, value -> activation(done, value))));
            resize(examples);
        });
        drawInput();
        drawAll();
    }

    /** The input that is seen: what emerges, or what was made, or what there was on the way. */
    private Optional<Tensor> shown() {
        Optional<Tensor> emerging = model.emerging().get();
        return emerging.isPresent() ? emerging : model.made().get().map(done -> atFrame(done));
    }

    private Tensor atFrame(Made done) {
        int chosen = (int) Math.round(frame.getValue());
        return chosen < done.frames().size() ? done.frames().get(chosen) : done.input();
    }

    private void drawInput() {
        Optional<Tensor> shown = shown();
        input.setVisible(shown.isPresent());
        frame.setVisible(shown.isPresent());
        results.subList(0, 2).forEach(result -> result.setVisible(shown.isPresent()));
        shown.ifPresent(tensor -> model.model().get().ifPresent(known -> {
            Figure drawn = UnitFigures.input(known.dataset(), tensor);
            input.setMinHeight(drawn instanceof TableFigure table ? table.height() : LEAST_INPUT);
            input.show(drawn);
        }));
        told.setText(
                model.emerging().get().isPresent()
                        ? Texts.get("units.emerging")
                        : model.made().get().map(this::story).orElse(Texts.get("units.teach")));
    }

    private String story(Made done) {
        int chosen = (int) Math.round(frame.getValue());
        if (chosen < done.frames().size()) {
            int step = done.at().get(chosen);
            return Texts.format(
                    "units.step.of", step, done.steps(), Numbers.significant(activation(done, done.course()[step]), 3));
        }
        String most = done.answer().excited().isEmpty()
                ? "\u2013"
                : Numbers.significant(
                        activation(done, done.answer().excited().get(0).value()), 3);
        String part = Texts.get("units.part." + done.answer().part().name().toLowerCase(Locale.ROOT));
        return Texts.format(
                "units.story",
                name(done.answer().unit()),
                Numbers.significant(activation(done, done.answer().activation()), 3),
                most,
                Numbers.count(done.answer().seen()),
                part);
    }

    private double activation(Made done, double value) {
        return model.model()
                .get()
                .flatMap(known -> model.layer()
                        .get()
                        .map(layer -> known.activation(layer, done.answer().unit(), value)))
                .orElse(value);
    }

    private String name(int unit) {
        Function<UnitLayer, String> called = layer ->
                model.model().get().map(known -> known.name(layer, unit)).orElse("");
        return model.layer()
                .get()
                .map(layer -> layer.id() + " \u00b7 " + called.apply(layer))
                .orElse("");
    }

    private void drawAll() {
        Optional<UnitLayer> layer = model.layer().get();
        all.setVisible(!model.all().isEmpty());
        results.get(2).setVisible(model.all().size() > 1);
        if (layer.isPresent() && model.model().get().isPresent()) {
            all.show(UnitFigures.all(
                    model.model().get().get(),
                    layer.get(),
                    model.all(),
                    model.made().get().map(done -> done.answer().unit()).orElse(-1)));
            resize(all);
        }
    }

    /** Tiles are as high as they need at their width. */
    private static void resize(FigureView view) {
        if (view.figureProperty().get() instanceof TilesFigure tiles && view.getWidth() > 0) {
            view.setMinHeight(tiles.height(view.getWidth()));
            view.setPrefHeight(tiles.height(view.getWidth()));
        }
    }
}
