package org.vitrine.app.explain.places;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.vitrine.app.shared.PlaceNames;
import org.vitrine.attribution.Places;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.format.Visible;

/** A button for each place with what the model says there, in reading order. */
final class PlaceChips extends ScrollPane {
    private static final double HIGH = 150;

    private final IntConsumer choose;
    private final FlowPane chips = new FlowPane(4, 4);
    private final Map<Integer, ToggleButton> buttons = new HashMap<>();

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

    /** @param words of the input, one a step; empty where there are none */
    void show(PlaceNames names, Told told, List<String> words) {
        chips.getChildren().clear();
        buttons.clear();
        for (int place = 0; place < told.count(); place++) {
            if (told.isReal(place)) {
                ToggleButton button = button(names, told, place, words);
                buttons.put(place, button);
                chips.getChildren().add(button);
            }
        }
    }

    private ToggleButton button(PlaceNames names, Told told, int place, List<String> words) {
        Label above = new Label(read(names, place, words));
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
    private static String read(PlaceNames names, int place, List<String> words) {
        boolean told = names.places().kind() == Places.Kind.STEP && names.before() == 0;
        return told && place < words.size() ? Visible.name(words.get(place)) : number(names, place);
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
        Node chosen = buttons.get(place);
        if (chosen != null) {
            scrollTo(chosen);
        }
    }

    private void scrollTo(Node chip) {
        applyCss();
        layout();
        double hidden = chips.getHeight() - getViewportBounds().getHeight();
        double top = chip.getBoundsInParent().getMinY();
        double bottom = chip.getBoundsInParent().getMaxY();
        double seen = getVvalue() * hidden;
        if (hidden > 0 && (top < seen || bottom > seen + getViewportBounds().getHeight())) {
            setVvalue(Math.max(0, Math.min(1, top / hidden)));
        }
    }
}
