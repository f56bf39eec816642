package org.vitrine.app.data.download;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.Texts;
import org.vitrine.datasets.download.DownloadTexts;

/** The list of public data sets at the left; what is to know of the chosen one, and its download, at the right. */
public final class DownloadView extends VBox {

    /**
     * Shows the list.
     *
     * @param back goes back to the catalogue
     * @param inCatalogue goes back and shows a data set of this id
     */
    public DownloadView(DownloadViewModel model, Runnable back, Consumer<String> inCatalogue) {
        DownloadTexts texts = new DownloadTexts(Locale.getDefault());
        setId("downloads");
        Button backButton = new Button(Texts.get("download.back"), new FontIcon("mdi2a-arrow-left"));
        backButton.setId("download-back");
        backButton.getStyleClass().add("flat");
        backButton.setOnAction(event -> back.run());
        Label title = new Label(Texts.get("download.title"));
        title.getStyleClass().add("stage-title");
        Label about = new Label(Texts.get("download.about"));
        about.getStyleClass().add("text-muted");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        HBox header = new HBox(12, backButton, title);
        header.setAlignment(Pos.CENTER_LEFT);
        VBox top = new VBox(8, header, about);
        top.setStyle("-fx-padding: 12 16;");

        DownloadDetail detail = new DownloadDetail(model, texts, inCatalogue);
        ListView<DownloadItem> list = new ListView<>(model.items());
        list.setId("download-list");
        list.setCellFactory(view -> new ItemCell(texts));
        list.setPrefWidth(280);
        list.setMinWidth(280);
        list.getSelectionModel().selectedItemProperty().subscribe((before, now) -> detail.show(now));
        ScrollPane scroll = new ScrollPane(detail);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        HBox body = new HBox(list, scroll);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(top, body);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                model.refresh();
            }
        });
        list.getSelectionModel().selectFirst();
    }

    /** In few words how it stands with a data set. */
    static String brief(DownloadState state) {
        if (state instanceof DownloadState.Running running) {
            double share = running.progress().share();
            return Double.isNaN(share)
                    ? Texts.get("download.state.Running")
                    : String.format(Locale.ROOT, "%.0f %%", 100 * share);
        }
        return Texts.get("download.state." + state.getClass().getSimpleName());
    }

    private static String icon(DownloadState state) {
        if (state instanceof DownloadState.Here) {
            return "mdi2c-check-circle-outline";
        }
        if (state instanceof DownloadState.Failed || state instanceof DownloadState.Changed) {
            return "mdi2a-alert-circle-outline";
        }
        return state.isBusy() ? "mdi2p-progress-download" : "mdi2c-cloud-download-outline";
    }

    private static final class ItemCell extends ListCell<DownloadItem> {
        private final DownloadTexts texts;
        private final Label name = new Label();
        private final Label about = new Label();
        private final FontIcon icon = new FontIcon();
        private final HBox row;
        private final ChangeListener<DownloadState> follow = (property, before, now) -> show(now);
        private @Nullable DownloadItem followed;

        ItemCell(DownloadTexts texts) {
            this.texts = texts;
            name.getStyleClass().add("card-title");
            about.getStyleClass().add("text-muted");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            row = new HBox(8, new VBox(2, name, about), gap, icon);
            row.setAlignment(Pos.CENTER_LEFT);
            // As wide as the list: long names end in dots.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable DownloadItem item, boolean empty) {
            super.updateItem(item, empty);
            if (followed != null) {
                followed.state().removeListener(follow);
                followed = null;
            }
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            followed = item;
            item.state().addListener(follow);
            name.setText(item.dataset().title());
            show(item.state().get());
            setGraphic(row);
        }

        private void show(DownloadState state) {
            if (followed != null) {
                about.setText(texts.size(followed.dataset()) + " \u00b7 " + brief(state));
                icon.setIconLiteral(icon(state));
            }
        }
    }
}
