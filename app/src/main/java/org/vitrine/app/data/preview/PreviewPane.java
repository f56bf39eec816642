package org.vitrine.app.data.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
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
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Value;
import org.vitrine.graph.shape.Target;

/** The examples of a data set as they are: pictures in a grid, sounds to play, texts, tables, series, points. */
public final class PreviewPane extends VBox {
    private static final int MOST_POINTS = 3000;
    private static final int MOST_ROWS = 1000;
    private static final double LARGE = 96;

    private final Background background;

    public PreviewPane(Background background) {
        super(12);
        this.background = background;
        setId("data-preview");
    }

    /** Shows a data set. */
    public void show(Look look) {
        Stage stage = look.raw().stage();
        getChildren().setAll(nodes(stage, look.summary()));
    }

    private List<Node> nodes(Stage stage, Summary summary) {
        ObservableList<Integer> order = FXCollections.observableArrayList(summary.order());
        if (stage.train().size() == 0) {
            return List.of();
        }
        if (stage.content() instanceof Content.Text || stage.content() instanceof Content.Words) {
            return List.of(texts(stage, order));
        }
        if (stage.content() instanceof Content.Series) {
            return List.of(series(stage));
        }
        if (stage.content() instanceof Content.Ready ready) {
            Presentation presentation = ready.presentation();
            if (presentation instanceof Presentation.Picture || presentation instanceof Presentation.Spectrogram) {
                return List.of(images(stage, order, presentation));
            }
            if (presentation instanceof Presentation.Sound) {
                return List.of(sounds(stage, order));
            }
            if (presentation instanceof Presentation.Text) {
                return List.of(texts(stage, order));
            }
            if (presentation instanceof Presentation.Series) {
                return List.of(sounds(stage, order));
            }
            if (presentation instanceof Presentation.Points points && isClasses(stage)) {
                return List.of(points(stage, summary, points));
            }
        }
        return table(stage, summary);
    }

    private static boolean isClasses(Stage stage) {
        return stage.targets()
                .target()
                .map(target -> target.kind() == Target.Kind.CLASSES)
                .orElse(false);
    }

    private Node images(Stage stage, ObservableList<Integer> order, Presentation presentation) {
        ImageGrid grid = new ImageGrid(order, (index, show) -> tile(stage, index, show), index -> {});
        boolean boxes = stage.targets()
                .target()
                .map(target -> target.kind() == Target.Kind.BOXES)
                .orElse(false);
        grid.setTileSide(boxes || presentation instanceof Presentation.Spectrogram ? LARGE + 56 : LARGE - 32);
        grid.setPrefHeight(boxes ? 380 : 300);
        return grid;
    }

    private void tile(Stage stage, int index, Consumer<Tile> show) {
        background.run(
                () -> shown(stage, index),
                shown -> {
                    if (shown instanceof Shown.Image image) {
                        show.accept(image.tile());
                    } else if (shown instanceof Shown.Bands bands) {
                        show.accept(Pixels.of(bands));
                    }
                },
                failure -> {});
    }

    private static Shown shown(Stage stage, int index) {
        return ShownExamples.of(stage.content(), stage.targets(), stage.train().example(index));
    }

    private Node texts(Stage stage, ObservableList<Integer> order) {
        List<String> names = stage.targets().names();
        boolean classes = isClasses(stage);
        return new TextSamples(order, index -> {
            Shown shown = shown(stage, index);
            String text = shown instanceof Shown.Writing writing
                    ? writing.text()
                    : shown instanceof Shown.Pieces pieces ? pieces(pieces.tokens()) : "";
            int color = classes ? names.indexOf(shown.truthText()) : -1;
            return new TextSamples.Sample(text, classes ? shown.truthText() : "", color);
        });
    }

    private static String pieces(List<String> tokens) {
        boolean narrow = tokens.stream().allMatch(token -> token.length() <= 1);
        return String.join(narrow ? "" : " ", tokens);
    }

