package org.vitrine.datasets.catalogue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.DatasetSource;
import org.vitrine.datasets.MemorySplit;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.TextSplit;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.datasets.prepare.Draw;
import org.vitrine.datasets.prepare.Vocabularies;
import org.vitrine.datasets.read.Cancellation;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;

/**
 * Pieces of a novel; the target of each character is the one that follows. Validation and test pieces come from the last
 * chapters, so that no character of theirs is trained on.
 */
final class NextCharacterSource implements DatasetSource {
    private static final String PATH = "pride-and-prejudice/pride-and-prejudice.txt.gz";
    private static final String LENGTH = "length";
    private static final int MOST_BYTES = 4_000_000;
    private static final int LEAST_COUNT = 20;
    private static final double TRAIN = 0.8;
    private static final double VALIDATION = 0.1;

    private final DatasetDescriptor descriptor = new DatasetDescriptor(
            "next-character",
            Task.NEXT_STEP,
            "public domain",
            "Jane Austen, Pride and Prejudice, 1813",
            List.of(DatasetOption.integer(LENGTH, 64, 8, 256), CommonOptions.examples(4000), CommonOptions.seed()));

    @Override
    public DatasetDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public Dataset load(Map<String, String> given) throws DatasetException {
        Options options = Options.of(descriptor, given);
        int length = options.integer(LENGTH);
        int examples = options.integer(CommonOptions.EXAMPLES);
        int seed = options.integer(CommonOptions.SEED);
        String text = read();
        int trainEnd = (int) (TRAIN * text.length());
        int validationEnd = (int) ((TRAIN + VALIDATION) * text.length());
        Vocabulary vocabulary = Vocabularies.mostFrequent(
                List.of(characters(text.substring(0, trainEnd))), Integer.MAX_VALUE, LEAST_COUNT);
        Pieces pieces = new Pieces(text, vocabulary, length, seed);
        int validation = examples * 3 / 20;
        int test = examples / 5;
        return Dataset.of(
                descriptor,
                new DataSpec(new Tokens(vocabulary.size(), length), Target.stepClasses(vocabulary.size(), length)),
                new Presentation.Text(vocabulary),
                vocabulary.tokens(),
                List.of(),
                pieces.draw(0, trainEnd, examples - validation - test, 0),
                pieces.draw(trainEnd, validationEnd, validation, 1),
                pieces.draw(validationEnd, text.length(), test, 2));
    }

    /** The book with every run of blanks and line ends as one blank. */
    private static String read() throws DatasetException {
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Resources.open(PATH)))) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            return new String(bytes, StandardCharsets.UTF_8)
                    .replaceAll("\\s+", " ")
                    .strip();
        } catch (IOException e) {
            throw new DatasetException(
                    "The program's own file " + PATH + " can not be read: " + e.getMessage() + ".", e);
        }
    }

    private static List<String> characters(String text) {
        return text.chars().mapToObj(Character::toString).toList();
    }

    /** Cuts pieces out of the text at random places. */
    private record Pieces(String text, Vocabulary vocabulary, int length, int seed) {

        TextSplit draw(int from, int to, int count, int part) throws DatasetException {
            Draw draw = Draw.forExample(seed, part);
            float[] inputs = new float[count * length];
            float[] targets = new float[count * length];
            float[] mask = new float[count * length];
            java.util.Arrays.fill(mask, 1);
            List<List<String>> words = new ArrayList<>();
            for (int row = 0; row < count; row++) {
                Cancellation.check("next-character");
                int start = from + draw.below(to - from - length);
                for (int step = 0; step < length; step++) {
                    inputs[row * length + step] = id(start + step);
                    targets[row * length + step] = id(start + step + 1);
                }
                words.add(characters(text.substring(start, start + length)));
            }
            MemorySplit split = new MemorySplit(
                    Tensor.of(inputs, count, length),
                    Tensor.of(targets, count, length),
                    Tensor.of(mask, count, length));
            return new TextSplit(split, words);
        }

        private int id(int place) {
            return vocabulary.id(String.valueOf(text.charAt(place)));
        }
    }
}
