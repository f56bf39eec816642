package org.vitrine.app.explain.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vitrine.app.shared.Texts;
import org.vitrine.app.sketch.Framing;
import org.vitrine.charts.render.Raster;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Content.ColumnType;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.datasets.steps.Difference;
import org.vitrine.datasets.steps.SeriesWindows;
import org.vitrine.datasets.steps.Tokenise;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Tokens;

/** Tells from a data set how inputs of its models are given by hand, and gives its examples as if they had been. */
final class LiveInputs {
    /** Examples that are looked at. */
    private static final int MANY = 2000;

    private static final int PICTURES = 200;
    private static final Set<String> SPECIAL = Set.of(Vocabulary.START, Vocabulary.END);

    private LiveInputs() {}

    /** How inputs are given; goes through many examples. */
    static LiveInput of(Dataset data) {
        Content raw = data.pipeline().raw();
        if (raw instanceof Content.Text || raw instanceof Content.Words) {
            return new LiveInput.Writing(separator(data));
        }
        if (raw instanceof Content.Cells table) {
            return new LiveInput.Columns(
                    table.columns().stream().map(column -> column(data, column)).toList());
        }
        if (raw instanceof Content.Series series) {
            return recording(data, series.columns());
        }
        Content.Ready ready = (Content.Ready) raw;
        if (ready.shape() instanceof Tokens && ready.presentation() instanceof Presentation.Text) {
            return new LiveInput.Writing(data.spec().sourceSteps() > 0 && isCharacters(data) ? "" : " ");
        }
        if (ready.shape() instanceof Image image && ready.presentation() instanceof Presentation.Picture) {
            return drawing(data, image, false);
        }
        if (ready.shape() instanceof Sequence strip && ready.presentation() instanceof Presentation.Picture) {
            return drawing(data, new Image(1, strip.features(), strip.length()), true);
        }
        if (ready.presentation() instanceof Presentation.Series series) {
            return recording(data, series.columns());
        }
        List<String> names = ready.presentation().columnNames();
        if (names.size() == ready.shape().size()) {
            return new LiveInput.Columns(names.stream()
                    .map(name -> column(data, new ColumnType(name, ColumnType.Kind.NUMBER, List.of())))
                    .toList());
        }
        return new LiveInput.Refused(Texts.format("live.refused", raw.text()));
    }

    private static String separator(Dataset data) {
        for (FittedStep step : data.pipeline().steps()) {
            if (step instanceof Tokenise.Fitted tokenise) {
                return tokenise.unit() == Tokenise.Unit.WORDS ? " " : "";
            }
        }
        return " ";
    }

    /** Whether texts are read letter by letter. */
    private static boolean isCharacters(Dataset data) {
        return data.presentation() instanceof Presentation.Text text
                && text.vocabulary().tokens().stream()
                        .skip(Vocabulary.UNKNOWN + 1)
                        .allMatch(token -> SPECIAL.contains(token) || token.codePointCount(0, token.length()) == 1);
    }

    private static LiveInput drawing(Dataset data, Image image, boolean strip) {
        List<Raster> examples = new ArrayList<>();
        for (int i = 0; i < Math.min(PICTURES, data.test().size()); i++) {
            examples.add(raster(data, i));
        }
        Framing framing = Framing.of(examples);
        int ground = 0;
        for (int channel = 0; channel < 3; channel++) {
            int of = (int) Math.min(channel, image.channels() - 1);
            ground = ground << 8 | (int) Math.round(255 * median(examples, of));
        }
        return new LiveInput.Drawing(
                (int) image.channels(), (int) image.height(), (int) image.width(), ground, framing, strip);
    }

    /** Of the top and bottom row of a channel. */
    private static double median(List<Raster> examples, int channel) {
        double[] edge = examples.stream()
                .flatMapToDouble(example -> {
                    int plane = example.height() * example.width();
                    return java.util.stream.IntStream.range(0, plane)
                            .filter(i -> i < example.width() || i >= plane - example.width())
                            .mapToDouble(i -> example.values()[Math.min(channel, example.channels() - 1) * plane + i]);
                })
                .sorted()
                .toArray();
        return edge.length == 0 ? 0 : Math.max(0, Math.min(1, edge[edge.length / 2]));
    }

