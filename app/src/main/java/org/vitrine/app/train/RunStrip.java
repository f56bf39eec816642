package org.vitrine.app.train;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.action.Action;
import org.vitrine.app.action.Actions;
import org.vitrine.app.shared.Texts;
import org.vitrine.runs.RunStatus;

/** The strip of controls over the curves; a button that is off says why in the line beside it. */
final class RunStrip extends HBox {

    RunStrip(TrainViewModel model, Actions actions, Node device) {
        getStyleClass().add("strip");
        Button start = button("train.start", "mdi2p-play", actions.get("startTraining"));
        start.getStyleClass().add("accent");
        Button pause = button("train.pause", "mdi2p-pause", actions.get("pauseTraining"));
        pause.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.get(
                                model.state().getValue().status() == RunStatus.PAUSED ? "train.goOn" : "train.pause"),
                        model.state()));
        Button stop = button("train.stop", "mdi2s-stop", actions.get("stopTraining"));

        Spinner<Integer> epochs = new Spinner<>(1, 1000, 5);
        epochs.setEditable(true);
        epochs.setPrefWidth(84);
        epochs.setId("more-epochs");
        epochs.setAccessibleText(Texts.get("train.more.epochs"));
        Button more = new Button(Texts.get("train.more"), new FontIcon("mdi2p-plus"));
        more.setId("train-more");
        more.disableProperty().bind(model.whyNotMore().isNotEmpty());
        more.setOnAction(event -> model.trainMore(epochs.getValue()));
        epochs.disableProperty().bind(more.disableProperty());

        Label why = new Label();
        why.setId("why-not-train");
        why.getStyleClass().add("why-not");
        why.textProperty().bind(actions.get("startTraining").whyNot());
        why.setMinWidth(0);
        HBox.setHgrow(why, Priority.ALWAYS);
        why.setMaxWidth(Double.MAX_VALUE);

        Region gap = new Region();
        gap.setMinWidth(8);
        setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(start, pause, stop, gap, more, epochs, new Label(Texts.get("train.more.epochs")), why, device);
    }

    private static Button button(String key, String icon, Action action) {
        Button button = new Button(Texts.get(key), new FontIcon(icon));
        button.setId(key.replace('.', '-'));
        button.disableProperty().bind(action.disabled());
        Tooltip tip = new Tooltip();
        tip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> action.isEnabled()
                                ? action.name()
                                : action.whyNot().getValue(),
                        action.whyNot()));
        button.setTooltip(tip);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
