package org.vitrine.app.train.panels;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.charts.panel.Table;
import org.vitrine.drawing.Figure;

/** A panel of the Train stage: controls, what it shows, and a text that teaches while there is nothing to show. */
abstract class WatchPanel {
    private final String id;
    private final Label empty = new Label();
    private final StackPane body = new StackPane();
    private final VBox node = new VBox(8);
    private Subscription following = Subscription.EMPTY;
    private Optional<WatchModel> model = Optional.empty();

    WatchPanel(String id) {
        this.id = id;
        empty.setWrapText(true);
        empty.setMaxWidth(460);
        empty.getStyleClass().add("empty-state");
        empty.setId("empty-" + id);
        empty.setText(teaching());
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinSize(0, 0);
        node.setMinSize(0, 0);
        // What nobody sees is not kept up to date.
        node.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                update();
            }
        });
    }

    /** Puts the parts together; once. */
    final void build(Region view, Node... controls) {
        // In a low panel it shrinks rather than reach over its controls.
        view.setMinSize(0, 0);
        body.getChildren().setAll(view, empty);
        node.getChildren().setAll(controls);
        node.getStyleClass().add(controls.length > 0 ? "watch-ruled" : "watch-bare");
        if (controls.length > 0) {
            // The menu that exports hangs over the corner.
            controls[0].getStyleClass().add("watch-controls");
        }
        node.getChildren().add(body);
    }

    private String teaching() {
        return Texts.get("panel." + id + ".empty");
    }

    /** Says why nothing is there yet, in the place of the text that teaches; that one stands where there is no reason. */
    final void explainEmptiness(ObservableValue<String> why) {
        empty.textProperty().bind(why.map(reason -> reason.isEmpty() ? teaching() : reason));
    }

    final String id() {
        return id;
    }

    final String title() {
        return Texts.get("panel." + id);
    }

    /** The panel in a frame that exports it. */
    final Node framed(PanelFrame.Exports exports) {
        return new PanelFrame(new Panel(id, title(), node, this::figure, this::table), exports);
    }

    /** Shows a run from now on. */
    void show(WatchModel shown) {
        following.unsubscribe();
        model = Optional.of(shown);
        following = shown.version().subscribe(version -> update());
    }

    final Optional<WatchModel> model() {
        return model;
    }

    final boolean isSeen() {
        return node.getScene() != null;
    }

    /** Shows the newest, if anybody looks. */
    final void update() {
        if (isSeen()) {
            setEmpty(model.isEmpty() || !refresh(model.get()));
        }
    }

    final void setEmpty(boolean nothing) {
        empty.setVisible(nothing);
        body.getChildren().get(0).setVisible(!nothing);
    }

    /** Shows what there is; false if there is nothing. */
    abstract boolean refresh(WatchModel shown);

    /** What is shown now, for paper. */
    abstract Optional<Figure> figure();

    /** All numbers behind it. */
    abstract Optional<Table> table();
}
