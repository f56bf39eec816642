package org.vitrine.app.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.explain.attention.AttentionPane;
import org.vitrine.app.explain.card.CardPane;
import org.vitrine.app.explain.neighbours.NeighboursPane;
import org.vitrine.app.explain.places.PlacesPane;
import org.vitrine.app.explain.places.Said;
import org.vitrine.app.project.FileDialogs;
import org.vitrine.app.project.PanelExports;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Texts;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.charts.examples.ExampleStrip;
import org.vitrine.runs.session.AttributionRequest;

/** The Explain stage: examples above, the input with its heatmaps large, probabilities and reading help at the right. */
public final class ExplainView extends StackPane {
    private static final double LEAST_MAPS = 300;
    private static final double LEAST_SIDE = 264;
    private static final double MOST_SIDE = 360;

    private final ExplainViewModel model;
    private final BorderPane page = new BorderPane();
    private final StackPane drawing = new StackPane();
    private final AnswerPane answers;
    private final Label title = new Label();
    private final CardPane card;
    private final MethodList list;
    private final OptionsForm options;
    private final PlacesPane places;
    private final BorderPane maps = new BorderPane();
    private final ScrollPane left = new ScrollPane();
    private final ScrollPane side = new ScrollPane();
    private final PanelExports exports;
    private Optional<Explanation> explanation = Optional.empty();
    private String chosen = "";

    /** @param notices shows a message; errors shows a failure */
    public ExplainView(
            ExplainViewModel model,
            FileDialogs dialogs,
            Background background,
            Consumer<String> notices,
            Consumer<String> errors) {
        this.model = model;
        list = new MethodList(this::choose, model::stop);
        options = new OptionsForm(model::compute);
        exports = new PanelExports(dialogs, background, notices, errors);
        places = new PlacesPane(model.places(), exports);
        answers = new AnswerPane(index -> model.target().set(OptionalInt.of(index)), places, options, exports);
        card = new CardPane(model.card(), exports);
        title.getStyleClass().add("stage-title");
        title.setMinWidth(80);
        HBox strip = new HBox(16, title, new FilterBar(model));
        strip.getStyleClass().add("strip");
        strip.setAlignment(Pos.CENTER_LEFT);
        ExampleStrip examples = new ExampleStrip(
                model.examples(), index -> Examples.item(model.subject().get().orElseThrow(), index));
        examples.selectedProperty().bindBidirectional(model.example());
        page.setTop(new VBox(strip, examples));
        drawing.setStyle("-fx-padding: 12 16 16 16;");
        left.setContent(list);
        left.setFitToWidth(true);
        left.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        left.getStyleClass().add("edge-to-edge");
        left.setMinWidth(Region.USE_PREF_SIZE);
        side.setContent(answers);
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.getStyleClass().add("edge-to-edge");
        side.prefWidthProperty()
                .bind(maps.widthProperty()
                        .map(width -> Math.max(LEAST_SIDE, Math.min(MOST_SIDE, 0.28 * width.doubleValue()))));
        maps.setCenter(drawing);
        maps.setLeft(left);
        maps.setRight(side);
        // What is open below takes room from the maps, but never all: then the page scrolls.
        maps.setMinHeight(LEAST_MAPS);
        VBox.setVgrow(maps, Priority.ALWAYS);
        page.setCenter(new PartsScroll(new VBox(
                maps,
                card,
                new AttentionPane(model.attention(), exports),
                new NeighboursPane(model.neighbours(), exports))));
        Label empty = new Label(Texts.get("explain.empty"));
        empty.getStyleClass().add("empty-state");
        empty.setWrapText(true);
        empty.setMaxWidth(520);
        empty.visibleProperty().bind(page.visibleProperty().not());
        getChildren().addAll(page, empty);

        model.subject().subscribe(this::showSubject);
        model.results().addListener((MapChangeListener<String, MethodResult>) change -> {
            if (change.getValueAdded() instanceof MethodResult.Computing) {
                list.show(inOrder(), model.refused(), chosen);
            } else {
                refresh();
            }
        });
        model.methods().subscribe(methods -> refresh());
        model.example().subscribe(example -> refresh());
        model.target().subscribe(target -> refresh());
        model.places().told().subscribe(told -> refresh());
        model.places().place().subscribe(place -> refresh());
    }

