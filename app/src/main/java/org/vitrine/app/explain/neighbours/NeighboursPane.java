package org.vitrine.app.explain.neighbours;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vitrine.app.explain.asking.Answer;
import org.vitrine.app.shared.Labelled;
import org.vitrine.app.shared.Shown;
import org.vitrine.app.shared.Texts;
import org.vitrine.attribution.neighbours.Distance;
import org.vitrine.attribution.neighbours.Influence;
import org.vitrine.attribution.neighbours.NeighbourQuestion;
import org.vitrine.charts.evaluation.TilesFigure;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.charts.panel.Table;
import org.vitrine.runs.event.RankedExample;
import org.vitrine.runs.event.SessionEvent.InfluenceFound;
import org.vitrine.runs.event.SessionEvent.NearestFound;
import org.vitrine.runs.session.NearestRequest;

/** A strip that opens rows of training examples: those most alike, and those that pushed the decision; one of them stands large. */
public final class NeighboursPane extends VBox {
    private static final double LARGE = 220;
    private static final List<Integer> SAMPLES = List.of(500, NearestRequest.EXAMPLES, 10_000, 0);

    private final NeighboursViewModel model;
    private final ToggleButton open = new ToggleButton(Texts.get("neighbours.open"));
    private final ComboBox<String> layers = new ComboBox<>();
    private final Label help = new Label(Texts.get("neighbours.help"));
    private final ProgressBar progress = new ProgressBar();
    private final Button stop = new Button(Texts.get("neighbours.stop"));
    private final FigureView large = new FigureView(() -> Texts.get("neighbours.large"));
    private final TilesRow nearest;
    private final TilesRow proponents;
    private final TilesRow opponents;
    private boolean offering;

