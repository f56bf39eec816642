package org.vitrine.datasets.words;

import java.util.List;
import java.util.regex.Pattern;
import org.vitrine.datasets.prepare.Tokenizer;

/** Cuts a text into sentences of lower-case words without punctuation marks. */
public final class Sentences {
    private static final Pattern TITLE = Pattern.compile("\\b(Mr|Mrs|Ms|Dr|St)\\.");
    private static final Pattern END = Pattern.compile("[.!?;]+(?=[\\s\"')\\]_]|$)|\\R\\s*\\R");

    private Sentences() {}

    /** Sentences of two words and more: a word alone has no neighbours. */
    public static List<List<String>> of(String text) {
        return END.splitAsStream(TITLE.matcher(text).replaceAll("$1"))
                .map(sentence -> Tokenizer.tokens(sentence).stream()
                        .filter(token -> Character.isLetterOrDigit(token.codePointAt(0)))
                        .toList())
                .filter(words -> words.size() > 1)
                .toList();
    }
}
