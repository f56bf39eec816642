package org.vitrine.app.data.download;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Durations;
import org.vitrine.datasets.download.DownloadProgress;
import org.vitrine.datasets.download.DownloadTexts;
import org.vitrine.datasets.download.Receipt;
import org.vitrine.datasets.download.RemoteDataset;
import org.vitrine.datasets.download.RemoteFile;

/** One public data set: what it is, what its licence says, what to mind, and its download. */
final class DownloadDetail extends VBox {
    private final DownloadViewModel model;
    private final DownloadTexts texts;
    private final Label title = label("stage-title");
    private final Label summary = label("data-summary");
    private final Label licence = label("text-muted");
    private final VBox warnings = new VBox(8);
    private final CheckBox read = new CheckBox(Texts.get("download.read"));
    private final Button download = button("download-start", "mdi2d-download");
    private final Button accept = button("download-accept", "mdi2c-check");
    private final Button stop = button("download-stop", "mdi2s-stop");
    private final Button show = button("download-show", "mdi2v-view-grid-outline");
    private final Button remove = button("download-remove", "mdi2d-delete-outline");
    private final ProgressBar bar = new ProgressBar();
    private final Label progress = label("text-muted");
    private final Label trouble = label("failure");
    private final Label files = label("text-muted");
    private final ChangeListener<DownloadState> follow = (property, before, now) -> showState(now);
    private @Nullable DownloadItem item;

