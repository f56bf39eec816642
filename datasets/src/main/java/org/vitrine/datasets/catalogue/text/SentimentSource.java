package org.vitrine.datasets.catalogue.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetSource;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.catalogue.support.CommonOptions;
import org.vitrine.datasets.catalogue.support.Resources;
import org.vitrine.datasets.prepare.Tokenizer;
import org.vitrine.datasets.random.Partition;
import org.vitrine.datasets.read.TsvText;
import org.vitrine.graph.model.StepReference;

/** Sentences from reviews, negative or positive (Kotzias et al. 2015). */
public final class SentimentSource implements DatasetSource {
    private static final String PATH = "sentiment-sentences/sentiment-sentences.tsv.gz";
    private static final double VALIDATION = 0.1;
    private static final double TEST = 0.2;
    private static final List<String> CLASSES = List.of("negative", "positive");

    private final DatasetDescriptor descriptor = new DatasetDescriptor(
            "sentiment-sentences",
            Task.TEXT_CLASSIFICATION,
            "CC BY 4.0, D. Kotzias, M. Denil, N. de Freitas, P. Smyth",
            "UCI Machine Learning Repository, Sentiment Labelled Sentences",
            List.of(CommonOptions.seed()));

    @Override
    public DatasetDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public RawDataset read(Map<String, String> given) throws DatasetException {
        Options options = Options.of(descriptor, given);
        List<Value.Text> texts = new ArrayList<>();
        List<Integer> found = new ArrayList<>();
        // Each sentence once: what stands in the training part must not come again in the test.
        Set<List<String>> seen = new HashSet<>();
        for (List<String> row : TsvText.readGzipped(Resources.open(PATH), PATH, List.of("label", "source", "text"))) {
            List<String> tokens = Tokenizer.tokens(row.get(2));
            if (!tokens.isEmpty() && seen.add(tokens)) {
                texts.add(new Value.Text(row.get(2)));
                found.add(row.get(0).equals("1") ? 1 : 0);
            }
        }
        int[] labels = found.stream().mapToInt(Integer::intValue).toArray();
        return RawDataset.classified(
                descriptor,
                new Content.Text(),
                texts,
                labels,
                CLASSES,
                Partition.stratified(labels, CLASSES.size(), VALIDATION, TEST, options.integer(CommonOptions.SEED)),
                List.of(StepReference.of("tokenise"), StepReference.of("pad")));
    }
}
