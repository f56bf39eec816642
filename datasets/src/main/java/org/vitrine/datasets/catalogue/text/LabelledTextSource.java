package org.vitrine.datasets.catalogue.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
import org.vitrine.datasets.random.Partition;
import org.vitrine.datasets.read.TsvText;
import org.vitrine.graph.model.StepReference;

/**
 * Short texts with a class each. A text that stands there more than once is taken once, and not at all if its classes differ:
 * nobody could tell them apart.
 */
public final class LabelledTextSource implements DatasetSource {
    private static final double VALIDATION = 0.1;
    private static final double TEST = 0.2;

    private final DatasetDescriptor descriptor;
    private final String path;
    private final List<String> header;
    private final Reading reading;
    private final List<StepReference> steps;

    /** Takes texts and classes out of one row. */
    private interface Reading {
        void take(List<String> row, Texts texts);
    }

    private LabelledTextSource(
            String id,
            String licence,
            String source,
            String path,
            List<String> header,
            Reading reading,
            List<StepReference> steps) {
        this.descriptor =
                new DatasetDescriptor(id, Task.TEXT_CLASSIFICATION, licence, source, List.of(CommonOptions.seed()));
        this.path = path;
        this.header = header;
        this.reading = reading;
        this.steps = steps;
    }

    /** Which topic does a definition belong to? */
    public static LabelledTextSource wordnetTopics() {
        return new LabelledTextSource(
                "wordnet-topics",
                "WordNet 3.1 License, Princeton University",
                "WordNet 3.1, definitions of nouns",
                "wordnet-topics/wordnet-topics.tsv.gz",
                List.of("label", "word", "definition"),
                (row, texts) -> texts.add(row.get(2), row.get(0)),
                List.of(tokenise("words", 5000), pad(24)));
    }

    /** Which language is a surname from? */
    public static LabelledTextSource surnames() {
        return new LabelledTextSource(
                "surnames",
                "MIT, Faker; Apache 2.0, Datafaker",
                "Lists of surnames of Faker 10.6 and Datafaker 2.4",
                "surnames/surnames-by-language.tsv.gz",
                List.of("name", "language"),
                (row, texts) -> texts.add(row.get(0), row.get(1)),
                List.of(tokenise("characters", 200), pad(16)));
    }

    /** Which language is a phrase in? */
    public static LabelledTextSource emojiNames() {
        List<String> languages = List.of("English", "French", "German", "Spanish", "Italian");
        return new LabelledTextSource(
                "emoji-names",
                "Unicode License v3, Unicode, Inc.",
                "Unicode CLDR 48.2, short names of emoji",
                "emoji-names/cldr-emoji-names-5lang.tsv.gz",
                List.of("codepoint", "en", "fr", "de", "es", "it"),
                (row, texts) -> {
                    for (int i = 0; i < languages.size(); i++) {
                        texts.add(row.get(i + 1), languages.get(i));
                    }
                },
                List.of(tokenise("characters", 200), pad(40)));
    }

    @Override
    public DatasetDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public RawDataset read(Map<String, String> given) throws DatasetException {
        Options options = Options.of(descriptor, given);
        Texts texts = new Texts();
        for (List<String> row : TsvText.readGzipped(Resources.open(path), path, header)) {
            reading.take(row, texts);
        }
        List<String> classes = texts.classes();
        List<Value.Text> values = new ArrayList<>();
        List<Integer> found = new ArrayList<>();
        texts.labels.forEach((text, label) -> {
            if (!texts.ambiguous.contains(text)) {
                values.add(new Value.Text(texts.asWritten.getOrDefault(text, text)));
                found.add(classes.indexOf(label));
            }
        });
        int[] labels = found.stream().mapToInt(Integer::intValue).toArray();
        return RawDataset.classified(
                descriptor,
                new Content.Text(),
                values,
                labels,
                classes,
                Partition.stratified(labels, classes.size(), VALIDATION, TEST, options.integer(CommonOptions.SEED)),
                steps);
    }

    private static StepReference tokenise(String into, int vocabulary) {
        return new StepReference("tokenise", Map.of("into", into, "vocabulary", Integer.toString(vocabulary)));
    }

    private static StepReference pad(int length) {
        return new StepReference("pad", Map.of("length", Integer.toString(length)));
    }

    /** Texts in the order of the file, compared in lower case. */
    private static final class Texts {
        private final Map<String, String> labels = new java.util.LinkedHashMap<>();
        private final Map<String, String> asWritten = new HashMap<>();
        private final Set<String> ambiguous = new HashSet<>();

        void add(String text, String label) {
            String key = text.toLowerCase(Locale.ROOT).strip();
            if (key.isEmpty()) {
                return;
            }
            String before = labels.putIfAbsent(key, label);
            asWritten.putIfAbsent(key, text.strip());
            if (before != null && !before.equals(label)) {
                ambiguous.add(key);
            }
        }

        List<String> classes() {
            return labels.values().stream().distinct().sorted().toList();
        }
    }
}
