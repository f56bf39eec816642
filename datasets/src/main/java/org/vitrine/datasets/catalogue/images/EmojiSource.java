package org.vitrine.datasets.catalogue.images;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.DatasetSource;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.catalogue.images.EmojiPainter.Background;
import org.vitrine.datasets.catalogue.support.CommonOptions;
import org.vitrine.datasets.random.Draw;
import org.vitrine.datasets.random.Partition;
import org.vitrine.graph.shape.Image;

/**
 * Emoji of ten classes on random backgrounds. Unless it is asked for, no emoji is in two parts, in either style: the test is
 * for the class, not for the drawing. The images are painted when they are asked for.
 */
public final class EmojiSource implements DatasetSource {
    private static final String SIZE = "size";
    private static final String POSE = "pose";
    private static final String BACKGROUND = "background";
    private static final String SPLIT = "split";
    private static final String UNSEEN = "unseen emoji";
    private static final String SAME = "same emoji";
    private static final double VALIDATION = 0.15;
    private static final double TEST = 0.2;

    private final DatasetDescriptor descriptor = new DatasetDescriptor(
            "emoji",
            Task.IMAGE_CLASSIFICATION,
            "Apache 2.0, Google LLC (Noto Emoji); MIT, Microsoft Corporation (Fluent Emoji)",
            "Noto Emoji and Fluent Emoji, 852 drawings, put on generated backgrounds",
            List.of(
                    DatasetOption.integer(SIZE, 32, 16, 64),
                    DatasetOption.number(POSE, 0.7, 0, 1),
                    DatasetOption.choice(BACKGROUND, "gradient", backgrounds()),
                    DatasetOption.choice(SPLIT, UNSEEN, List.of(UNSEEN, SAME)),
                    CommonOptions.examples(6000),
                    CommonOptions.seed()));

    @Override
    public DatasetDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public RawDataset read(Map<String, String> given) throws DatasetException {
        Options options = Options.of(descriptor, given);
        EmojiSheet sheet = EmojiSheet.read();
        List<String> classes = sheet.tiles().stream()
                .map(EmojiSheet.Tile::kind)
                .distinct()
                .sorted()
                .toList();
        int[] labels = sheet.tiles().stream()
                .mapToInt(tile -> classes.indexOf(tile.kind()))
                .toArray();
        int seed = options.integer(CommonOptions.SEED);
        int[] all = IntStream.range(0, labels.length).toArray();
        Partition partition = options.text(SPLIT).equals(SAME)
                ? new Partition(all, all, all)
                : Partition.byGroup(groups(sheet), labels, classes.size(), VALIDATION, TEST, seed);
        int size = options.integer(SIZE);
        EmojiPainter painter = new EmojiPainter(
                size,
                options.number(POSE),
                Background.valueOf(options.text(BACKGROUND).toUpperCase(Locale.ROOT)));
        int examples = options.integer(CommonOptions.EXAMPLES);
        int validation = (int) Math.round(examples * VALIDATION);
        int test = (int) Math.round(examples * TEST);
        Stage stage = new Stage(
                new Content.Ready(new Image(3, size, size), new Presentation.Picture()),
                Targets.classes(classes),
                new Painted(
                        sheet,
                        painter,
                        byClass(partition.train(), labels, classes),
                        examples - validation - test,
                        seed,
                        0),
                new Painted(sheet, painter, byClass(partition.validation(), labels, classes), validation, seed, 1),
                new Painted(sheet, painter, byClass(partition.test(), labels, classes), test, seed, 2));
        return new RawDataset(descriptor, stage, List.of());
    }

    /** Both drawings of one character belong together. */
    private static int[] groups(EmojiSheet sheet) {
        Map<String, Integer> known = new HashMap<>();
        return sheet.tiles().stream()
                .mapToInt(tile -> known.computeIfAbsent(tile.code(), code -> known.size()))
                .toArray();
    }

    private static List<int[]> byClass(int[] tiles, int[] labels, List<String> classes) {
        List<int[]> byClass = new ArrayList<>();
        for (int c = 0; c < classes.size(); c++) {
            int wanted = c;
            byClass.add(
                    IntStream.of(tiles).filter(tile -> labels[tile] == wanted).toArray());
        }
        return byClass;
    }

    private static List<String> backgrounds() {
        return java.util.Arrays.stream(Background.values())
                .map(background -> background.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * One part, the classes in turn.
     *
     * @param tiles of the part by class
     * @param stream keeps the random numbers of the parts apart
     */
    private record Painted(EmojiSheet sheet, EmojiPainter painter, List<int[]> tiles, int size, long seed, int stream)
            implements Examples {
        private static final int STREAMS = 3;

        @Override
        public Example example(int index, @Nullable Draw pass) {
            Draw draw = Draw.forExample(seed, (long) index * STREAMS + stream);
            int label = index % tiles.size();
            int[] drawings = tiles.get(label);
            float[] drawing = sheet.drawing(drawings[draw.below(drawings.length)]);
            return new Example(Value.Numbers.of(painter.paint(drawing, draw)), Tensor.of(new float[] {label}));
        }
    }
}