    /** @param exports writes panels to files */
    public NeighboursPane(NeighboursViewModel model, PanelFrame.Exports exports) {
        this.model = model;
        setId("neighbours");
        getStyleClass().add("credibility-card");
        nearest = new TilesRow("nearest", this::nearestTable, exports, found -> enlarge(found, distanceName()));
        proponents = new TilesRow("towards", this::influenceTable, exports, found -> enlarge(found, influenceName()));
        opponents = new TilesRow("against", this::influenceTable, exports, found -> enlarge(found, influenceName()));
        open.setId("neighbours-open");
        open.selectedProperty().bindBidirectional(model.wanted());
        help.getStyleClass().add("text-muted");
        help.setWrapText(true);
        HBox.setHgrow(help, Priority.ALWAYS);
        help.setMaxWidth(Double.MAX_VALUE);
        open.setMinWidth(Region.USE_PREF_SIZE);
        progress.setId("neighbours-progress");
        progress.setPrefWidth(120);
        stop.setId("neighbours-stop");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(event -> model.stop());
        HBox strip = new HBox(8, open, help, progress, stop);
        strip.setAlignment(Pos.CENTER_LEFT);
        large.setId("neighbours-large");
        large.setMinWidth(LARGE + 20);
        large.setMaxWidth(LARGE + 20);
        HBox pushing = new HBox(8, proponents.frame(), opponents.frame());
        HBox.setHgrow(proponents.frame(), Priority.ALWAYS);
        HBox.setHgrow(opponents.frame(), Priority.ALWAYS);
        proponents.frame().setPrefWidth(1);
        opponents.frame().setPrefWidth(1);
        VBox rows = new VBox(8, nearest.frame(), pushing);
        HBox.setHgrow(rows, Priority.ALWAYS);
        VBox content = new VBox(8, choices(), new HBox(8, rows, large));
        content.setId("neighbours-rows");
        content.visibleProperty().bind(model.wanted());
        help.visibleProperty().bind(model.wanted().not());
        for (Node node : List.of(content, progress, stop)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        managedProperty().bind(visibleProperty());
        setSpacing(8);
        getChildren().addAll(strip, content);
        model.subject().subscribe((before, subject) -> {
            setVisible(subject.isPresent());
            if (!subject.map(NeighboursViewModel.Subject::dataset)
                    .equals(before.map(NeighboursViewModel.Subject::dataset))) {
                List.of(nearest, proponents, opponents).forEach(row -> row.say(""));
            }
        });
        setVisible(model.subject().get().isPresent());
        model.nearest().subscribe(state -> showNearest(state));
        model.influence().subscribe(state -> showInfluence(state));
    }

    private FlowPane choices() {
        layers.setId("neighbours-layer");
        layers.setMinWidth(110);
        layers.setAccessibleText(Texts.get("neighbours.layer"));
        layers.valueProperty().addListener((property, before, now) -> {
            if (!offering && now != null) {
                model.settings().set(model.settings().get().withLayer(now));
            }
        });
        return new FlowPane(
                16,
                8,
                new Labelled(Texts.get("neighbours.layer"), layers),
                new Labelled(
                        Texts.get("neighbours.distance"),
                        choice("distance", List.of(Distance.values()), Distance.COSINE, chosen -> model.settings()
                                .set(model.settings().get().withDistance(chosen)))),
                new Labelled(
                        Texts.get("neighbours.parameters"),
                        choice(
                                "parameters",
                                List.of(NeighbourQuestion.LAST_LAYER, NeighbourQuestion.ALL_PARAMETERS),
                                NeighbourQuestion.LAST_LAYER,
                                chosen -> model.settings()
                                        .set(model.settings().get().withParameters(chosen)))),
                new Labelled(
                        Texts.get("neighbours.measure"),
                        choice("measure", List.of(Influence.values()), Influence.DOT, chosen -> model.settings()
                                .set(model.settings().get().withMeasure(chosen)))),
                new Labelled(
                        Texts.get("neighbours.examples"),
                        choice("examples", SAMPLES, NearestRequest.EXAMPLES, chosen -> model.settings()
                                .set(model.settings().get().withExamples(chosen)))));
    }

    /** A choice whose values have texts such as {@code neighbours.distance.COSINE}. */
    private static <T> ComboBox<T> choice(String what, List<T> values, T usual, java.util.function.Consumer<T> chosen) {
        ComboBox<T> box = new ComboBox<>(FXCollections.observableArrayList(values));
        box.setId("neighbours-" + what);
        box.setConverter(new Shown<>(value -> value instanceof Integer count && count > 0
                ? Numbers.count(count)
                : Texts.get("neighbours." + what + "." + value)));
        box.setValue(usual);
        box.valueProperty().addListener((property, before, now) -> chosen.accept(now));
        return box;
    }

    private TrainingTiles tiles(int decided) {
        return new TrainingTiles(
                model.subject().get().orElseThrow().dataset(), decided < 0 ? Optional.empty() : Optional.of(decided));
    }

    private String distanceName() {
        return Texts.get(
                model.settings().get().distance() == Distance.COSINE
                        ? "neighbours.column.angle"
                        : "neighbours.column.distance");
    }

    private String influenceName() {
        return Texts.get(
                model.settings().get().measure() == Influence.DOT
                        ? "neighbours.column.influence"
                        : "neighbours.column.cosine");
    }

    private Optional<Table> nearestTable() {
        return model.nearest().get().done().map(found -> tiles(-1).table(found.values(), distanceName()));
    }

    private Optional<Table> influenceTable() {
        return model.influence().get().done().map(found -> tiles(-1).table(found.values(), influenceName()));
    }

    private void showNearest(Answer<Found<NearestFound>> state) {
        showProgress();
        large.setVisible(false);
        if (state instanceof Answer.Done<Found<NearestFound>> done) {
            NearestFound answer = done.found().answer();
            offer(answer);
            nearest.show(answer.nearest(), tiles(answer.predicted()), line(answer));
            if (!answer.nearest().isEmpty()) {
                enlarge(answer.nearest().get(0), distanceName());
            }
        } else if (state instanceof Answer.Computing) {
            nearest.await(line(state));
        } else {
            nearest.say(line(state));
        }
    }

    private void offer(NearestFound answer) {
        offering = true;
        layers.getItems().setAll(answer.layers());
        layers.setValue(answer.layer());
        offering = false;
    }

    private String line(NearestFound answer) {
        String where = Texts.format(
                answer.pooled() ? "neighbours.compared.pooled" : "neighbours.compared",
                Numbers.count(answer.examples()),
                answer.layer());
        if (answer.agreement().isEmpty()) {
            return where;
        }
        long agreeing =
                Math.round(answer.agreement().getAsDouble() * answer.nearest().size());
        return Texts.format(
                        "neighbours.agreement",
                        Numbers.count(agreeing),
                        Numbers.count(answer.nearest().size()),
                        targetName(answer.predicted()))
                + " " + where;
    }

    private String targetName(int target) {
        return model.subject().get().orElseThrow().dataset().targetNames().get(target);
    }

    private void showInfluence(Answer<Found<InfluenceFound>> state) {
        showProgress();
        if (state instanceof Answer.Done<Found<InfluenceFound>> done) {
            InfluenceFound answer = done.found().answer();
            TrainingTiles tiles = tiles(answer.target());
            String states = answer.checkpoints() == 0
                    ? Texts.get("neighbours.states.last")
                    : answer.checkpoints() == 1
                            ? Texts.get("neighbours.states.one")
                            : Texts.format("neighbours.states", Numbers.count(answer.checkpoints()));
            proponents.show(answer.proponents(), tiles, decision("towards", answer) + " " + states);
            opponents.show(
                    answer.opponents(),
                    tiles,
                    answer.opponents().isEmpty() ? Texts.get("neighbours.noneAgainst") : decision("against", answer));
        } else if (state instanceof Answer.Computing) {
            proponents.await(line(state));
            opponents.await("");
        } else {
            proponents.say(line(state));
            opponents.say("");
        }
    }

    private String decision(String side, InfluenceFound answer) {
        return answer.target() < 0
                ? Texts.get("neighbours." + side + ".value")
                : Texts.format("neighbours." + side + ".class", targetName(answer.target()));
    }

    private static String line(Answer<?> state) {
        if (state instanceof Answer.Computing) {
            return Texts.get("neighbours.waiting");
        }
        return state instanceof Answer.Failed<?> failed ? failed.message() : Texts.get("neighbours.stopped");
    }

    private void showProgress() {
        Answer<?> first = model.nearest().get();
        Answer<?> state =
                first instanceof Answer.Computing ? first : model.influence().get();
        boolean waiting = state instanceof Answer.Computing;
        progress.setVisible(waiting);
        stop.setVisible(waiting);
        if (state instanceof Answer.Computing<?> now) {
            progress.setProgress(now.share());
        }
    }

    private void enlarge(RankedExample found, String valueName) {
        TilesFigure.Tile tile = tiles(-1).large(found, valueName);
        TilesFigure figure = new TilesFigure(List.of(tile), LARGE, -1);
        large.setPrefHeight(figure.height(LARGE + 20));
        large.setMinHeight(large.getPrefHeight());
        large.setMaxHeight(large.getPrefHeight());
        large.show(figure);
        large.setVisible(true);
        for (TilesRow row : List.of(nearest, proponents, opponents)) {
            row.mark(found.example());
        }
    }
}
