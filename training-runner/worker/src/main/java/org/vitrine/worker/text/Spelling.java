package org.vitrine.worker.text;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Pipeline;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.datasets.prepare.Tokenizer;
import org.vitrine.datasets.steps.Tokenise;

/**
 * Text to token ids and back: as the model's own tokeniser does it, or, for data that come as tokens, character by character
 * where the vocabulary has characters, else word by word.
 */
public final class Spelling {
    private static final Set<String> SPECIAL = Set.of(Vocabulary.START, Vocabulary.END);

    private final Vocabulary vocabulary;
    private final Function<String, List<String>> tokeniser;
    /** Between two tokens. */
    private final String blank;

    private Spelling(Vocabulary vocabulary, Function<String, List<String>> tokeniser, boolean words) {
        this.vocabulary = vocabulary;
        this.tokeniser = tokeniser;
        this.blank = words ? " " : "";
    }

    /** For data that come as tokens of a vocabulary. */
    public static Spelling of(Vocabulary vocabulary) {
        boolean characters = vocabulary.tokens().stream()
                .skip(Vocabulary.UNKNOWN + 1)
                .allMatch(token -> SPECIAL.contains(token) || token.codePointCount(0, token.length()) == 1);
        return characters
                ? new Spelling(
                        vocabulary,
                        text -> text.codePoints().mapToObj(Character::toString).toList(),
                        false)
                : new Spelling(vocabulary, Tokenizer::tokens, true);
    }

    /** As the steps spell that a model was trained with. */
    public static Spelling of(Vocabulary vocabulary, Pipeline pipeline) {
        for (FittedStep step : pipeline.steps()) {
            if (step instanceof Tokenise.Fitted tokenise) {
                return new Spelling(vocabulary, tokenise.tokeniser(), tokenise.unit() == Tokenise.Unit.WORDS);
            }
        }
        return of(vocabulary);
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** A text's tokens as they were written. */
    public List<String> tokens(String text) {
        return tokeniser.apply(text);
    }

    /** Ids of a text's tokens. */
    public List<Integer> ids(String text) {
        return tokens(text).stream().map(vocabulary::id).toList();
    }

    /** The text of some tokens, to stand alone. */
    public String text(List<Integer> ids) {
        return ids.stream().map(vocabulary::token).collect(Collectors.joining(blank));
    }

    /** The text of some tokens, to stand behind others. */
    public String continuation(List<Integer> ids) {
        return ids.isEmpty() ? "" : blank + text(ids);
    }
}