    private void showSubject(Optional<Subject> subject) {
        page.setVisible(subject.isPresent());
        explanation = subject.map(shown -> Explanations.of(shown.dataset().presentation(), this::choosePlace, exports));
        explanation.ifPresent(shown -> {
            shown.onChoose(this::choose);
            drawing.getChildren().setAll(shown.node());
        });
        title.setText(subject.map(Subject::title).orElse(""));
        chosen = "";
        refresh();
    }

    private Map<String, MethodResult> inOrder() {
        Map<String, MethodResult> inOrder = new LinkedHashMap<>();
        model.methods()
                .get()
                .forEach(method ->
                        inOrder.put(method, model.results().getOrDefault(method, new MethodResult.Waiting())));
        return inOrder;
    }

    private void choose(String method) {
        if (!method.equals(chosen)) {
            chosen = method;
            model.open(method);
            refresh();
        }
    }

    private void refresh() {
        if (model.subject().get().isEmpty() || model.example().get().isEmpty()) {
            drawing.setVisible(false);
            answers.clear();
            model.card().about(Optional.empty(), false);
            return;
        }
        Subject subject = model.subject().get().get();
        int example = model.example().get().getAsInt();
        List<String> methods = model.methods().get();
        if (!methods.contains(chosen) && !methods.isEmpty()) {
            chosen = methods.contains("integrated-gradients") ? "integrated-gradients" : methods.get(0);
        }
        Map<String, MethodResult> inOrder = inOrder();
        drawing.setVisible(true);
        List<String> words = Examples.words(subject, example);
        Optional<Said> said = said(subject);
        explanation.ifPresent(
                shown -> shown.show(subject, example, model.places().place().get(), inOrder, chosen));
        places.show(
                subject.places(),
                subject.dataset().presentation(),
                subject.dataset().test().example(example).inputs().row(0),
                words);
        answers.show(subject, example, said, model.target().get(), chosen, inOrder.get(chosen));
        list.show(inOrder, model.refused(), chosen);
        options.show(chosen, model.options(chosen), model.layers());
        model.read(example, words);
        String map = Texts.format("card.map", chosen.isEmpty() ? "" : MethodTexts.title(chosen), example);
        card.about(said.map(at -> map + ", " + at.where()).orElse(map), subject.scores());
        model.card().about(drawn(inOrder.get(chosen)), isCheap(chosen) && isSettled(inOrder));
    }

    /** What the model says at the chosen place; empty if it scores examples as a whole, or nothing is known yet. */
    private Optional<Said> said(Subject subject) {
        OptionalInt place = model.places().place().get();
        return subject.places()
                .filter(names -> place.isPresent())
                .flatMap(names ->
                        model.places().told().get().done().map(told -> new Said(names, told, place.getAsInt())));
    }

    private void choosePlace(double x, double y) {
        OptionalInt now = model.places().place().get();
        if (now.isPresent()) {
            model.subject()
                    .get()
                    .flatMap(Subject::places)
                    .flatMap(names -> names.at(x, y, now.getAsInt()))
                    .ifPresent(model.places()::choose);
        }
    }

    /** The map that is shown large, if it is there. */
    private Optional<AttributionRequest> drawn(@Nullable MethodResult result) {
        return result instanceof MethodResult.Done && model.target().get().isPresent()
                ? Optional.of(model.request(chosen))
                : Optional.empty();
    }

    /** Heatmaps come first: while some are awaited the worker judges none. */
    private static boolean isSettled(Map<String, MethodResult> results) {
        return results.values().stream().noneMatch(MethodResult.Waiting.class::isInstance);
    }

    private static boolean isCheap(String method) {
        return AttributionMethods.byId(method).filter(of -> !of.isExpensive()).isPresent();
    }
}
