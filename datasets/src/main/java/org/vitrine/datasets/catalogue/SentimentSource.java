package org.vitrine.datasets.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.DatasetSource;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.datasets.prepare.Partition;
import org.vitrine.datasets.prepare.TokenEncoder;
import org.vitrine.datasets.prepare.Tokenizer;
import org.vitrine.datasets.prepare.Vocabularies;
import org.vitrine.datasets.read.TsvText;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;

/** Sentences from reviews, negative or positive (Kotzias et al. 2015). */
final class SentimentSource implements DatasetSource {
    private static final String PATH = "sentiment-sentences/sentiment-sentences.tsv.gz";
    private static final String LENGTH = "length";
    private static final String VOCABULARY = "vocabulary";
    private static final int LEAST_COUNT = 2;
    private static final double VALIDATION = 0.1;
    private static final double TEST = 0.2;
    private static final List<String> CLASSES = List.of("negative", "positive");

    private final DatasetDescriptor descriptor = new DatasetDescriptor(
            "sentiment-sentences",
            Task.TEXT_CLASSIFICATION,
            "CC BY 4.0, D. Kotzias, M. Denil, N. de Freitas, P. Smyth",
            "UCI Machine Learning Repository, Sentiment Labelled Sentences",
            List.of(
                    DatasetOption.integer(LENGTH, 32, 4, 128),
                    DatasetOption.integer(VOCABULARY, 2000, 10, 20_000),
                    CommonOptions.seed()));

    @Override
    public DatasetDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public Dataset load(Map<String, String> given) throws DatasetException {
        Options options = Options.of(descriptor, given);
        Sentences sentences = read();
        int[] labels = sentences.labels().stream().mapToInt(Integer::intValue).toArray();
        Partition partition =
                Partition.stratified(labels, CLASSES.size(), VALIDATION, TEST, options.integer(CommonOptions.SEED));
        Vocabulary vocabulary = Vocabularies.mostFrequent(
                IntStream.of(partition.train()).mapToObj(sentences.texts()::get).toList(),
                options.integer(VOCABULARY),
                LEAST_COUNT);
        TokenEncoder encoder = new TokenEncoder(vocabulary, options.integer(LENGTH));
        return Dataset.of(
                descriptor,
                new DataSpec(new Tokens(vocabulary.size(), encoder.length()), Target.classes(CLASSES.size())),
                new Presentation.Text(vocabulary),
                CLASSES,
                List.of(),
                encoder.encode(sentences.texts(), labels, partition.train()),
                encoder.encode(sentences.texts(), labels, partition.validation()),
                encoder.encode(sentences.texts(), labels, partition.test()));
    }

    /** The sentences, each once: what stands in the training part must not come again in the test. */
    private static Sentences read() throws DatasetException {
        List<List<String>> texts = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (List<String> row : TsvText.readGzipped(Resources.open(PATH), PATH, List.of("label", "source", "text"))) {
            List<String> tokens = Tokenizer.tokens(row.get(2));
            if (!tokens.isEmpty() && seen.add(tokens)) {
                texts.add(tokens);
                labels.add(row.get(0).equals("1") ? 1 : 0);
            }
        }
        return new Sentences(texts, labels);
    }

    private record Sentences(List<List<String>> texts, List<Integer> labels) {}
}
