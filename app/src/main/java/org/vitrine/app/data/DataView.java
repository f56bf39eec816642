package org.vitrine.app.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.project.DataState;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.examples.ExampleItem;
import org.vitrine.charts.examples.ExampleStrip;
import org.vitrine.charts.format.Numbers;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetSource;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.catalogue.DatasetTexts;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.shape.Target;

/** The Data stage: the catalogue at the left; facts, options and examples of the chosen data set at the right. */
public final class DataView extends HBox {
    private final DatasetCatalogue catalogue;
    private final DatasetTexts texts;
    private final ListView<DatasetSource> list = new ListView<>();
    private final Label title = label("stage-title");
    private final Label summary = label("data-summary");
    private final Label facts = label("text-muted");
    private final Label trouble = label("failure");
    private final ProgressIndicator busy = new ProgressIndicator();
    private final OptionsForm options;
    private final StackPane preview = new StackPane();

    /**
     * @param use gives the graph this data set
     * @param create starts a new graph on it
     */
    public DataView(
            DataViewModel model,
            DatasetCatalogue catalogue,
            DatasetTexts texts,
            Consumer<DataReference> use,
            Consumer<DataReference> create) {
        this.catalogue = catalogue;
        this.texts = texts;
        options = new OptionsForm(texts, model::setOptions);
        list.setId("dataset-list");
        list.getItems().setAll(catalogue.sources());
        list.setCellFactory(view -> new SourceCell());
        list.setPrefWidth(280);
        list.setMinWidth(220);
        list.getSelectionModel().selectedItemProperty().subscribe((before, now) -> {
            if (now != null && !now.descriptor().id().equals(model.shown().get().dataset())) {
                model.show(DataReference.of(now.descriptor().id()));
            }
        });
        Button useButton = new Button(Texts.get("data.use"), new FontIcon("mdi2c-check"));
        useButton.setId("data-use");
        useButton.setOnAction(event -> use.accept(model.shown().get()));
        Button createButton = new Button(Texts.get("data.create"), new FontIcon("mdi2p-plus"));
        createButton.setId("data-create");
        createButton.getStyleClass().add("accent");
        createButton.setOnAction(event -> create.accept(model.shown().get()));
        busy.setMaxSize(24, 24);
        HBox buttons = new HBox(8, createButton, useButton, busy);
        buttons.setAlignment(Pos.CENTER_LEFT);
        trouble.setId("data-trouble");
        preview.setId("data-preview");
        VBox page = new VBox(
                12,
                title,
                summary,
                buttons,
                trouble,
                facts,
                heading("data.examples"),
                preview,
                heading("data.options"),
                options);
        page.setStyle("-fx-padding: 16;");
        page.setMaxWidth(900);
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(list, scroll);
        model.shown().subscribe(this::showReference);
        model.loader().state().subscribe(this::showState);
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Label heading(String key) {
        Label label = new Label(Texts.get(key));
        label.getStyleClass().add("section-heading");
        return label;
    }

    private void showReference(DataReference reference) {
        DatasetSource source;
        try {
            source = catalogue.byId(reference.dataset());
        } catch (DatasetException e) {
            // A document may name a data set of another version: the loader says so in words.
            list.getSelectionModel().clearSelection();
            title.setText(reference.dataset());
            return;
        }
        list.getSelectionModel().select(source);
        DatasetDescriptor descriptor = source.descriptor();
        if (!descriptor.id().equals(list.getUserData())) {
            options.show(descriptor, reference.options());
            list.setUserData(descriptor.id());
        }
        title.setText(texts.title(descriptor.id()));
        summary.setText(texts.summary(descriptor.id()));
    }

    private void showState(DataState state) {
        busy.setVisible(state instanceof DataState.Loading);
        trouble.setText(state instanceof DataState.Failed failed ? failed.message() : "");
        trouble.setManaged(!trouble.getText().isEmpty());
        if (state instanceof DataState.Ready ready) {
            facts.setText(facts(ready.dataset()));
            preview.getChildren().setAll(strip(ready.dataset()));
        } else {
            facts.setText("");
            preview.getChildren().clear();
        }
    }

    private String facts(Dataset dataset) {
        Target target = dataset.spec().target();
        String names = String.join(", ", dataset.targetNames());
        String goal =
                switch (target.kind()) {
                    case CLASSES -> Texts.format("data.fact.classes", target.size(), names);
                    case VALUES -> Texts.format("data.fact.values", names);
                    case STEP_CLASSES -> Texts.format("data.fact.steps", target.size(), target.length());
                    case LABELS -> Texts.format("data.fact.labels", target.size(), target.length(), names);
                    case BOXES -> Texts.format("data.fact.boxes", target.size(), target.length(), names);
                };
        return Texts.format(
                "data.facts",
                texts.task(dataset.descriptor().task()),
                Numbers.count(dataset.train().size()),
                Numbers.count(dataset.validation().size()),
                Numbers.count(dataset.test().size()),
                dataset.spec().input().text(),
                goal,
                dataset.descriptor().licence(),
                dataset.descriptor().source());
    }

    private static Node strip(Dataset dataset) {
        Split train = dataset.train();
        // Files are often sorted by class: a fixed shuffle shows what is in them.
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, train.size()).boxed().toList());
        Collections.shuffle(order, new Random(1));
        ObservableList<Integer> indices = FXCollections.observableArrayList(order);
        return new ExampleStrip(indices, index -> item(dataset, index));
    }

    private static ExampleItem item(Dataset dataset, int index) {
        Batch example = dataset.train().example(index);
        return new ExampleItem(
                index,
                dataset.presentation(),
                example.inputs().row(0),
                dataset.train().words(index),
                Truths.text(dataset, example),
                "",
                false);
    }

    private final class SourceCell extends ListCell<DatasetSource> {
        @Override
        protected void updateItem(@Nullable DatasetSource source, boolean empty) {
            super.updateItem(source, empty);
            setText(null);
            if (empty || source == null) {
                setGraphic(null);
                return;
            }
            DatasetDescriptor descriptor = source.descriptor();
            Label name = new Label(texts.title(descriptor.id()));
            name.getStyleClass().add("card-title");
            Label task = new Label(texts.task(descriptor.task()));
            task.getStyleClass().add("text-muted");
            setGraphic(new VBox(2, name, task));
        }
    }
}
