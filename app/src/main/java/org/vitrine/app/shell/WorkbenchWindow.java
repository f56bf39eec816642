package org.vitrine.app.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.vitrine.app.action.Actions;
import org.vitrine.app.settings.SettingsStore;
import org.vitrine.app.settings.Theme;

/** The frame: menus above, the rail at the left, one stage in the middle, the status bar below. */
public final class WorkbenchWindow {
    private static final double BASE_SIZE = 13;

    private final Stage window;
    private final SettingsStore settings;
    private final ObjectProperty<StageId> stage = new SimpleObjectProperty<>(StageId.HOME);
    private final BorderPane frame = new BorderPane();
    private final StackPane centre = new StackPane();
    private final Map<StageId, Node> made = new EnumMap<>(StageId.class);
    private final Notices notices = new Notices(centre);

    public WorkbenchWindow(Stage window, SettingsStore settings) {
        this.window = window;
        this.settings = settings;
        Fonts.load();
    }

    /** The stage that shows; set it to go there. */
    public ObjectProperty<StageId> stage() {
        return stage;
    }

    public Notices notices() {
        return notices;
    }

    public Stage window() {
        return window;
    }

    /**
     * Fills the frame and shows the window.
     *
     * @param stages each is made when it is first gone to: styles of nodes that nobody sees would take most of the start
     */
    public void show(Map<StageId, Supplier<Node>> stages, Actions actions, Node statusBar) {
        CommandPalette palette = new CommandPalette(actions);
        actions.add("palette", "Shortcut+K", palette::open);
        stage.subscribe(id -> {
            made.computeIfAbsent(id, wanted -> make(stages, wanted));
            made.forEach((other, node) -> node.setVisible(other == id));
        });

        frame.setTop(new HeaderBar(actions));
        frame.setLeft(new StageRail(stage));
        frame.setCenter(notices.node());
        frame.setBottom(statusBar);
        StackPane root = new StackPane(frame, palette);
        Scene scene = new Scene(root, settings.get().width(), settings.get().height());
        scene.getStylesheets().add(stylesheet("/org/vitrine/app/workbench.css"));
        settings.settings().subscribe(now -> {
            apply(now.theme(), root);
            // Everything is measured in em, so that it grows with the text.
            root.setStyle("-fx-font-size: " + BASE_SIZE * now.textPercent() / 100 + "px;");
        });
        window.setScene(scene);
        window.setMinWidth(960);
        window.setMinHeight(640);
        window.setOnHiding(event -> rememberSize(scene));
        window.show();
    }

    private Node make(Map<StageId, Supplier<Node>> stages, StageId id) {
        Node node = Objects.requireNonNull(stages.get(id), id.name()).get();
        centre.getChildren().add(node);
        return node;
    }

    /** Calls {@code taker} with a file or folder that is dropped on the window. */
    public void takeFiles(Consumer<Path> taker) {
        Scene scene = window.getScene();
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
        });
        scene.setOnDragDropped(event -> {
            List<File> files = event.getDragboard().getFiles();
            event.setDropCompleted(!files.isEmpty());
            files.stream().findFirst().map(File::toPath).ifPresent(taker);
        });
    }

    /** A page for a stage that has nothing to show yet: what to do next. */
    public static Node emptyState(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(520);
        label.getStyleClass().add("empty-state");
        VBox box = new VBox(label);
        box.setAlignment(javafx.geometry.Pos.CENTER);
        return box;
    }

    private void rememberSize(Scene scene) {
        if (!window.isMaximized()) {
            settings.update(now -> now.withSize(scene.getWidth(), scene.getHeight()));
        }
    }

    private static void apply(Theme theme, Node root) {
        Application.setUserAgentStylesheet(theme.stylesheet());
        root.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("dark"), theme == Theme.DARK);
    }

    private static String stylesheet(String resource) {
        return Objects.requireNonNull(WorkbenchWindow.class.getResource(resource), resource)
                .toExternalForm();
    }
}
