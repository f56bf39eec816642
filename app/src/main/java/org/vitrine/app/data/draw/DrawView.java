package org.vitrine.app.data.draw;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Texts;

/** Where data are drawn by hand: points, digits, spoken words. What is saved goes on to the wizard for the user's own files. */
public final class DrawView extends VBox {
    private final Background background;
    private final Consumer<Path> saved;
    private final Consumer<String> errors;

    /**
     * @param saved takes the file or folder that was written
     * @param errors shows one message to the user
     * @param back leaves
     */
    public DrawView(
            DrawnFiles files, Background background, Consumer<Path> saved, Consumer<String> errors, Runnable back) {
        super(8);
        this.background = background;
        this.saved = saved;
        this.errors = errors;
        getStyleClass().add("draw-view");
        Button leave = new Button(Texts.get("import.back"), new FontIcon("mdi2a-arrow-left"));
        leave.setId("draw-back");
        leave.setOnAction(event -> back.run());
        Label title = new Label(Texts.get("draw.title"));
        title.getStyleClass().add("stage-title");
        HBox head = new HBox(12, leave, title);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("data-head");
        Tab points = new Tab(Texts.get("draw.points"), new PointsPane(files, this::save));
        Tab digits = new Tab(Texts.get("draw.digits"), new DigitsPane(files, this::save));
        Tab sounds = new Tab(Texts.get("draw.sounds"), new SoundsPane(files, background, this::save));
        TabPane tabs = new TabPane(points, digits, sounds);
        tabs.setId("draw-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        getChildren().addAll(head, tabs);
    }

    private void save(Callable<Path> write) {
        background.run(
                write,
                saved,
                failure -> errors.accept(Texts.format("draw.failed", String.valueOf(failure.getMessage()))));
    }
}
