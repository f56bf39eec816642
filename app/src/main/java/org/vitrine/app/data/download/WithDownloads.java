package org.vitrine.app.data.download;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.Texts;

/** The catalogue with a way to larger data sets below it; they take its place until the user goes back. */
public final class WithDownloads extends StackPane {
    private final DownloadViewModel model;
    private final Node page;
    private final Consumer<String> show;
    private Optional<DownloadView> downloads = Optional.empty();

    /**
     * Shows the catalogue.
     *
     * @param show shows a data set of this id in the catalogue
     */
    public WithDownloads(Node catalogue, DownloadViewModel model, Consumer<String> show) {
        this.show = show;
        this.model = model;
        Label question = new Label(Texts.get("download.question"));
        question.getStyleClass().add("text-muted");
        Button open = new Button(Texts.get("download.open"), new FontIcon("mdi2c-cloud-download-outline"));
        open.setId("download-open");
        open.getStyleClass().add("flat");
        open.setOnAction(event -> open());
        HBox way = new HBox(8, question, open);
        way.setAlignment(Pos.CENTER_LEFT);
        way.getStyleClass().add("download-way");
        VBox.setVgrow(catalogue, Priority.ALWAYS);
        page = new VBox(catalogue, way);
        getChildren().setAll(page);
    }

    /** Shows what can be downloaded. */
    public void open() {
        DownloadView view = downloads.orElseGet(() -> new DownloadView(model, this::back, id -> {
            back();
            show.accept(id);
        }));
        downloads = Optional.of(view);
        getChildren().setAll(view);
    }

    private void back() {
        getChildren().setAll(page);
    }
}
