package org.vitrine.app.data.importing;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.data.importing.ImportViewModel.Phase;
import org.vitrine.app.data.options.OptionNames;
import org.vitrine.app.data.options.OptionsForm;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Shown;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Numbers;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.catalogue.DatasetTexts;
import org.vitrine.datasets.importing.ImportPreview;
import org.vitrine.datasets.importing.ImportReport;
import org.vitrine.datasets.importing.Importer;
import org.vitrine.graph.model.DataReference;

/** The wizard: place and kind above, options at the left, the preview or the report at the right, what to do below. */
public final class ImportView extends BorderPane {
    private static final int MOST_SKIPPED = 200;

    private final ImportViewModel model;
    private final DatasetTexts texts;
    private final Label place = new Label(Texts.get("import.drop"));
    private final ComboBox<Importer> kind = new ComboBox<>();
    private final OptionsForm form;
    private final SamplesPane samples;
    private final VBox right = new VBox(12);
    private final Label trouble = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label progress = new Label();
    private final Button run = button("import.run", "mdi2i-import", "import-run");
    private final Button cancel = button("import.cancel", "mdi2c-close", "import-cancel");
    private final Button finish = button("import.finish", "mdi2c-check", "import-finish");
    private List<DatasetOption> asked = List.of();

    /**
     * @param done takes the data set that came out
     * @param back leaves the wizard
     */
    public ImportView(
            ImportViewModel model,
            DatasetTexts texts,
            Background background,
            Consumer<DataReference> done,
            Runnable back) {
        this.model = model;
        this.texts = texts;
        form = new OptionsForm(new Names(), model::setOptions);
        samples = new SamplesPane(background);
        getStyleClass().add("import-view");
        setTop(head(back));
        VBox left = new VBox(12, heading("import.options"), form);
        left.setPrefWidth(380);
        left.setMinWidth(320);
        ScrollPane options = scroll(left);
        options.setMinWidth(340);
        ScrollPane page = scroll(right);
        HBox.setHgrow(page, Priority.ALWAYS);
        HBox middle = new HBox(24, options, page);
        middle.getStyleClass().add("data-page");
        setCenter(middle);
        setBottom(foot(done));
        model.path().subscribe(path -> place.setText(path.map(Object::toString).orElse(Texts.get("import.drop"))));
        model.candidates().subscribe(found -> kind.getItems().setAll(found));
        model.importer().subscribe(this::showKind);
        model.preview().subscribe(found -> showPreview(found));
        model.report().subscribe(made -> made.ifPresent(this::showReport));
        model.progress().subscribe(now -> {
            bar.setProgress(now.share());
            progress.setText(now.text());
        });
        model.trouble().subscribe(text -> {
            trouble.setText(text);
            trouble.setManaged(!text.isEmpty());
        });
        model.phase().subscribe(this::showPhase);
    }

    private Node head(Runnable back) {
        Button leave = button("import.back", "mdi2a-arrow-left", "import-back");
        leave.setOnAction(event -> {
            model.cancel();
            back.run();
        });
        Button file = button("import.file", "mdi2f-file-outline", "import-file");
        file.setOnAction(event -> Optional.ofNullable(
                        new FileChooser().showOpenDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(model::choose));
        Button folder = button("import.folder", "mdi2f-folder-outline", "import-folder");
        folder.setOnAction(event -> Optional.ofNullable(
                        new DirectoryChooser().showDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(model::choose));
        Label title = new Label(Texts.get("import.title"));
        title.getStyleClass().add("stage-title");
        kind.setId("import-kind");
        kind.setConverter(
                new Shown<>(importer -> texts.title(importer.descriptor().id())));
        kind.valueProperty().subscribe((before, now) -> {
            if (now != null && !Optional.of(now).equals(model.importer().get())) {
                model.take(now);
            }
        });
        HBox first = new HBox(12, leave, title);
        first.setAlignment(Pos.CENTER_LEFT);
        Label is = new Label(Texts.get("import.is"));
        HBox second = new HBox(8, file, folder, place, is, kind);
        second.setAlignment(Pos.CENTER_LEFT);
        place.setMaxWidth(480);
        place.setId("import-place");
        is.visibleProperty().bind(kind.visibleProperty());
        kind.visibleProperty().bind(kind.valueProperty().isNotNull());
        trouble.getStyleClass().add("failure");
        trouble.setId("import-trouble");
        trouble.setWrapText(true);
        trouble.setMinHeight(Region.USE_PREF_SIZE);
        VBox head = new VBox(12, first, second, trouble);
        head.getStyleClass().add("data-head");
        return head;
    }

    private Node foot(Consumer<DataReference> done) {
        run.getStyleClass().add("accent");
        run.setOnAction(event -> model.run());
        cancel.setOnAction(event -> model.cancel());
        finish.getStyleClass().add("accent");
        finish.setOnAction(event -> model.reference().ifPresent(done));
        bar.setPrefWidth(260);
        HBox foot = new HBox(12, run, finish, cancel, bar, progress);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("data-head");
        return foot;
    }

    private void showPhase(Phase phase) {
        visible(run, phase == Phase.SETTING);
        visible(finish, phase == Phase.DONE);
        visible(cancel, phase == Phase.IMPORTING);
        visible(bar, phase == Phase.IMPORTING);
        visible(progress, phase == Phase.IMPORTING);
        form.setDisable(phase != Phase.SETTING);
        kind.setDisable(phase == Phase.IMPORTING);
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void showKind(Optional<Importer> importer) {
        importer.ifPresentOrElse(kind::setValue, () -> kind.setValue(null));
        asked = List.of();
        showForm();
    }

    /** A form that asks the same stays, so that nothing moves under the user's hands. */
    private void showForm() {
        List<DatasetOption> now = model.askedOptions();
        if (!now.equals(asked) || !form.values().equals(model.options().get())) {
            asked = now;
            form.show(now, model.options().get());
        }
    }

    private void showPreview(Optional<ImportPreview> preview) {
        preview.ifPresentOrElse(
                found -> {
                    samples.show(found);
                    right.getChildren().setAll(heading("import.preview"), samples);
                    showForm();
                },
                () -> right.getChildren().clear());
        run.setDisable(preview.isEmpty());
    }

    private void showReport(ImportReport report) {
        Label done = new Label(
                Texts.format(report.known() ? "import.known" : "import.done", Numbers.count(report.examples())));
        done.setId("import-report");
        done.getStyleClass().add("card-title");
        right.getChildren().setAll(heading("import.report"), done);
        if (report.skippedFiles() > 0) {
            right.getChildren().add(new SkippedList(report.skipped(), MOST_SKIPPED));
        }
    }

    private static ScrollPane scroll(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    private static Button button(String key, String icon, String id) {
        Button button = new Button(Texts.get(key), new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static Label heading(String key) {
        Label label = new Label(Texts.get(key));
        label.getStyleClass().add("section-heading");
        return label;
    }

    private final class Names implements OptionNames {
        private String id() {
            return model.importer()
                    .get()
                    .map(chosen -> chosen.descriptor().id())
                    .orElse("");
        }

        @Override
        public String label(DatasetOption option) {
            return texts.optionLabel(id(), option.name());
        }

        @Override
        public String help(DatasetOption option) {
            return texts.optionHelp(id(), option.name());
        }

        @Override
        public String choice(DatasetOption option, String choice) {
            return choice.isEmpty() ? Texts.get("import.automatic") : texts.choice(option.name(), choice);
        }
    }
}
