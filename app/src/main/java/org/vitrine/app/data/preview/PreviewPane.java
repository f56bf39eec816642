package org.vitrine.app.data.preview;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.preview.ColumnTable;
import org.vitrine.charts.preview.ImageGrid;
import org.vitrine.charts.preview.RowsTable;
import org.vitrine.charts.preview.SeriesPlot;
import org.vitrine.charts.preview.TextSamples;
import org.vitrine.charts.preview.Tile;
import org.vitrine.charts.scatter.ScatterView;
import org.vitrine.datasets.Stage;

/** The examples of a data set as they are: pictures in a grid, sounds to play, texts, tables, series, points. */
public final class PreviewPane extends VBox {
    private static final double LARGE = 96;

    private final Background background;
    private final Label problem = new Label();

    public PreviewPane(Background background) {
        super(12);
        this.background = background;
        setId("data-preview");
        problem.setId("preview-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("failure");
    }

    /** Shows a data set. */
    public void show(Look look) {
        Stage stage = look.raw().stage();
        getChildren().clear();
        Preview preview = look.preview();
        if (preview instanceof Preview.Rows || preview instanceof Preview.Listed) {
            look.summary().table().ifPresent(report -> {
                ColumnTable columns = new ColumnTable();
                columns.show(report.columns());
                getChildren().add(columns);
            });
        }
        if (preview instanceof Preview.Pictures pictures) {
            getChildren().add(images(stage, look.summary().order(), pictures.large()));
        } else if (preview instanceof Preview.Writings writings) {
            List<TextSamples.Sample> samples = writings.samples();
            getChildren().add(new TextSamples(rows(samples.size()), samples::get));
        } else if (preview instanceof Preview.Recording recording) {
            getChildren().add(series(recording.lines()));
        } else if (preview instanceof Preview.Plane plane) {
            getChildren().add(points(plane, stage.targets().names()));
        } else if (preview instanceof Preview.Rows rows) {
            RowsTable table = new RowsTable();
            table.show(rows.columns(), rows(rows.cells().size()), rows.cells()::get);
            getChildren().add(table);
        } else if (preview instanceof Preview.Listed listed) {
            getChildren().add(oneByOne(stage, listed));
        }
    }

    private static ObservableList<Integer> rows(int count) {
        return FXCollections.observableArrayList(
                IntStream.range(0, count).boxed().toList());
    }

    private Node images(Stage stage, List<Integer> order, boolean large) {
        ImageGrid grid = new ImageGrid(
                FXCollections.observableArrayList(order), (index, show) -> tile(stage, index, show), index -> {});
        grid.setTileSide(large ? LARGE + 56 : LARGE - 32);
        grid.setPrefHeight(large ? 380 : 300);
        return grid;
    }

    private void tile(Stage stage, int index, Consumer<Tile> show) {
        background.run(
                () -> Preview.shown(stage, index),
                shown -> {
                    if (shown instanceof Shown.Image image) {
                        show.accept(image.tile());
                    } else if (shown instanceof Shown.Bands bands) {
                        show.accept(Pixels.of(bands));
                    }
                },
                this::tell);
    }

    /** Says why an example can not be shown. */
    private void tell(Exception failure) {
        problem.setText(Texts.format("data.preview.problem", String.valueOf(failure.getMessage())));
        if (!getChildren().contains(problem)) {
            getChildren().add(problem);
        }
    }

    private static Node series(List<SeriesPlot.Line> lines) {
        SeriesPlot plot = new SeriesPlot();
        plot.xNameProperty().set(Texts.get("data.steps.time"));
        plot.show(lines);
        plot.setPrefHeight(300);
        return plot;
    }

    private Node oneByOne(Stage stage, Preview.Listed listed) {
        ListView<Integer> list = new ListView<>(rows(listed.indices().size()));
        list.setId("preview-list");
        list.setPrefWidth(180);
        list.setMinWidth(140);
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable Integer row, boolean empty) {
                super.updateItem(row, empty);
                setText(
                        empty || row == null
                                ? null
                                : listed.indices().get(row) + "  "
                                        + listed.labels().get(row));
            }
        });
        ShownView large = new ShownView(background);
        HBox.setHgrow(large, Priority.ALWAYS);
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                background.run(() -> Preview.shown(stage, listed.indices().get(row)), large::show, this::tell);
            }
        });
        list.getSelectionModel().select(0);
        HBox box = new HBox(12, list, large);
        box.setPrefHeight(360);
        return box;
    }

    private static Node points(Preview.Plane plane, List<String> classes) {
        ScatterView view = new ScatterView();
        view.xNameProperty().set(plane.xName());
        view.yNameProperty().set(plane.yName());
        view.show(plane.x(), plane.y(), plane.classes(), classes);
        view.setPrefHeight(360);
        view.setMaxWidth(560);
        return view;
    }
}
