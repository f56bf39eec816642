package org.vitrine.app.explain.places;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.vitrine.app.shared.PlaceNames;
import org.vitrine.app.shared.WordSteps;
import org.vitrine.attribution.Places;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.format.Visible;
import org.vitrine.datasets.Tensor;

/** A button for each place with what the model says there, in reading order. */
final class PlaceChips extends ScrollPane {
    private static final double HIGH = 150;

    private final IntConsumer choose;
    private final FlowPane chips = new FlowPane(4, 4) {
        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            bringIntoView();
        }
    };
    private final Map<Integer, ToggleButton> buttons = new HashMap<>();
    private Optional<ToggleButton> chosen = Optional.empty();

    PlaceChips(IntConsumer choose) {
        this.choose = choose;
        setId("place-chips");
        setContent(chips);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(64);
        chips.heightProperty().subscribe(high -> setPrefViewportHeight(Math.min(HIGH, high.doubleValue())));
        getStyleClass().add("edge-to-edge");
    }

    /** @param words of the input, one for each step that is no padding; empty where there are none */
    void show(PlaceNames names, Told told, Tensor input, List<String> words) {
        chips.getChildren().clear();
        buttons.clear();
        for (int place = 0; place < told.count(); place++) {
            if (told.isReal(place)) {
                ToggleButton button = button(names, told, place, input, words);
                buttons.put(place, button);
                chips.getChildren().add(button);
            }
        }
    }

    private ToggleButton button(PlaceNames names, Told told, int place, Tensor input, List<String> words) {
        Label above = new Label(read(names, place, input, words));
        above.getStyleClass().add("text-muted");
        String said = said(names, told, place);
        VBox both = new VBox(above, new Label(said));
        both.getStyleClass().add("place-chip-text");
        ToggleButton button = new ToggleButton();
        button.setGraphic(both);
        button.getStyleClass().add("place-chip");
        button.setId("place-" + place);
        button.setAccessibleText(names.where(place) + ": " + said);
        button.setOnAction(event -> {
            button.setSelected(true);
            choose.accept(place);
        });
        return button;
    }

    /** The word that is read at a place, else its numbers. */
    private static String read(PlaceNames names, int place, Tensor input, List<String> words) {
        int step = words.isEmpty() ? -1 : names.step(place, input.size());
        int word = step < 0 ? -1 : WordSteps.word(input, step);
        return word >= 0 && word < words.size() ? Visible.name(words.get(word)) : number(names, place);
    }

    private static String number(PlaceNames names, int place) {
        return names.columns().isEmpty()
                ? Places.text(names.places().position(place))
                : names.columns().get(place);
    }

    /** The class that is told at a place, or the value. */
    static String said(PlaceNames names, Told told, int place) {
        return names.places().single()
                ? Numbers.significant(told.greatest(place), 2)
                : Visible.name(names.scores().get(told.best(place)));
    }

    void mark(int place) {
        buttons.forEach((at, button) -> button.setSelected(at == place));
        chosen = Optional.ofNullable(buttons.get(place));
        chips.requestLayout();
    }

    /** Once the chips lie where they belong. */
    private void bringIntoView() {
        Optional<ToggleButton> chip = chosen;
        chosen = Optional.empty();
        chip.ifPresent(this::bringIntoView);
    }

    private void bringIntoView(ToggleButton chip) {
        double high = getViewportBounds().getHeight();
        double hidden = chips.getHeight() - high;
        double top = chip.getBoundsInParent().getMinY();
        double seen = getVvalue() * hidden;
        if (hidden > 0 && (top < seen || chip.getBoundsInParent().getMaxY() > seen + high)) {
            setVvalue(Math.max(0, Math.min(1, top / hidden)));
        }
    }
}
