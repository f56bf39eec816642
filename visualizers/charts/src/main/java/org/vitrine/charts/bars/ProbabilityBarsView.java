package org.vitrine.charts.bars;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vitrine.charts.canvas.Stylesheet;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.i18n.Messages;

/** One row per class: name, bar, probability; the true and the predicted class are marked, a click chooses a class. */
public final class ProbabilityBarsView extends VBox {
    private static final String COLOR = "-color-accent-emphasis";
    private static final String QUIET = "-color-neutral-emphasis";
    private static final double SHORTEST_NAME = 24;
    private static final double LONGEST_NAME = 110;

    private final IntConsumer choose;
    private final List<Label> names = new ArrayList<>();

    /**
     * What is shown.
     *
     * @param probabilities one per class name
     * @param actual the true class, if known
     * @param chosen the class that is explained
     */
    public record Content(List<String> names, List<Double> probabilities, OptionalInt actual, OptionalInt chosen) {
        public Content {
            names = List.copyOf(names);
            probabilities = List.copyOf(probabilities);
            if (names.size() != probabilities.size()) {
                throw new IllegalArgumentException(
                        names.size() + " classes, but " + probabilities.size() + " probabilities");
            }
        }

        int predicted() {
            int best = 0;
            for (int i = 1; i < probabilities.size(); i++) {
                best = probabilities.get(i) > probabilities.get(best) ? i : best;
            }
            return best;
        }
    }

    /** @param choose called with the index of the class that is clicked */
    public ProbabilityBarsView(IntConsumer choose) {
        this.choose = choose;
        getStyleClass().addAll("vitrine-chart", "bars-view");
        sceneProperty().addListener((o, was, now) -> alignNames());
        showNothing();
    }

    /** Shows that there is no prediction. */
    public void showNothing() {
        names.clear();
        Label empty = new Label(Messages.text("bars.probabilities.empty"));
        empty.getStyleClass().add("empty-text");
        empty.setWrapText(true);
        getChildren().setAll(empty);
        setAccessibleText(empty.getText());
    }

    public void show(Content content) {
        getChildren().clear();
        names.clear();
        int predicted = content.predicted();
        for (int i = 0; i < content.names().size(); i++) {
            getChildren().add(row(content, i, predicted));
        }
        alignNames();
        setAccessibleText(
                Messages.text("bars.probabilities.describe", content.names().size()));
    }

    private ToggleButton row(Content content, int index, int predicted) {
        double probability = content.probabilities().get(index);
        Label name = new Label(content.names().get(index));
        name.getStyleClass().add("bar-name");
        names.add(name);
        BarTrack track = new BarTrack(0, probability, false, index == predicted ? COLOR : QUIET);
        // A box too narrow takes from all it holds alike, so the bar asks for little and grows into what is left.
        track.setPrefWidth(track.getMinWidth());
        HBox.setHgrow(track, Priority.ALWAYS);
        Label value = new Label(Numbers.percent(probability));
        value.getStyleClass().add("bar-value");
        value.setMinWidth(52);
        boolean actual = content.actual().equals(OptionalInt.of(index));
        Label mark = new Label(marks(actual, index == predicted));
        mark.getStyleClass().add(actual ? "bar-mark-true" : "bar-mark");
        mark.setPrefWidth(64);
        HBox box = new HBox(8, name, track, value, mark);
        box.setAlignment(Pos.CENTER_LEFT);
        ToggleButton row = new ToggleButton();
        row.setGraphic(box);
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.getStyleClass().add("bar-row");
        row.setId("class-" + index);
        row.setMaxWidth(Double.MAX_VALUE);
        box.prefWidthProperty().bind(row.widthProperty().subtract(18));
        row.setSelected(content.chosen().equals(OptionalInt.of(index)));
        row.setAccessibleText(
                Messages.text("bars.probabilities.row", content.names().get(index), Numbers.percent(probability)));
        row.setOnAction(event -> choose.accept(index));
        return row;
    }

    /** All names get the width of the longest, so that the bars begin together; widths are known once styled. */
    private void alignNames() {
        if (getScene() == null || names.isEmpty()) {
            return;
        }
        names.forEach(name -> name.setPrefWidth(USE_COMPUTED_SIZE));
        applyCss();
        double longest =
                names.stream().mapToDouble(name -> name.prefWidth(-1)).max().orElse(0);
        double width = Math.max(SHORTEST_NAME, Math.min(Math.ceil(longest), LONGEST_NAME));
        names.forEach(name -> name.setPrefWidth(width));
    }

    private static String marks(boolean actual, boolean predicted) {
        if (actual && predicted) {
            return Messages.text("bars.correct");
        }
        return actual ? Messages.text("bars.true") : predicted ? Messages.text("bars.predicted") : "";
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.url();
    }
}
