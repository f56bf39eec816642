package org.vitrine.app.data.importing;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.vitrine.app.data.preview.Shown;
import org.vitrine.app.data.preview.ShownExamples;
import org.vitrine.app.data.preview.ShownView;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.preview.ClassBalance;
import org.vitrine.charts.preview.ImageGrid;
import org.vitrine.charts.preview.MarkedBox;
import org.vitrine.charts.preview.TextSamples;
import org.vitrine.charts.preview.Tile;
import org.vitrine.charts.render.Raster;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.importing.ImportPreview;
import org.vitrine.datasets.importing.ImportPreview.ColumnSummary;
import org.vitrine.datasets.importing.ImportPreview.Sample;

/** How files look before they are imported: columns with their guessed types, samples, classes, problems. */
final class SamplesPane extends VBox {
    private static final int MOST_PROBLEMS = 20;
    private static final double ROW = 28;

    private final Background background;

    SamplesPane(Background background) {
        super(12);
        this.background = background;
        setId("import-preview");
    }

    void show(ImportPreview preview) {
        getChildren().clear();
        Label count = new Label(Texts.format(
                preview.complete() ? "import.count" : "import.count.more", Numbers.count(preview.examples())));
        count.getStyleClass().add("text-muted");
        getChildren().add(count);
        if (!preview.columns().isEmpty()) {
            getChildren().add(columns(preview.columns()));
        }
        if (!preview.samples().isEmpty()) {
            getChildren().add(samples(preview));
        }
        if (!preview.classes().isEmpty()) {
            ClassBalance balance = new ClassBalance();
            balance.show(
                    List.copyOf(preview.classes().keySet()),
                    List.copyOf(preview.classes().values()));
            getChildren().add(balance);
        }
        if (!preview.problems().isEmpty()) {
            getChildren().add(new SkippedList(preview.problems(), MOST_PROBLEMS));
        }
    }

    private static Node columns(List<ColumnSummary> columns) {
        TableView<ColumnSummary> table = new TableView<>(FXCollections.observableArrayList(columns));
        table.setId("import-columns");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setFixedCellSize(ROW);
        table.setPrefHeight(Math.min(9, columns.size()) * ROW + 42);
        table.setMinHeight(120);
        table.getColumns()
                .setAll(List.of(
                        column("import.column", 140, ColumnSummary::name),
                        column(
                                "import.column.type",
                                90,
                                each -> Texts.get("import.type." + each.type().name())),
                        column("import.column.missing", 80, each -> Numbers.count(each.missing())),
                        column("import.column.different", 80, each -> Numbers.count(each.different())),
                        column("import.column.first", 260, each -> String.join(", ", each.first()))));
        return table;
    }

    private static TableColumn<ColumnSummary, String> column(
            String key, double width, java.util.function.Function<ColumnSummary, String> text) {
        TableColumn<ColumnSummary, String> column = new TableColumn<>(Texts.get(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    private Node samples(ImportPreview preview) {
        List<Sample> samples = preview.samples();
        ObservableList<Integer> indices = FXCollections.observableArrayList(
                IntStream.range(0, samples.size()).boxed().toList());
        Shown first = shown(preview, samples.get(0));
        if (first instanceof Shown.Image) {
            ImageGrid grid = new ImageGrid(
                    indices, (index, show) -> show.accept(tile(preview, samples.get(index))), index -> {});
            grid.setTileSide(samples.get(0).boxes().isEmpty() ? 72 : 150);
            grid.setPrefHeight(240);
            return grid;
        }
        if (first instanceof Shown.Writing) {
            List<String> labels = List.copyOf(preview.classes().keySet());
            return new TextSamples(
                    indices,
                    index -> new TextSamples.Sample(
                            ((Shown.Writing) shown(preview, samples.get(index))).text(),
                            samples.get(index).label(),
                            labels.indexOf(samples.get(index).label())));
        }
        ShownView view = new ShownView(background);
        view.show(first);
        view.setMinHeight(first instanceof Shown.Row ? 120 : 220);
        Label name = new Label(samples.get(0).name() + "  " + samples.get(0).label());
        return new VBox(4, name, view);
    }

    private static Shown shown(ImportPreview preview, Sample sample) {
        return ShownExamples.of(preview.content(), Targets.NONE, Example.of(sample.value()));
    }

    private static Tile tile(ImportPreview preview, Sample sample) {
        Raster image = ((Shown.Image) shown(preview, sample)).tile().image();
        List<String> classes = List.copyOf(preview.classes().keySet());
        List<MarkedBox> boxes = sample.boxes().stream()
                .map(box -> new MarkedBox(
                        Math.max(0, classes.indexOf(box.name())),
                        box.name(),
                        box.left() / image.width(),
                        box.top() / image.height(),
                        (box.right() - box.left()) / image.width(),
                        (box.bottom() - box.top()) / image.height()))
                .toList();
        return new Tile(image, sample.label().isEmpty() ? sample.name() : sample.label(), boxes);
    }
}
