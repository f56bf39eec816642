package org.vitrine.editor;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.vitrine.editor.layout.AutoLayout;
import org.vitrine.editor.look.Buttons;
import org.vitrine.editor.model.Texts;

/** How far the automatic layout is, with a button that stops it; not there for layouts that take no time. */
final class LayoutProgressBar extends HBox {
    private static final Duration PATIENCE = Duration.millis(250);

    LayoutProgressBar(AutoLayout layout) {
        setAlignment(Pos.CENTER_LEFT);
        setId("layout-progress");
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(layout.progressProperty());
        Button stop = Buttons.icon(MaterialDesignC.CLOSE, Texts.text("menu.cancelArrange"), layout::cancel);
        getChildren().addAll(bar, stop);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        PauseTransition patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(event -> setVisible(layout.runningProperty().get()));
        layout.runningProperty().addListener((observable, before, now) -> {
            if (now) {
                patience.playFromStart();
            } else {
                patience.stop();
                setVisible(false);
            }
        });
    }
}
