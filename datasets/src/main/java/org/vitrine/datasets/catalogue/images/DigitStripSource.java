package org.vitrine.datasets.catalogue.images;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.DatasetSource;
import org.vitrine.datasets.MemorySplit;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.support.CommonOptions;
import org.vitrine.datasets.catalogue.support.Resources;
import org.vitrine.datasets.random.Draw;
import org.vitrine.datasets.random.Partition;
import org.vitrine.datasets.read.Cancellation;
import org.vitrine.datasets.read.Idx;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Target;

/**
 * Numbers written with the small handwritten digits, one beside the other with gaps of random width. A step is a column of
 * pixels; where each digit stands is not told. The digits of the test part are in no other part.
 */
public final class DigitStripSource implements DatasetSource {
    private static final String IMAGES = "digits/uci-digits8x8-images.idx3.gz";
    private static final String LABELS = "digits/uci-digits8x8-labels.idx1.gz";
    private static final String DIGITS = "digits";
    private static final int SIDE = 8;
    private static final int WIDEST_GAP = 3;
    private static final int KINDS = 10;
    private static final float WHITE = 16;

    private final DatasetDescriptor descriptor = new DatasetDescriptor(
            "digit-strips",
            Task.LABEL_ROWS,
            "CC BY 4.0, E. Alpaydin and C. Kaynak",
            "UCI Machine Learning Repository, Optical Recognition of Handwritten Digits, put side by side",
            List.of(DatasetOption.integer(DIGITS, 5, 1, 10), CommonOptions.examples(3000), CommonOptions.seed()));

    @Override
    public DatasetDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public RawDataset read(Map<String, String> given) throws DatasetException {
        Options options = Options.of(descriptor, given);
        int most = options.integer(DIGITS);
        int seed = options.integer(CommonOptions.SEED);
        Idx images = Idx.readGzipped(Resources.open(IMAGES), IMAGES, 3);
        Idx labels = Idx.readGzipped(Resources.open(LABELS), LABELS, 1);
        int[] classes = IntStream.range(0, labels.values().length)
                .map(i -> labels.values()[i])
                .toArray();
        Partition digits = Partition.stratified(classes, KINDS, 0.15, 0.2, seed);
        Writer writer = new Writer(images, classes, most, seed);
        int examples = options.integer(CommonOptions.EXAMPLES);
        int validation = examples * 3 / 20;
        int test = examples / 5;
        return RawDataset.ready(
                descriptor,
                new DataSpec(new Sequence(SIDE, writer.length()), Target.labels(KINDS, most)),
                new Presentation.Picture(),
                IntStream.range(0, KINDS).mapToObj(Integer::toString).toList(),
                List.of(),
                writer.write(digits.train(), examples - validation - test, 0),
                writer.write(digits.validation(), validation, 1),
                writer.write(digits.test(), test, 2));
    }

    /** Writes numbers of one digit to {@code most}. */
    private record Writer(Idx images, int[] classes, int most, int seed) {

        int length() {
            return most * (SIDE + WIDEST_GAP);
        }

        MemorySplit write(int[] digits, int count, int part) throws DatasetException {
            int length = length();
            Tensor inputs = Tensor.zeros(count, SIDE, length);
            Tensor targets = Tensor.zeros(count, most);
            Tensor mask = Tensor.zeros(count, length);
            java.util.Arrays.fill(targets.values(), -1);
            for (int row = 0; row < count; row++) {
                Cancellation.check("digit-strips");
                Draw draw = Draw.forExample(seed, 3L * row + part);
                int written = 1 + draw.below(most);
                int column = draw.below(WIDEST_GAP + 1);
                for (int i = 0; i < written; i++) {
                    int digit = digits[draw.below(digits.length)];
                    targets.values()[row * most + i] = classes[digit];
                    paint(digit, inputs.values(), row * SIDE * length + column, length);
                    column += SIDE + (i + 1 < written ? draw.below(WIDEST_GAP + 1) : 0);
                }
                java.util.Arrays.fill(mask.values(), row * length, row * length + column, 1);
            }
            return new MemorySplit(inputs, targets, mask);
        }

        private void paint(int digit, float[] values, int place, int stride) {
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    values[place + y * stride + x] = images.values()[(digit * SIDE + y) * SIDE + x] / WHITE;
                }
            }
        }
    }
}
