package org.vitrine.app.explain.places;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.vitrine.app.explain.asking.Answer;
import org.vitrine.app.shared.PlaceNames;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.format.Visible;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Tensor;

/** What a model says at each place of an example; a click, or its numbers, chooses the one that is explained. */
public final class PlacesPane extends VBox {
    /** Beyond so many no buttons: numbers choose then. */
    private static final int MOST_CHIPS = 600;

    private final PlacesViewModel model;
    private final Label hint = label("text-muted");
    private final Label chosen = label("answer-text");
    private final Label failure = label("failure");
    private final PlaceChips chips;
    private final PlacePicture picture;
    private final PlaceNumbers numbers;
    private Optional<PlaceLooks> shown = Optional.empty();
    private Optional<PlaceNames> named = Optional.empty();

    /** @param exports writes panels to files */
    public PlacesPane(PlacesViewModel model, PanelFrame.Exports exports) {
        this.model = model;
        chips = new PlaceChips(model::choose);
        picture = new PlacePicture(model::choose);
        numbers = new PlaceNumbers(
                new FlowPane(12, 8),
                place -> {
                    model.choose(place);
                    mark();
                },
                model::surest);
        chips.setVisible(false);
        chips.setManaged(false);
        hint.setText(Texts.get("places.hint"));
        chosen.setId("place-chosen");
        failure.setId("places-failure");
        getChildren()
                .add(new PanelFrame(
                        new Panel(
                                "places",
                                Texts.get("places.title"),
                                new VBox(8, hint, failure, picture, chips, numbers.pane(), chosen),
                                () -> shown.flatMap(looks -> at().map(looks::figure)),
                                () -> shown.map(PlaceLooks::table)),
                        exports));
        model.place().subscribe(place -> mark());
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private Optional<Integer> at() {
        OptionalInt place = model.place().get();
        return place.isPresent() ? Optional.of(place.getAsInt()) : Optional.empty();
    }

    /**
     * Shows an example; nothing for models that score examples as a whole.
     *
     * @param input without the batch axis
     * @param words of the input, one a step; empty where there are none
     */
    public void show(Optional<PlaceNames> names, Presentation presentation, Tensor input, List<String> words) {
        setVisible(names.isPresent());
        setManaged(names.isPresent());
        Answer<Told> answer = model.told().get();
        Optional<PlaceLooks> now =
                names.flatMap(of -> answer.done().map(told -> new PlaceLooks(of, told, presentation, input)));
        failure.setText(answer instanceof Answer.Failed<Told> failed ? failed.message() : "");
        failure.setManaged(!failure.getText().isEmpty());
        if (!names.equals(named)) {
            names.ifPresent(numbers::offer);
            named = names;
        }
        boolean other = !now.map(PlaceLooks::told).equals(shown.map(PlaceLooks::told));
        shown = now;
        if (other) {
            boolean buttons = now.filter(
                            looks -> looks.picture().isEmpty() && looks.told().count() <= MOST_CHIPS)
                    .isPresent();
            chips.setVisible(buttons);
            chips.setManaged(buttons);
            if (buttons) {
                now.ifPresent(looks -> chips.show(looks.names(), looks.told(), looks.input(), words));
            }
            mark();
        }
    }

    private void mark() {
        Optional<PlaceLooks.Picture> image = shown.flatMap(PlaceLooks::picture);
        boolean there = shown.isPresent() && at().isPresent();
        picture.setVisible(there && image.isPresent());
        picture.setManaged(picture.isVisible());
        numbers.pane().setVisible(there);
        numbers.pane().setManaged(there);
        chosen.setText("");
        if (there) {
            PlaceLooks looks = shown.get();
            int place = at().get();
            image.ifPresent(of -> picture.show(looks.names(), of, place));
            chips.mark(place);
            numbers.show(looks.names(), place, place == looks.told().surest());
            chosen.setText(said(looks.names(), looks.told(), place));
        }
    }

    /** Row 3, column 4: circle, 97 %. */
    private static String said(PlaceNames names, Told told, int place) {
        float greatest = told.greatest(place);
        return names.places().single()
                ? Texts.format("places.said.value", names.where(place), Numbers.significant(greatest, 3))
                : Texts.format(
                        "places.said",
                        names.where(place),
                        Visible.name(names.scores().get(told.best(place))),
                        Numbers.percent(greatest));
    }
}
