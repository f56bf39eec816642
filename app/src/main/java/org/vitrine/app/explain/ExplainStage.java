package org.vitrine.app.explain;

import java.util.function.Supplier;
import javafx.scene.layout.StackPane;
import org.vitrine.charts.panel.PanelFrame;

/** The Explain stage. */
public final class ExplainStage extends StackPane {

    /**
     * A stage.
     *
     * @param heatmaps makes the page of heatmaps
     * @param exports writes panels to files
     */
    public ExplainStage(ExplainPages pages, Supplier<ExplainView> heatmaps, PanelFrame.Exports exports) {
        getChildren().add(new ModelView(pages, heatmaps, exports));
    }
}
