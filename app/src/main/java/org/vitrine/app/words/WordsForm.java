package org.vitrine.app.words;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.Texts;
import org.vitrine.runs.store.WordSettings;

/** Asks how vectors of words are to be trained. */
public final class WordsForm extends FlowPane {
    private final Spinner<Integer> dimensions =
            number("dimensions", 2, 1000, WordPlan.DEFAULT.settings().dimensions());
    private final Spinner<Integer> window =
            number("window", 1, 50, WordPlan.DEFAULT.settings().window());
    private final Spinner<Integer> leastCount =
            number("leastCount", 1, 1_000_000, WordPlan.DEFAULT.settings().leastCount());
    private final Spinner<Integer> epochs = number("epochs", 1, 1000, WordPlan.DEFAULT.epochs());
    private final Spinner<Integer> seed = number("seed", 0, Integer.MAX_VALUE, (int) WordPlan.DEFAULT.seed());

    /** @param train starts the training */
    public WordsForm(Consumer<WordPlan> train) {
        super(16, 8);
        setId("words-form");
        setAlignment(Pos.BOTTOM_LEFT);
        Button start = new Button(Texts.get("words.train"), new FontIcon("mdi2p-play"));
        start.setId("words-train");
        start.getStyleClass().add("accent");
        start.setOnAction(event -> train.accept(plan()));
        getChildren()
                .addAll(
                        field("dimensions", dimensions),
                        field("window", window),
                        field("leastCount", leastCount),
                        field("epochs", epochs),
                        field("seed", seed),
                        start);
    }

    private WordPlan plan() {
        WordSettings usual = WordPlan.DEFAULT.settings();
        return new WordPlan(
                new WordSettings("", value(dimensions), value(window), value(leastCount), usual.negatives()),
                value(epochs),
                WordPlan.DEFAULT.rate(),
                value(seed));
    }

    /** What stands in the field, also if Enter was not pressed; text that is no number gives the last value back. */
    private static int value(Spinner<Integer> spinner) {
        spinner.commitValue();
        return spinner.getValue();
    }

    private static Spinner<Integer> number(String key, int least, int most, int usual) {
        Spinner<Integer> spinner = new Spinner<>(least, most, usual);
        spinner.setId("words-" + key);
        spinner.setEditable(true);
        spinner.setPrefWidth(104);
        spinner.setAccessibleText(Texts.get("words." + key));
        spinner.getValueFactory().setConverter(new WholeNumbers(spinner::getValue));
        return spinner;
    }

    private static VBox field(String key, Spinner<Integer> spinner) {
        Label name = new Label(Texts.get("words." + key));
        name.getStyleClass().add("text-muted");
        name.setLabelFor(spinner);
        return new VBox(2, name, spinner);
    }
}
