package org.vitrine.app.explain.card;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.shared.Texts;
import org.vitrine.attribution.credibility.CredibilityTexts;
import org.vitrine.attribution.credibility.Line;
import org.vitrine.attribution.credibility.Verdict;
import org.vitrine.charts.credibility.ShareCurves;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.PanelFrame;

/** All lines of a card, and for the chosen one its curves and what the metric measures. */
final class LinesPane extends HBox {
    private static final double HEIGHT = 320;
    private static final double SCROLL_BAR = 16;

    private final ListView<Line> list = new ListView<>();
    private final FigureView figure = new FigureView(() -> Texts.get("card.curves"));
    private final PanelFrame curves;
    private final Label formula = label("answer-text");
    private final Label threshold = label("answer-text");
    private final Label limits = label("answer-caution");
    private final Label reference = label("text-muted");
    private String map = "";
    private Optional<Verdict> whole = Optional.empty();

    LinesPane(PanelFrame.Exports exports) {
        list.setId("card-lines");
        list.setCellFactory(view -> new LineCell());
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> explain(now));
        PanelFrame card = new PanelFrame(
                new Panel(
                        "credibility",
                        Texts.get("card.title"),
                        list,
                        () -> list.getItems().isEmpty()
                                ? Optional.empty()
                                : Optional.of(CardFigures.card(
                                        Texts.format("card.head", map),
                                        list.getItems(),
                                        whole.orElse(Verdict.NOT_MEASURED))),
                        () -> list.getItems().isEmpty()
                                ? Optional.empty()
                                : Optional.of(CardFigures.cardTable(list.getItems()))),
                exports);
        figure.setPrefHeight(200);
        curves = new PanelFrame(
                Panel.of("credibility-curves", Texts.get("card.curves"), figure, () -> Optional.ofNullable(
                                list.getSelectionModel().getSelectedItem())
                        .flatMap(CardFigures::curveTable)),
                exports);
        VBox about = new VBox(8, curves, formula, threshold, limits, reference);
        about.setPadding(new Insets(0, 8, 0, 0));
        ScrollPane side = new ScrollPane(about);
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.getStyleClass().add("edge-to-edge");
        HBox.setHgrow(card, Priority.ALWAYS);
        HBox.setHgrow(side, Priority.ALWAYS);
        card.setPrefWidth(520);
        side.setPrefWidth(420);
        card.setMinWidth(260);
        side.setMinWidth(240);
        setSpacing(16);
        setPrefHeight(HEIGHT);
        setMinHeight(160);
        getChildren().addAll(card, side);
        explain(null);
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** @param named the map, for exports */
    void about(String named) {
        map = named;
    }

    /** Shows these lines; the metric that was chosen stays chosen. */
    void show(List<Line> lines, Optional<Verdict> verdict) {
        whole = verdict;
        Line before = list.getSelectionModel().getSelectedItem();
        String metric = before == null ? "deletion" : before.metric();
        if (!list.getItems().equals(lines)) {
            list.getItems().setAll(lines);
        }
        choose(metric);
    }

    void choose(String metric) {
        list.getItems().stream()
                .filter(line -> line.metric().equals(metric))
                .findFirst()
                .ifPresent(line -> {
                    list.getSelectionModel().select(line);
                    list.scrollTo(line);
                });
    }

    private void explain(@Nullable Line line) {
        CredibilityTexts texts = JudgedTexts.metrics();
        Optional<ShareCurves> drawn = Optional.ofNullable(line).flatMap(CardFigures::curves);
        curves.setVisible(drawn.isPresent());
        curves.setManaged(drawn.isPresent());
        drawn.ifPresent(figure::show);
        formula.setText(line == null ? "" : Texts.format("card.measured", texts.formula(line.metric())));
        threshold.setText(line == null ? "" : Texts.format("card.threshold", texts.threshold(line.metric())));
        limits.setText(line == null ? "" : Texts.get("explain.caution") + ": " + texts.limits(line.metric()));
        reference.setText(line == null ? "" : texts.reference(line.metric()));
        for (Label label : List.of(formula, threshold, limits, reference)) {
            label.setVisible(line != null);
            label.setManaged(line != null);
        }
    }

    /** Icon and word, the metric, and what it says. */
    private static final class LineCell extends ListCell<Line> {
        private final Label title = new Label();
        private final Label sentence = new Label();
        private final HBox head = new HBox(8);
        private final VBox box = new VBox(2, head, sentence);

        LineCell() {
            getStyleClass().add("card-line");
            title.getStyleClass().add("card-title");
            head.setAlignment(Pos.CENTER_LEFT);
            sentence.setWrapText(true);
            sentence.setMinHeight(Region.USE_PREF_SIZE);
            // As wide as the list, so that sentences wrap instead of scrolling.
            setPrefWidth(0);
        }

        /** As high as the wrapped sentence needs; cells are asked without a width. */
        @Override
        protected double computePrefHeight(double width) {
            double room = getListView() == null ? width : getListView().getWidth() - SCROLL_BAR;
            return getGraphic() == null
                    ? super.computePrefHeight(width)
                    : box.prefHeight(room - snappedLeftInset() - snappedRightInset())
                            + snappedTopInset()
                            + snappedBottomInset();
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            title.setText(JudgedTexts.metrics().title(line.metric()));
            sentence.setText(JudgedTexts.metrics().sentence(line));
            head.getChildren().setAll(Signs.label(line.verdict()), title);
            setGraphic(box);
            setAccessibleText(
                    title.getText() + ": " + JudgedTexts.metrics().word(line.verdict()) + ". " + sentence.getText());
        }
    }
}
