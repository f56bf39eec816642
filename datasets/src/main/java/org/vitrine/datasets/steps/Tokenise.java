package org.vitrine.datasets.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.datasets.prepare.BytePairs;
import org.vitrine.datasets.prepare.Tokenizer;
import org.vitrine.datasets.prepare.Vocabularies;
import org.vitrine.datasets.read.Cancellation;

/** Cuts texts into words, characters or byte pairs and finds their vocabulary. */
public final class Tokenise implements Step {
    private static final String INTO = "into";
    private static final String VOCABULARY = "vocabulary";
    private static final String LEAST = "least";

    /** What a token is. */
    public enum Unit {
        WORDS,
        CHARACTERS,
        BYTE_PAIRS;

        private static Unit of(String choice) {
            return valueOf(choice.toUpperCase(java.util.Locale.ROOT).replace(' ', '_'));
        }
    }

    @Override
    public String id() {
        return "tokenise";
    }

    @Override
    public List<DatasetOption> options() {
        return List.of(
                DatasetOption.choice(INTO, "words", List.of("words", "characters", "byte pairs")),
                DatasetOption.integer(VOCABULARY, 2000, 10, 50_000),
                DatasetOption.integer(LEAST, 2, 1, 1000));
    }

    @Override
    public Optional<String> misfit(Content content, Targets targets) {
        return content instanceof Content.Text
                ? Optional.empty()
                : Optional.of("it takes texts, not " + content.text() + ".");
    }

    @Override
    public FittedStep fit(Stage before, Options options) throws DatasetException {
        Unit unit = Unit.of(options.text(INTO));
        int most = options.integer(VOCABULARY);
        int least = options.integer(LEAST);
        Examples train = before.train();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < train.size(); i++) {
            texts.add(((Value.Text) train.example(i).value()).text());
        }
        if (unit == Unit.BYTE_PAIRS) {
            BytePairs pairs = BytePairs.train(texts, most, least);
            return new Fitted(unit, Vocabularies.of(pairs.tokens()), pairs.merges());
        }
        List<List<String>> tokens = new ArrayList<>();
        for (String text : texts) {
            Cancellation.check("the texts");
            tokens.add(tokens(unit, text));
        }
        return new Fitted(unit, Vocabularies.mostFrequent(tokens, most, least), List.of());
    }

    private static List<String> tokens(Unit unit, String text) {
        return unit == Unit.WORDS
                ? Tokenizer.tokens(text)
                : text.codePoints().mapToObj(Character::toString).toList();
    }

    @Override
    public Class<Fitted> fittedType() {
        return Fitted.class;
    }

    /**
     * The tokeniser.
     *
     * @param merges of byte pairs, in the order in which they are done; else empty
     */
    public record Fitted(Unit unit, Vocabulary vocabulary, List<BytePairs.Merge> merges) implements FittedStep {
        public Fitted {
            merges = List.copyOf(merges);
        }

        @Override
        public Content content(Content before) {
            return new Content.Words(vocabulary);
        }

        @Override
        public Examples apply(Content content, Examples before) {
            Function<String, List<String>> tokens = tokeniser();
            return before.map((example, draw) ->
                    example.with(new Value.Words(tokens.apply(((Value.Text) example.value()).text()))));
        }

        /** Cuts a text into tokens, rare ones as written. */
        public Function<String, List<String>> tokeniser() {
            if (unit == Unit.BYTE_PAIRS) {
                return new BytePairs(vocabulary.tokens(), merges)::tokens;
            }
            return text -> tokens(unit, text);
        }
    }
}
