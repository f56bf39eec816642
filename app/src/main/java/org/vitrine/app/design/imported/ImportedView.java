package org.vitrine.app.design.imported;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vitrine.app.design.imported.ImportedViewModel.Imported;
import org.vitrine.app.design.imported.ImportedViewModel.Refused;
import org.vitrine.app.design.imported.ImportedViewModel.State;
import org.vitrine.app.shared.Texts;
import org.vitrine.exchange.keras.KerasImport;
import org.vitrine.exchange.keras.KerasImport.MappedLayer;
import org.vitrine.graph.model.NodeId;

/** The panel below the canvas after an import: layers and what became of them, notes, and a run with the weights. */
public final class ImportedView extends VBox {
    private final Label title = new Label();
    private final TableView<MappedLayer> table = new TableView<>();
    private final VBox notes = new VBox(8);

    public ImportedView(ImportedViewModel model, java.util.function.Consumer<NodeId> reveal) {
        setId("imported");
        getStyleClass().add("analysis-panel");
        title.setId("imported-title");
        title.setWrapText(true);
        Button run = new Button(Texts.get("imported.run"));
        run.setId("imported-run");
        run.getStyleClass().add("accent");
        run.disableProperty().bind(model.whyNoRun().isNotEmpty());
        run.setOnAction(event -> model.makeRun());
        run.setMinWidth(USE_PREF_SIZE);
        Label why = new Label();
        why.setId("imported-why");
        why.getStyleClass().add("text-muted");
        why.setWrapText(true);
        why.textProperty().bind(model.whyNoRun());
        ProgressBar bar = new ProgressBar();
        bar.visibleProperty().bind(model.readingProperty());
        bar.managedProperty().bind(bar.visibleProperty());
        HBox head = new HBox(16, run, why, bar);
        head.setAlignment(Pos.CENTER_LEFT);
        table.getColumns().add(column("imported.layer", MappedLayer::place));
        table.getColumns().add(column("imported.type", MappedLayer::type));
        table.getColumns().add(column("imported.nodes", ImportedView::nodes));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label());
        table.getSelectionModel().selectedItemProperty().subscribe(layer -> {
            if (layer != null && !layer.nodes().isEmpty()) {
                reveal.accept(layer.nodes().get(layer.nodes().size() - 1));
            }
        });
        ScrollPane scroll = new ScrollPane(notes);
        scroll.setFitToWidth(true);
        SplitPane parts = new SplitPane(table, scroll);
        parts.setDividerPositions(0.6);
        VBox.setVgrow(parts, Priority.ALWAYS);
        getChildren().addAll(title, head, parts);
        model.stateProperty().subscribe(this::show);
    }

    private static TableColumn<MappedLayer, String> column(
            String key, java.util.function.Function<MappedLayer, String> text) {
        TableColumn<MappedLayer, String> column = new TableColumn<>(Texts.get(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setSortable(false);
        return column;
    }

    private static String nodes(MappedLayer layer) {
        return layer.nodes().isEmpty()
                ? Texts.get("imported.nothing")
                : layer.nodes().stream().map(NodeId::value).collect(Collectors.joining(", "));
    }

    private void show(State state) {
        if (state instanceof Imported imported) {
            KerasImport model = imported.model();
            title.setText(Texts.format(
                    "imported.title",
                    imported.file(),
                    model.layers().size(),
                    model.values(),
                    model.data().input().text(),
                    model.data().target().text()));
            table.getItems().setAll(model.layers());
            fill(model.warnings(), Texts.get("imported.notes"));
        } else if (state instanceof Refused refused) {
            title.setText(Texts.format(
                    "imported.refused", refused.file(), refused.problems().size()));
            table.getItems().clear();
            fill(refused.problems(), Texts.get("imported.problems"));
        }
    }

    private void fill(List<String> texts, String heading) {
        notes.getChildren().clear();
        if (texts.isEmpty()) {
            return;
        }
        Label head = new Label(heading);
        head.getStyleClass().add("analysis-legend-title");
        notes.getChildren().add(head);
        for (String text : texts) {
            Label label = new Label(text);
            label.setWrapText(true);
            label.getStyleClass().add("imported-note");
            notes.getChildren().add(label);
        }
    }
}
