package org.vitrine.app.design.forecast;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vitrine.app.shared.Texts;

/** Says what the tint of the nodes means. */
final class Legend extends VBox {
    private final Label title = new Label();
    private final Label most = new Label();

    Legend() {
        super(4);
        setId("analysis-legend");
        getStyleClass().add("analysis-legend");
        title.getStyleClass().add("analysis-legend-title");
        Region bar = new Region();
        bar.getStyleClass().add("analysis-legend-bar");
        bar.setPrefSize(96, 10);
        HBox scale = new HBox(6, new Label("0"), bar, most);
        scale.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, scale);
        setMouseTransparent(true);
    }

    void show(Quantity quantity, double largest) {
        title.setText(quantity.title());
        most.setText(largest > 0 ? quantity.text(largest) : Texts.get("analysis.legend.none"));
    }
}
