package org.vitrine.app.data.preview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.preview.Tile;
import org.vitrine.charts.render.Raster;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.Vocabulary;

/** Makes examples presentable. Safe to call from any thread. */
public final class ShownExamples {
    private static final int MOST_COLUMNS = 200;

    private ShownExamples() {}

    /** What an example is at a place between the steps. */
    public static Shown of(Content content, Targets targets, Example example) {
        String truth = Truths.text(targets, example.target());
        Value value = example.value();
        if (value instanceof Value.Text text) {
            return new Shown.Writing(text.text(), truth);
        }
        if (value instanceof Value.Words words) {
            return new Shown.Pieces(words.tokens(), 0, truth);
        }
        if (value instanceof Value.Cells cells && content instanceof Content.Cells columns) {
            return new Shown.Row(
                    columns.columns().stream().map(Content.ColumnType::name).toList(), texts(cells), truth);
        }
        Value.Numbers numbers = (Value.Numbers) value;
        if (content instanceof Content.Series series) {
            return curves(series.columns(), series.scales(), numbers.tensor(), truth);
        }
        return content instanceof Content.Ready ready
                ? ready(ready.presentation(), numbers, targets, example.target(), truth)
                : row(List.of(), List.of(), numbers.tensor(), truth);
    }

    private static List<String> texts(Value.Cells cells) {
        return IntStream.range(0, cells.numbers().length)
                .mapToObj(i -> cells.texts().get(i).isEmpty() && !Double.isNaN(cells.numbers()[i])
                        ? Numbers.significant(cells.numbers()[i], 6)
                        : cells.texts().get(i))
                .toList();
    }

    private static Shown ready(
            Presentation presentation, Value.Numbers numbers, Targets targets, Tensor target, String truth) {
        Tensor tensor = numbers.tensor();
        if (presentation instanceof Presentation.Picture) {
            Tensor image = presentation.image(tensor).orElse(tensor);
            return new Shown.Image(new Tile(raster(image), truth, Truths.boxes(targets, target)));
        }
        if (presentation instanceof Presentation.Sound sound) {
            return new Shown.Sound(tensor.values(), sound.rate(), SoundBands.of(tensor, sound), truth);
        }
        if (presentation instanceof Presentation.Spectrogram spectrogram) {
            return new Shown.Bands(SoundBands.of(spectrogram, tensor), truth);
        }
        if (presentation instanceof Presentation.Text text) {
            return pieces(text.vocabulary(), numbers, truth);
        }
        if (presentation instanceof Presentation.Pair pair) {
            float[] ids = tensor.values();
            List<String> tokens = IntStream.range(0, ids.length)
                    .mapToObj(i -> pair.vocabulary().token((int) ids[i]))
                    .toList();
            return new Shown.Row(List.of("user", "item"), tokens, truth);
        }
        if (presentation instanceof Presentation.Series series) {
            return curves(series.columns(), series.scales(), tensor, truth);
        }
        List<Scale> scales = presentation instanceof Presentation.Table table ? table.scales() : List.of();
        return row(presentation.columnNames(), scales, tensor, truth);
    }

    /** Of more or fewer channels than a screen shows, the first. */
    private static Raster raster(Tensor image) {
        int[] shape = image.shape();
        int channels = shape.length == 3 ? shape[0] : 1;
        if (channels == 1 || channels == 3) {
            return Raster.of(image);
        }
        int plane = shape[1] * shape[2];
        return new Raster(1, shape[1], shape[2], Arrays.copyOf(image.values(), plane));
    }

    private static Shown pieces(Vocabulary vocabulary, Value.Numbers numbers, String truth) {
        float[] ids = numbers.tensor().values();
        int real = numbers.mask() == null ? ids.length : 0;
        for (int i = 0; numbers.mask() != null && i < ids.length; i++) {
            real += numbers.mask().values()[i] != 0 ? 1 : 0;
        }
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            if (numbers.mask() == null || numbers.mask().values()[i] != 0) {
                tokens.add(vocabulary.token((int) ids[i]));
            }
        }
        return new Shown.Pieces(tokens, ids.length - real, truth);
    }

    private static Shown curves(List<String> names, List<Scale> scales, Tensor tensor, String truth) {
        int columns = tensor.rows();
        int time = tensor.size() / Math.max(1, columns);
        List<float[]> values = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            float[] line = new float[time];
            Scale scale = scale(scales, column);
            for (int step = 0; step < time; step++) {
                line[step] = (float) scale.invert(tensor.values()[column * time + step]);
            }
            values.add(line);
        }
        return new Shown.Curves(names, values, truth);
    }

    private static Shown row(List<String> names, List<Scale> scales, Tensor tensor, String truth) {
        int count = Math.min(MOST_COLUMNS, tensor.size());
        List<String> shownNames = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            shownNames.add(i < names.size() ? names.get(i) : Integer.toString(i));
            values.add(Numbers.significant(scale(scales, i).invert(tensor.values()[i]), 3));
        }
        return new Shown.Row(shownNames, values, truth);
    }

    private static Scale scale(List<Scale> scales, int column) {
        return scales.isEmpty() ? Scale.IDENTITY : scales.get(scales.size() == 1 ? 0 : column);
    }
}
