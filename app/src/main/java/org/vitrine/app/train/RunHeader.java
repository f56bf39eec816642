package org.vitrine.app.train;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vitrine.app.shared.Promises;
import org.vitrine.app.shared.Texts;
import org.vitrine.runs.store.RunState;

/** Which run is shown, where it stands, and why it failed if it did. */
final class RunHeader extends VBox {

    RunHeader(TrainViewModel model) {
        setSpacing(8);
        Label title = new Label();
        title.getStyleClass().add("stage-title");
        title.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.run().get().map(run -> run.record().title()).orElse(Texts.get("stage.TRAIN")),
                        model.run()));
        Label status = new Label();
        status.setId("run-status");
        status.getStyleClass().add("card-family");
        status.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.get("status." + model.state().get().status().name()), model.state()));
        status.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> model.run().get().isPresent(), model.run()));
        Label device = new Label();
        device.setId("run-device");
        device.getStyleClass().add("text-muted");
        device.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.state().get().deviceName().orElse(""), model.state()));
        device.setTooltip(saying(device));
        title.setTooltip(saying(title));
        Label promise = new Label();
        promise.setId("run-promise");
        promise.getStyleClass().add("text-muted");
        promise.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.state()
                                .get()
                                .guarantees()
                                .map(Promises::brief)
                                .orElse(""),
                        model.state()));
        Tooltip conditions = new Tooltip();
        conditions.setWrapText(true);
        conditions.setMaxWidth(480);
        conditions
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.state()
                                .get()
                                .guarantees()
                                .map(Promises::full)
                                .orElse(""),
                        model.state()));
        promise.setTooltip(conditions);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(
                12,
                title,
                whole(status),
                device,
                whole(promise),
                gap,
                whole(new Label(Texts.get("train.progress.epoch"))),
                bar(model, RunHeader::epochProgress),
                whole(new Label(Texts.get("train.progress.total"))),
                bar(model, RunState::progress));
        top.setAlignment(Pos.CENTER_LEFT);

        Label trouble = new Label();
        trouble.setId("run-failure");
        trouble.getStyleClass().add("failure");
        trouble.setWrapText(true);
        trouble.textProperty()
                .bind(Bindings.createStringBinding(() -> trouble(model.state().get()), model.state()));
        Button goOn = new Button(Texts.get("train.goOnFromCheckpoint"));
        goOn.setId("resume-run");
        goOn.setMinWidth(Region.USE_PREF_SIZE);
        goOn.setOnAction(event -> model.goOn());
        goOn.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> model.state().get().isResumable(), model.state()));
        goOn.managedProperty().bind(goOn.visibleProperty());
        HBox below = new HBox(12, trouble, goOn);
        below.setAlignment(Pos.CENTER_LEFT);
        below.visibleProperty().bind(trouble.textProperty().isNotEmpty().or(goOn.visibleProperty()));
        below.managedProperty().bind(below.visibleProperty());
        getChildren().addAll(top, below);
    }

    /** What a narrow window cuts can be read in full. */
    private static Tooltip saying(Label label) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(label.textProperty());
        return tip;
    }

    /** What is short is never cut. */
    private static Label whole(Label label) {
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static ProgressBar bar(TrainViewModel model, java.util.function.ToDoubleFunction<RunState> progress) {
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(140);
        bar.setMinWidth(60);
        bar.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> progress.applyAsDouble(model.state().get()), model.state()));
        return bar;
    }

    private static double epochProgress(RunState state) {
        int perEpoch = state.started().map(start -> start.iterationsPerEpoch()).orElse(0);
        int done = state.iterationsDone();
        if (perEpoch == 0 || done == 0) {
            return 0;
        }
        return ((done - 1) % perEpoch + 1) / (double) perEpoch;
    }

    /** What went wrong and the way out; empty if nothing did. */
    private static String trouble(RunState state) {
        if (state.diverged().isPresent()) {
            return state.diverged()
                    .map(event -> event.what() + " " + String.join(" ", event.advice()))
                    .orElse("");
        }
        return state.failure()
                .map(failure -> failure.what() + ". " + failure.cure() + ".")
                .or(() -> state.fallback()
                        .map(back -> Texts.format("train.fellBack", back.wished(), back.used(), back.reason())))
                .orElse("");
    }
}
