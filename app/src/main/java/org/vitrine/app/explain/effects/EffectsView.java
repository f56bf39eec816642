package org.vitrine.app.explain.effects;

import java.util.function.IntConsumer;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import org.vitrine.charts.panel.PanelFrame;

/** The page All data: importance at the left, dependence at the right; a bar that is clicked is the column that is looked at. */
public final class EffectsView extends BorderPane {
    private static final double LEFT = 0.46;

    /**
     * The page.
     *
     * @param exports writes panels to files
     * @param chosenExample told the test example that was chosen
     */
    public EffectsView(EffectsViewModel model, PanelFrame.Exports exports, IntConsumer chosenExample) {
        setId("effects");
        ImportancePane importance = new ImportancePane(model, exports, part -> {
            boolean known = model.subject()
                    .get()
                    .filter(of -> of.dependenceRefusal().isEmpty())
                    .filter(of -> of.columns().contains(part))
                    .isPresent();
            if (known) {
                model.vary(java.util.List.of(part), EffectsViewModel.CURVES);
            }
        });
        DependencePane dependence = new DependencePane(model, exports, chosenExample);
        importance.setStyle("-fx-padding: 12 16 16 16;");
        dependence.setStyle("-fx-padding: 12 16 16 16;");
        importance.setMinWidth(320);
        dependence.setMinWidth(360);
        SplitPane both = new SplitPane(importance, dependence);
        both.setDividerPositions(LEFT);
        both.getStyleClass().add("edge-to-edge");
        setCenter(both);
    }
}
