package org.vitrine.app.explain;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.vitrine.app.explain.ExplainPages.Page;
import org.vitrine.app.explain.write.TranslatingView;
import org.vitrine.app.explain.write.WritingView;
import org.vitrine.charts.panel.PanelFrame;

/** The Explain stage: the page of the model that is shown. Pages are made when they are first needed. */
public final class ExplainStage extends StackPane {
    private final Map<Page, Node> made = new EnumMap<>(Page.class);

    /**
     * A stage.
     *
     * @param heatmaps makes the page of models whose decisions can be explained
     * @param exports writes panels to files
     */
    public ExplainStage(ExplainPages pages, Supplier<ExplainView> heatmaps, PanelFrame.Exports exports) {
        pages.page().subscribe(page -> getChildren().setAll(made.computeIfAbsent(page, wanted -> switch (wanted) {
            case HEATMAPS -> new ModelView(pages, heatmaps, exports);
            case WRITING -> new WritingView(pages.writing());
            case TRANSLATING -> new TranslatingView(pages.translating());
        })));
    }
}
