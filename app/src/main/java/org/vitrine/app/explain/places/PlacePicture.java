package org.vitrine.app.explain.places;

import java.util.function.IntConsumer;
import javafx.scene.layout.StackPane;
import org.vitrine.app.shared.PlaceNames;
import org.vitrine.charts.heatmap.HeatmapView;

/** What the model says as a picture, in which a click chooses a place. */
final class PlacePicture extends StackPane {
    private static final double SIDE = 168;

    private final HeatmapView view = HeatmapView.compact();
    private final IntConsumer choose;

    PlacePicture(IntConsumer choose) {
        this.choose = choose;
        setId("place-picture");
        view.setMaxWidth(SIDE);
        getChildren().add(view);
    }

    void show(PlaceNames names, PlaceLooks.Picture picture, int place) {
        view.imageProperty().set(picture.image());
        view.relevanceProperty().set(picture.relevance().orElse(null));
        view.markProperty().set(names.region(place).orElse(null));
        view.onPick((x, y) -> names.at(x, y, place).ifPresent(choose::accept));
    }
}