    private static LiveInput.Column column(Dataset data, ColumnType type) {
        if (type.kind() != ColumnType.Kind.NUMBER) {
            boolean date = type.kind() == ColumnType.Kind.DATE;
            return new LiveInput.Column(type.name(), type.categories(), 0, 1, false, date);
        }
        List<String> names = data.presentation().columnNames();
        int column = names.indexOf(type.name());
        if (column < 0) {
            return new LiveInput.Column(type.name(), List.of(), 0, 1, false, false);
        }
        Scale scale = scale(data, column);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        boolean whole = true;
        for (int index : spread(data.train())) {
            double value = scale.invert(data.train().example(index).inputs().values()[column]);
            least = Math.min(least, value);
            most = Math.max(most, value);
            whole &= Math.abs(value - Math.rint(value)) < 1e-4;
        }
        return new LiveInput.Column(
                type.name(), List.of(), clean(least), clean(most == least ? least + 1 : most), whole, false);
    }

    private static Scale scale(Dataset data, int column) {
        List<Scale> scales = data.presentation() instanceof Presentation.Table table
                ? table.scales()
                : data.presentation() instanceof Presentation.Series series ? series.scales() : List.of();
        return column < scales.size() ? scales.get(column) : Scale.IDENTITY;
    }

    /** Without what single precision added. */
    private static double clean(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.6g", value));
    }

    private static int[] spread(Split split) {
        int count = Math.min(MANY, split.size());
        int[] indices = new int[count];
        Arrays.setAll(indices, i -> (int) ((long) i * split.size() / count));
        return indices;
    }

    private static LiveInput recording(Dataset data, List<String> columns) {
        List<FittedStep> steps = data.pipeline().steps();
        if (!(data.spec().input() instanceof Sequence sequence) || sequence.features() != columns.size()) {
            return new LiveInput.Refused(
                    Texts.format("live.refused", data.pipeline().raw().text()));
        }
        boolean windows = steps.stream().anyMatch(SeriesWindows.Fitted.class::isInstance);
        if (steps.stream().anyMatch(Difference.Fitted.class::isInstance)
                || (!windows && data.pipeline().raw() instanceof Content.Series)) {
            return new LiveInput.Refused(Texts.get("live.refused.differences"));
        }
        int length = (int) sequence.length();
        double[] least = new double[columns.size()];
        double[] most = new double[columns.size()];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        for (int index : spread(data.train())) {
            float[] values = data.train().example(index).inputs().values();
            for (int i = 0; i < values.length; i++) {
                int column = i / length;
                double value = scale(data, column).invert(values[i]);
                least[column] = Math.min(least[column], value);
                most[column] = Math.max(most[column], value);
            }
        }
        return new LiveInput.Recording(
                columns,
                length,
                Arrays.stream(least).map(LiveInputs::clean).boxed().toList(),
                Arrays.stream(most).map(LiveInputs::clean).boxed().toList());
    }

    /** A test example as a picture. */
    static Raster raster(Dataset data, int index) {
        Tensor input = data.test().example(index).inputs().row(0);
        return Raster.of(data.presentation().image(input).orElse(input));
    }

    /** The text of a test example; of a pair the source, behind which the target begins. */
    static String text(Dataset data, int index, String separator) {
        List<String> words = data.test().words(index);
        int end = data.spec().sourceSteps() > 0 ? words.indexOf(Vocabulary.START) : -1;
        return String.join(separator, end < 0 ? words : words.subList(0, end));
    }

    /** The cells of a test example, as texts by column; those that can not be told are left out. */
    static Map<String, String> cells(Dataset data, List<LiveInput.Column> columns, int index) {
        float[] values = data.test().example(index).inputs().values();
        List<String> names = data.presentation().columnNames();
        Map<String, String> cells = new HashMap<>();
        for (LiveInput.Column column : columns) {
            int place = names.indexOf(column.name());
            if (place >= 0) {
                double raw = clean(scale(data, place).invert(values[place]));
                cells.put(column.name(), column.whole() ? Long.toString(Math.round(raw)) : Double.toString(raw));
                continue;
            }
            double best = 0.5;
            for (String choice : column.choices()) {
                int indicator = names.indexOf(column.name() + " = " + choice);
                double share = indicator < 0 ? 0 : scale(data, indicator).invert(values[indicator]);
                if (share > best) {
                    best = share;
                    cells.put(column.name(), choice);
                }
            }
        }
        return cells;
    }

    /** A test example in raw numbers, [columns, time]. */
    static Tensor record(Dataset data, int index) {
        Tensor scaled = data.test().example(index).inputs().row(0);
        int length = scaled.shape()[1];
        float[] values = scaled.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) scale(data, i / length).invert(values[i]);
        }
        return new Tensor(scaled.shape(), values);
    }
}
