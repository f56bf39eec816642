package org.vitrine.attribution.effects;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Presentation;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** Divides the inputs of a data set into parts that can be permuted. */
public final class InputParts {
    /** Blocks of steps, and patches to a side, unless told otherwise. */
    public static final int USUAL = 7;

    private static final int MOST = 100;

    /**
     * The cells of a grid over inputs.
     *
     * @param rows of cells
     * @param height of an input, in pixels
     */
    public record Grid(int rows, int columns, int height, int width) {

        /** Where a row of cells begins; that behind the last is where the picture ends. */
        int top(int row) {
            return row * height / rows;
        }

        int left(int column) {
            return column * width / columns;
        }
    }

    private InputParts() {}

    /** The ways to divide inputs of this data set, the usual one first; none for texts. */
    public static List<Division> divisions(Dataset data) {
        Shape shape = data.spec().input();
        if (!InputColumns.of(data).isEmpty() && !(shape instanceof Sequence)) {
            return List.of(Division.COLUMNS);
        }
        if (shape instanceof Image image) {
            return image.channels() > 1 ? List.of(Division.PATCHES, Division.CHANNELS) : List.of(Division.PATCHES);
        }
        if (shape instanceof Sequence sequence) {
            if (isPicture(data)) {
                return List.of(Division.PATCHES, Division.STEPS);
            }
            return sequence.features() > 1 ? List.of(Division.CHANNELS, Division.STEPS) : List.of(Division.STEPS);
        }
        return List.of();
    }

    private static boolean isPicture(Dataset data) {
        return data.presentation() instanceof Presentation.Picture
                || data.presentation() instanceof Presentation.Spectrogram;
    }

    /**
     * The grid of {@link Division#PATCHES}.
     *
     * @param cells to a side, fewer where there are fewer pixels
     */
    public static Grid grid(Dataset data, int cells) {
        Shape shape = data.spec().input();
        int height = (int) (shape instanceof Image image ? image.height() : ((Sequence) shape).features());
        int width = (int) (shape instanceof Image image ? image.width() : ((Sequence) shape).length());
        return new Grid(Math.min(cells, height), Math.min(cells, width), height, width);
    }

    /**
     * The parts of an input.
     *
     * @param count blocks of steps, or patches to a side
     * @throws IllegalArgumentException if the inputs can not be divided so, in words
     */
    public static List<InputPart> of(Dataset data, Division division, int count, Locale locale) {
        if (!divisions(data).contains(division)) {
            throw new IllegalArgumentException("Inputs of the data set '"
                    + data.descriptor().id() + "', " + data.spec().input().text()
                    + ", can not be divided into " + division.id());
        }
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("Divide into 1 to " + MOST + " parts, not " + count);
        }
        EffectTexts texts = new EffectTexts(locale);
        return switch (division) {
            case COLUMNS ->
                InputColumns.of(data).stream()
                        .map(column -> new InputPart(column.name(), column.places()))
                        .toList();
            case CHANNELS -> channels(data, texts);
            case STEPS -> steps((Sequence) data.spec().input(), count, texts);
            case PATCHES -> patches(data, grid(data, count), texts);
        };
    }

    private static List<InputPart> channels(Dataset data, EffectTexts texts) {
        Shape shape = data.spec().input();
        int channels = (int) (shape instanceof Image image ? image.channels() : ((Sequence) shape).features());
        int length = (int) (shape.size() / channels);
        List<String> names =
                InputColumns.of(data).stream().map(InputColumn::name).toList();
        return IntStream.range(0, channels)
                .mapToObj(i -> new InputPart(
                        names.size() == channels ? names.get(i) : texts.channel(i, channels),
                        IntStream.range(i * length, (i + 1) * length).toArray()))
                .toList();
    }

    private static List<InputPart> steps(Sequence shape, int count, EffectTexts texts) {
        int steps = (int) shape.length();
        int blocks = Math.min(count, steps);
        List<InputPart> parts = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            int from = block * steps / blocks;
            int to = (block + 1) * steps / blocks;
            parts.add(new InputPart(
                    texts.steps(from + 1, to),
                    IntStream.range(0, (int) shape.features())
                            .flatMap(feature -> IntStream.range(feature * steps + from, feature * steps + to))
                            .toArray()));
        }
        return parts;
    }

    private static List<InputPart> patches(Dataset data, Grid grid, EffectTexts texts) {
        int channels = (int) (data.spec().input().size() / ((long) grid.height() * grid.width()));
        List<InputPart> parts = new ArrayList<>();
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                int top = grid.top(row);
                int bottom = grid.top(row + 1);
                int left = grid.left(column);
                int right = grid.left(column + 1);
                parts.add(new InputPart(
                        texts.patch(top + 1, bottom, left + 1, right),
                        IntStream.range(0, channels)
                                .flatMap(channel -> IntStream.range(top, bottom)
                                        .flatMap(y -> IntStream.range(left, right)
                                                .map(x -> (channel * grid.height() + y) * grid.width() + x)))
                                .toArray()));
            }
        }
        return parts;
    }
}
