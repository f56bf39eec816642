package org.vitrine.worker.text;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.datasets.prepare.Tokenizer;

/** Text to token ids and back, character by character where the vocabulary has characters, else word by word. */
public final class Spelling {
    private static final Set<String> SPECIAL = Set.of(Vocabulary.START, Vocabulary.END);

    private final Vocabulary vocabulary;
    private final boolean characters;

    public Spelling(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.characters = vocabulary.tokens().stream()
                .skip(Vocabulary.UNKNOWN + 1)
                .allMatch(token -> SPECIAL.contains(token) || token.codePointCount(0, token.length()) == 1);
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Ids of a text's tokens. */
    public List<Integer> ids(String text) {
        List<String> tokens =
                characters ? text.codePoints().mapToObj(Character::toString).toList() : Tokenizer.tokens(text);
        return tokens.stream().map(vocabulary::id).toList();
    }

    /** The text of some tokens, to stand alone. */
    public String text(List<Integer> ids) {
        return ids.stream().map(vocabulary::token).collect(Collectors.joining(characters ? "" : " "));
    }

    /** The text of some tokens, to stand behind others. */
    public String continuation(List<Integer> ids) {
        return ids.isEmpty() ? "" : (characters ? "" : " ") + text(ids);
    }
}
