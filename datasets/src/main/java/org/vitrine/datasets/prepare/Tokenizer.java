package org.vitrine.datasets.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits text into lower-case words, apostrophes kept inside them, and punctuation marks. */
public final class Tokenizer {
    /** A word with inner apostrophes; three dots; or a run of one mark, of which one is kept. */
    private static final Pattern TOKEN = Pattern.compile(
            "[\\p{L}\\p{M}\\p{N}]+(?:'[\\p{L}\\p{M}\\p{N}]+)*|\\.{2,}|([^\\s\\p{C}\\p{Z}\\p{L}\\p{M}\\p{N}])\\1*");

    private Tokenizer() {}

    public static List<String> tokens(String text) {
        Matcher matcher = TOKEN.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''));
        List<String> tokens = new ArrayList<>();
        while (matcher.find()) {
            String mark = matcher.group(1);
            String token = matcher.group();
            tokens.add(mark != null ? mark : token.startsWith("..") ? "..." : token);
        }
        return tokens;
    }
}