    private Node series(Stage stage) {
        List<SeriesPlot.Line> lines = new ArrayList<>();
        double start = 0;
        List<String> parts = List.of("data.part.train", "data.part.validation", "data.part.test");
        List<Examples> examples = List.of(stage.train(), stage.validation(), stage.test());
        for (int part = 0; part < parts.size(); part++) {
            for (int i = 0; i < examples.get(part).size(); i++) {
                Example example = examples.get(part).example(i);
                Shown.Curves curves = (Shown.Curves) ShownExamples.of(stage.content(), stage.targets(), example);
                String name = curves.names().isEmpty() ? "" : curves.names().get(0);
                lines.add(SeriesPlot.Line.of(
                        name + " (" + Texts.get(parts.get(part)) + ")",
                        part,
                        start,
                        1,
                        curves.values().get(0)));
                start += curves.values().get(0).length;
            }
        }
        SeriesPlot plot = new SeriesPlot();
        plot.xNameProperty().set(Texts.get("data.steps.time"));
        plot.show(lines);
        plot.setPrefHeight(300);
        return plot;
    }

    private Node sounds(Stage stage, ObservableList<Integer> order) {
        ListView<Integer> list = new ListView<>(order);
        list.setId("preview-list");
        list.setPrefWidth(180);
        list.setMinWidth(140);
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable Integer index, boolean empty) {
                super.updateItem(index, empty);
                setText(
                        empty || index == null
                                ? null
                                : index + "  "
                                        + Truths.text(
                                                stage.targets(),
                                                stage.train().example(index).target()));
            }
        });
        ShownView large = new ShownView(background);
        HBox.setHgrow(large, Priority.ALWAYS);
        list.getSelectionModel().selectedItemProperty().subscribe(index -> {
            if (index != null) {
                background.run(() -> shown(stage, index), large::show, failure -> {});
            }
        });
        list.getSelectionModel().select(0);
        HBox box = new HBox(12, list, large);
        box.setPrefHeight(360);
        return box;
    }

    private static Node points(Stage stage, Summary summary, Presentation.Points names) {
        List<Integer> few =
                summary.order().subList(0, Math.min(MOST_POINTS, summary.order().size()));
        float[] x = new float[few.size()];
        float[] y = new float[few.size()];
        int[] classes = new int[few.size()];
        for (int i = 0; i < few.size(); i++) {
            Example example = stage.train().example(few.get(i));
            float[] at = ((Value.Numbers) example.value()).tensor().values();
            x[i] = at[0];
            y[i] = at[1];
            classes[i] = Math.round(example.target().values()[0]);
        }
        ScatterView view = new ScatterView();
        view.xNameProperty().set(names.xName());
        view.yNameProperty().set(names.yName());
        view.show(x, y, classes, stage.targets().names());
        view.setPrefHeight(360);
        view.setMaxWidth(560);
        return view;
    }

    private List<Node> table(Stage stage, Summary summary) {
        List<Node> nodes = new ArrayList<>();
        summary.table().ifPresent(report -> {
            ColumnTable columns = new ColumnTable();
            columns.show(report.columns());
            nodes.add(columns);
        });
        Shown first = shown(stage, summary.order().get(0));
        if (first instanceof Shown.Row row) {
            List<String> names = new ArrayList<>(row.names());
            names.add(Texts.get("data.target"));
            RowsTable rows = new RowsTable();
            rows.show(
                    names,
                    FXCollections.observableArrayList(summary.order()
                            .subList(0, Math.min(MOST_ROWS, summary.order().size()))),
                    index -> {
                        List<String> cells = new ArrayList<>(((Shown.Row) shown(stage, index)).values());
                        cells.add(shown(stage, index).truthText());
                        return cells;
                    });
            nodes.add(rows);
        } else {
            nodes.add(sounds(stage, FXCollections.observableArrayList(summary.order())));
        }
        return nodes;
    }
}