    /**
     * Shows nothing yet.
     *
     * @param inCatalogue shows a data set of the catalogue
     */
    DownloadDetail(DownloadViewModel model, DownloadTexts texts, Consumer<String> inCatalogue) {
        this.model = model;
        this.texts = texts;
        setSpacing(12);
        setStyle("-fx-padding: 16;");
        setMaxWidth(900);
        title.setId("download-name");
        read.setId("download-read");
        read.setWrapText(true);
        read.selectedProperty().subscribe(() -> showButtons());
        download.getStyleClass().add("accent");
        download.setOnAction(event -> act(chosen -> model.download(chosen, false)));
        accept.setOnAction(event -> act(chosen -> model.download(chosen, true)));
        stop.setOnAction(event -> act(model::stop));
        show.getStyleClass().add("accent");
        show.setOnAction(event -> act(chosen -> model.reader(chosen).ifPresent(inCatalogue)));
        remove.setOnAction(event -> act(model::remove));
        bar.setId("download-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        progress.setId("download-state");
        trouble.setId("download-trouble");
        HBox buttons = new HBox(8, download, accept, stop, show, remove);
        buttons.setAlignment(Pos.CENTER_LEFT);
        for (var node : List.of(download, accept, stop, show, remove, bar, trouble, read)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        Label heading = label("section-heading");
        heading.setText(Texts.get("download.files"));
        getChildren().addAll(title, summary, licence, warnings, read, buttons, bar, progress, trouble, heading, files);
        setVisible(false);
    }

    /** Shows a data set; null shows nothing. */
    void show(@Nullable DownloadItem chosen) {
        if (item != null) {
            item.state().removeListener(follow);
        }
        item = chosen;
        setVisible(chosen != null);
        if (chosen == null) {
            return;
        }
        RemoteDataset dataset = chosen.dataset();
        title.setText(dataset.title());
        summary.setText(texts.summary(dataset));
        licence.setText(Texts.format("download.facts", texts.size(dataset), dataset.licence(), model.folder(chosen)));
        warnings.getChildren()
                .setAll(texts.warnings(dataset).stream()
                        .map(DownloadDetail::warning)
                        .toList());
        read.setSelected(false);
        files.setText(dataset.files().stream().map(this::describe).collect(Collectors.joining("\n\n")));
        chosen.state().addListener(follow);
        showState(chosen.state().get());
    }

    private void act(Consumer<DownloadItem> action) {
        DownloadItem chosen = item;
        if (chosen != null) {
            action.accept(chosen);
        }
    }

    private void showState(DownloadState state) {
        bar.setVisible(state.isBusy());
        bar.setProgress(
                state instanceof DownloadState.Running running
                                && !Double.isNaN(running.progress().share())
                        ? running.progress().share()
                        : ProgressBar.INDETERMINATE_PROGRESS);
        progress.setText(text(state));
        trouble.setText(trouble(state));
        trouble.setVisible(!trouble.getText().isEmpty());
        showButtons();
    }

    private void showButtons() {
        DownloadItem chosen = item;
        if (chosen == null) {
            return;
        }
        DownloadState state = chosen.state().get();
        boolean here = state instanceof DownloadState.Here;
        boolean changed = state instanceof DownloadState.Changed;
        boolean again = state instanceof DownloadState.Partial || state instanceof DownloadState.Failed;
        download.setText(Texts.get(again ? "download.resume" : "download.start"));
        download.setVisible(!here && !changed && !state.isBusy());
        accept.setVisible(changed);
        stop.setVisible(state.isBusy());
        stop.setDisable(state instanceof DownloadState.Stopping);
        show.setVisible(here && model.reader(chosen).isPresent());
        remove.setVisible(here || again);
        read.setVisible(download.isVisible() && !warnings.getChildren().isEmpty());
        download.setDisable(read.isVisible() && !read.isSelected());
    }

    private String text(DownloadState state) {
        if (state instanceof DownloadState.Running running) {
            return text(running.progress());
        }
        if (state instanceof DownloadState.Here here) {
            return here.receipts().stream()
                    .filter(receipt -> !receipt.checked())
                    .map(DownloadDetail::trusted)
                    .collect(Collectors.joining("\n", here() + "\n", ""))
                    .strip();
        }
        return Texts.get("download.long." + state.getClass().getSimpleName());
    }

    private String here() {
        boolean readable = item != null && model.reader(item).isPresent();
        return Texts.get(readable ? "download.here" : "download.here.import");
    }

    private String text(DownloadProgress now) {
        StringBuilder text = new StringBuilder(
                Texts.format("download.progress", now.file(), now.number(), now.count(), texts.stage(now.stage())));
        if (now.done() > 0) {
            text.append(", ").append(DownloadTexts.bytes(now.done()));
            if (now.total() > 0) {
                text.append(" / ").append(DownloadTexts.bytes(now.total()));
            }
        }
        if (!Double.isNaN(now.bytesPerSecond())) {
            text.append(", ")
                    .append(DownloadTexts.bytes(Math.round(now.bytesPerSecond())))
                    .append("/s");
        }
        if (!Double.isNaN(now.secondsLeft())) {
            text.append(", ")
                    .append(Texts.format(
                            "download.left", Durations.text(Duration.ofSeconds(Math.round(now.secondsLeft())))));
        }
        return text.toString();
    }

    private static String trusted(Receipt receipt) {
        return Texts.format("download.trusted", receipt.url(), receipt.sha256());
    }

    private static String trouble(DownloadState state) {
        if (state instanceof DownloadState.Failed failed) {
            return failed.message();
        }
        return state instanceof DownloadState.Changed changed
                ? Texts.format(
                        "download.changed",
                        changed.change().file().name(),
                        changed.change().before().at(),
                        changed.change().before().sha256(),
                        changed.change().sha256())
                : "";
    }

    private String describe(RemoteFile file) {
        String size = file.bytes().isPresent()
                ? DownloadTexts.bytes(file.bytes().getAsLong())
                : Texts.get("download.sizeUnknown");
        String sums = file.checksums().isEmpty()
                ? Texts.get("download.noChecksum")
                : file.checksums().stream()
                        .map(sum -> sum.algorithm().title() + " " + sum.hex())
                        .collect(Collectors.joining("\n"));
        return String.format(Locale.ROOT, "%s, %s%n%s%n%s", file.name(), size, file.url(), sums);
    }

    private static HBox warning(String text) {
        Label label = label("why-not");
        label.setText(text);
        FontIcon icon = new FontIcon("mdi2a-alert-outline");
        icon.getStyleClass().add("download-warning-icon");
        HBox row = new HBox(8, icon, label);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Button button(String id, String icon) {
        Button button = new Button(Texts.get(id.replace('-', '.')), new FontIcon(icon));
        button.setId(id);
        return button;
    }
}
