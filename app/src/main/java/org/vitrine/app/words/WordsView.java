package org.vitrine.app.words;

import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.bars.BarTrack;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.scatter.NamedScatterView;
import org.vitrine.datasets.words.WordVectors.Near;

/** Vectors of words to explore: a word, its nearest ones as a table and on a map, and an analogy. */
public final class WordsView extends StackPane {
    private final WordsViewModel model;
    private final GridPane table = new GridPane(12, 2);
    private final FlowPane answers = new FlowPane(12, 4);
    private final NamedScatterView map = new NamedScatterView();
    private final CompletionField search;

    public WordsView(WordsViewModel model) {
        this.model = model;
        search = new CompletionField(model::completions, model::search);
        search.setId("words-search");
        search.setPromptText(Texts.get("words.search"));
        Node page = page();
        Label empty = new Label(Texts.get("words.empty"));
        empty.getStyleClass().add("empty-state");
        empty.setWrapText(true);
        getChildren().addAll(page, empty);
        model.vectors().subscribe(shown -> {
            page.setVisible(shown.isPresent());
            empty.setVisible(shown.isEmpty());
        });
        model.word().subscribe(search::show);
        model.nearest().addListener((ListChangeListener<Near>) change -> showNearest());
        model.answers().addListener((ListChangeListener<Near>) change -> showAnswers());
        model.map().subscribe(now -> map.show(now.words(), now.x(), now.y()));
        showNearest();
    }

    private Node page() {
        Label facts = label("words-facts", "text-muted");
        model.vectors()
                .subscribe(shown -> facts.setText(shown.map(known -> Texts.format(
                                "words.facts", Numbers.count(known.words().size()), known.dimensions()))
                        .orElse("")));
        ColumnConstraints words = new ColumnConstraints();
        words.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().addAll(words, bars);
        table.getStyleClass().addAll("bars-view", "words-table");
        table.setId("words-nearest");
        ScrollPane scroll = new ScrollPane(table);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox left = new VBox(8, search, trouble("words-trouble", model.trouble()), facts, scroll);
        left.setPrefWidth(340);
        left.setMinWidth(280);
        map.setId("words-map");
        map.setOnMouseClicked(event -> openChosen());
        map.addEventHandler(javafx.scene.input.KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openChosen();
            }
        });
        VBox.setVgrow(map, Priority.ALWAYS);
        Label caption = label("words-map-caption", "text-muted");
        caption.setText(Texts.get("words.map"));
        VBox panel = new VBox(4, map, caption);
        panel.getStyleClass().add("panel");
        panel.setMinSize(0, 0);
        VBox.setVgrow(panel, Priority.ALWAYS);
        VBox right = new VBox(12, panel, analogy());
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        return new HBox(16, left, right);
    }

    private Node analogy() {
        CompletionField[] fields = new CompletionField[3];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = new CompletionField(
                    model::completions,
                    text -> model.ask(fields[0].getText(), fields[1].getText(), fields[2].getText()));
            fields[i].setPrefColumnCount(9);
            fields[i].setId("analogy-" + "abc".charAt(i));
            fields[i].setPromptText(Texts.get("words.analogy." + "abc".charAt(i)));
        }
        model.vectors().subscribe(shown -> List.of(fields).forEach(field -> field.show("")));
        HBox row = new HBox(
                8,
                fields[0],
                new Label(Texts.get("words.analogy.isTo")),
                fields[1],
                new Label(Texts.get("words.analogy.as")),
                fields[2],
                new Label(Texts.get("words.analogy.isToWhat")));
        row.setAlignment(Pos.CENTER_LEFT);
        answers.setId("words-answers");
        answers.setMinHeight(28);
        return new VBox(4, row, trouble("analogy-trouble", model.analogyTrouble()), answers);
    }

    private void openChosen() {
        int chosen = map.chosenProperty().get().orElse(-1);
        if (chosen >= 0 && chosen < map.names().size()) {
            model.search(map.names().get(chosen));
        }
    }

    private void showNearest() {
        table.getChildren().clear();
        for (int row = 0; row < model.nearest().size(); row++) {
            Near near = model.nearest().get(row);
            BarTrack bar = new BarTrack(0, Math.max(0, near.similarity()), false, "-color-accent-emphasis");
            bar.setMaxHeight(12);
            table.addRow(row, link(near), bar, new Label(text(near)));
        }
    }

    private void showAnswers() {
        answers.getChildren().clear();
        for (Near near : model.answers()) {
            Label similarity = new Label(text(near));
            similarity.getStyleClass().add("text-muted");
            HBox answer = new HBox(4, link(near), similarity);
            answer.setAlignment(Pos.CENTER_LEFT);
            answers.getChildren().add(answer);
        }
    }

    private Hyperlink link(Near near) {
        Hyperlink link = new Hyperlink(near.word());
        link.getStyleClass().add("word-link");
        link.setOnAction(event -> model.search(near.word()));
        return link;
    }

    private static String text(Near near) {
        return String.format(Locale.ROOT, "%.3f", near.similarity());
    }

    private static Label trouble(String id, javafx.beans.value.ObservableValue<String> text) {
        Label label = label(id, "failure");
        label.textProperty().bind(text);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private static Label label(String id, String style) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
