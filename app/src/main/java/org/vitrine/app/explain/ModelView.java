package org.vitrine.app.explain;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.explain.inside.InsideView;
import org.vitrine.app.explain.inside.Inspector;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.examples.ExampleStrip;

/** A model whose decisions can be explained: heatmaps of why, or what happens inside. Asks for the inside when it is looked at. */
final class ModelView extends BorderPane {
    private final ExplainPages pages;
    private final ToggleButton inside = new ToggleButton(Texts.get("explain.inside"));
    private @Nullable Node insideView;

    ModelView(ExplainPages pages, Supplier<ExplainView> heatmaps) {
        this.pages = pages;
        Node heatmapView = heatmaps.get();
        ToggleButton why = new ToggleButton(Texts.get("explain.why"));
        why.setId("explain-why");
        inside.setId("explain-inside");
        why.getStyleClass().add("left-pill");
        inside.getStyleClass().add("right-pill");
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(why, inside);
        why.setSelected(true);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                setCenter(now == inside ? insideView() : heatmapView);
                look();
            }
        });
        HBox choice = new HBox(why, inside);
        choice.setStyle("-fx-padding: 8 16 0 16;");
        choice.setAlignment(Pos.CENTER_LEFT);
        choice.visibleProperty().bind(pages.inspector().map(Optional::isPresent));
        choice.managedProperty().bind(choice.visibleProperty());
        setTop(choice);
        setCenter(heatmapView);
        pages.inspector().subscribe(now -> look());
        pages.heatmaps().example().subscribe(example -> {
            if (inside.isSelected()) {
                pages.inside().choose(example);
            }
        });
    }

    private Node insideView() {
        Node made = insideView;
        if (made == null) {
            ExplainViewModel model = pages.heatmaps();
            ExampleStrip examples = new ExampleStrip(
                    model.examples(),
                    index -> Examples.item(model.subject().get().orElseThrow(), index));
            examples.selectedProperty().bindBidirectional(model.example());
            BorderPane page = new BorderPane(new InsideView(pages.inside()));
            page.setTop(examples);
            made = page;
            insideView = made;
        }
        return made;
    }

    private void look() {
        Optional<Inspector> inspector = pages.inspector().get();
        if (inspector.isEmpty()) {
            pages.inside().close();
        } else if (inside.isSelected()) {
            pages.inside().show(inspector.get(), pages.heatmaps().example().get());
        }
    }
}
