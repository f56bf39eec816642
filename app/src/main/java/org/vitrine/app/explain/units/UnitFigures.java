package org.vitrine.app.explain.units;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.vitrine.app.explain.units.UnitsViewModel.Model;
import org.vitrine.app.shared.DataUnits;
import org.vitrine.app.shared.ExampleLooks;
import org.vitrine.app.shared.Texts;
import org.vitrine.attribution.maximisation.UnitLayer;
import org.vitrine.charts.evaluation.Look;
import org.vitrine.charts.evaluation.SeriesFigure;
import org.vitrine.charts.evaluation.TableFigure;
import org.vitrine.charts.evaluation.TilesFigure;
import org.vitrine.charts.figure.PictureFigure;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.panel.Table;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Tensor;
import org.vitrine.drawing.Figure;
import org.vitrine.runs.event.RankedExample;

/** What is drawn of inputs that were made, and the numbers behind it. */
public final class UnitFigures {
    private static final double TILE = 72;
    private static final double SMALL_TILE = 64;
    /** Words and columns need more room than pictures to be read. */
    private static final double TEXT_TILE = 116;

    private UnitFigures() {}

    /** An input, large: a picture, lines over time, or a table with the range of each column. */
    public static Figure input(Dataset data, Tensor input) {
        Look look = ExampleLooks.LARGE.of(data.presentation(), input, List.of());
        if (look.image().isPresent()) {
            return new PictureFigure(look.image().get());
        }
        if (input.shape().length > 1) {
            return series(data.presentation(), input);
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> names = columns(data.presentation(), input.size());
        for (int column = 0; column < input.size(); column++) {
            rows.add(List.of(
                    names.get(column),
                    Numbers.significant(DataUnits.input(data.presentation(), column, input.values()[column]), 4)));
        }
        return new TableFigure(
                List.of(Texts.get("units.column"), Texts.get("units.value")), rows, List.of(0.6, 0.4), -1);
    }

    private static Figure series(Presentation presentation, Tensor input) {
        int steps = input.shape()[1];
        double[] x = IntStream.range(0, steps).asDoubleStream().toArray();
        List<SeriesFigure.Line> lines = new ArrayList<>();
        for (int row = 0; row < Math.min(input.rows(), 8); row++) {
            double[] y = new double[steps];
            for (int step = 0; step < steps; step++) {
                y[step] = DataUnits.input(presentation, row, input.values()[row * steps + step]);
            }
            String name = columns(presentation, input.rows()).get(row);
            lines.add(new SeriesFigure.Line(name, x, y, row, false));
        }
        return new SeriesFigure(Texts.get("units.time"), "", lines);
    }

    private static List<String> columns(Presentation presentation, int count) {
        List<String> names =
                presentation instanceof Presentation.Series series ? series.columns() : presentation.columnNames();
        return names.size() == count
                ? names
                : IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    /**
     * The activation from step to step, with that of the most exciting example.
     *
     * @param shown makes what is shown of an activation
     */
    public static Figure course(Made made, DoubleUnaryOperator shown) {
        double[] x = IntStream.range(0, made.course().length).asDoubleStream().toArray();
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = shown.applyAsDouble(made.course()[i]);
        }
        List<SeriesFigure.Line> lines = new ArrayList<>();
        lines.add(new SeriesFigure.Line(Texts.get("units.line.made"), x, y, 0, false));
        if (!made.answer().excited().isEmpty()) {
            double most = shown.applyAsDouble(made.answer().excited().get(0).value());
            double[] ends = {0, made.steps()};
            lines.add(new SeriesFigure.Line(Texts.get("units.line.example"), ends, new double[] {most, most}, 1, true));
        }
        return new SeriesFigure(Texts.get("units.step"), Texts.get("units.activation"), lines);
    }

    /** The examples that excite the unit most. */
    public static TilesFigure examples(Model model, Made made, DoubleUnaryOperator shown) {
        Split part = model.dataset().part(made.answer().part());
        List<TilesFigure.Tile> tiles = new ArrayList<>();
        for (RankedExample example : made.answer().excited()) {
            Batch batch = part.example(example.example());
            Look look = ExampleLooks.SMALL.of(
                    model.dataset().presentation(), batch.inputs().row(0), part.words(example.example()));
            List<String> captions = List.of(
                    Numbers.significant(shown.applyAsDouble(example.value()), 3), truth(model.dataset(), batch));
            tiles.add(new TilesFigure.Tile(example.example(), List.of(look), captions, false, List.of()));
        }
        return new TilesFigure(tiles, side(tiles, TILE), -1);
    }

    private static double side(List<TilesFigure.Tile> tiles, double pictures) {
        boolean texts = tiles.stream().flatMap(tile -> tile.looks().stream()).anyMatch(look -> !look.lines()
                .isEmpty());
        return texts ? TEXT_TILE : pictures;
    }

    private static String truth(Dataset data, Batch example) {
        if (example.targets().size() == 0) {
            return "";
        }
        float first = example.targets().values()[0];
        return switch (data.spec().target().kind()) {
            case CLASSES -> data.targetNames().get((int) first);
            case VALUES ->
                Numbers.significant(
                        data.targetScales().isEmpty()
                                ? first
                                : data.targetScales().get(0).invert(first),
                        3);
            default -> "";
        };
    }

    /** What was made for the units of a layer. */
    public static TilesFigure all(Model model, UnitLayer layer, Map<Integer, Made> all, int chosen) {
        List<TilesFigure.Tile> tiles = new ArrayList<>();
        new TreeMap<>(all)
                .forEach((unit, made) -> tiles.add(new TilesFigure.Tile(
                        unit,
                        List.of(ExampleLooks.SMALL.of(model.dataset().presentation(), made.input(), List.of())),
                        List.of(
                                model.name(layer, unit),
                                Numbers.significant(
                                        model.activation(
                                                layer, unit, made.answer().activation()),
                                        3)),
                        false,
                        List.of())));
        return new TilesFigure(tiles, side(tiles, SMALL_TILE), chosen);
    }

    /** All values of an input: as shown for pictures, in raw units for others. */
    static Table inputTable(Dataset data, Tensor input) {
        Optional<Tensor> image = data.presentation().image(input);
        if (image.isPresent()) {
            int[] shape = image.get().shape();
            float[] values = image.get().values();
            int plane = shape[1] * shape[2];
            return new Table(
                    List.of("channel", "row", "column", "value"), values.length, (row, column) -> switch (column) {
                        case 0 -> row / plane;
                        case 1 -> row % plane / shape[2];
                        case 2 -> row % shape[2];
                        default -> values[row];
                    });
        }
        int steps = input.shape().length > 1 ? input.shape()[1] : 1;
        List<String> names = columns(data.presentation(), input.size() / steps);
        return new Table(List.of("column", "step", "value"), input.size(), (row, column) -> switch (column) {
            case 0 -> names.get(row / steps);
            case 1 -> row % steps;
            default -> DataUnits.input(data.presentation(), row / steps, input.values()[row]);
        });
    }

    static Table courseTable(Made made) {
        return new Table(
                List.of("step", "activation"),
                made.course().length,
                (row, column) -> column == 0 ? (Object) row : (Object) made.course()[row]);
    }

    static Table examplesTable(Model model, Made made) {
        Split part = model.dataset().part(made.answer().part());
        List<List<Object>> rows = made.answer().excited().stream()
                .map(example -> List.<Object>of(
                        made.answer().part().name(),
                        example.example(),
                        example.value(),
                        truth(model.dataset(), part.example(example.example()))))
                .toList();
        return Table.of(List.of("part", "example", "activation", "truth"), rows);
    }

    static Table allTable(Model model, UnitLayer layer, Map<Integer, Made> all) {
        List<List<Object>> rows = new ArrayList<>();
        new TreeMap<>(all)
                .forEach((unit, made) -> rows.add(List.of(
                        unit,
                        model.name(layer, unit),
                        made.answer().activation(),
                        made.answer().excited().isEmpty()
                                ? Double.NaN
                                : made.answer().excited().get(0).value())));
        return Table.of(List.of("unit", "name", "activation", "most exciting example"), rows);
    }
}
