package org.vitrine.datasets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Token texts by id; id 0 is padding, id 1 stands for unknown tokens. */
public final class Vocabulary {
    public static final int PADDING = 0;
    public static final int UNKNOWN = 1;
    /** What texts that are written step by step begin with, if the vocabulary has it. */
    public static final String START = "<start>";
    /** What they end with, if the vocabulary has it. */
    public static final String END = "<end>";

    private final List<String> tokens;
    private final Map<String, Integer> ids = new HashMap<>();

    /** @param tokens texts by id, the first two being padding and unknown */
    @JsonCreator
    public Vocabulary(List<String> tokens) {
        this.tokens = List.copyOf(tokens);
        for (int id = 0; id < tokens.size(); id++) {
            ids.put(tokens.get(id), id);
        }
    }

    public int size() {
        return tokens.size();
    }

    public String token(int id) {
        return tokens.get(id);
    }

    /** The id of a token, {@link #UNKNOWN} if it is not in the vocabulary. */
    public int id(String token) {
        return ids.getOrDefault(token, UNKNOWN);
    }

    /** Whether the vocabulary has this token. */
    public boolean contains(String token) {
        return ids.containsKey(token);
    }

    @JsonValue
    public List<String> tokens() {
        return tokens;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vocabulary vocabulary && tokens.equals(vocabulary.tokens);
    }

    @Override
    public int hashCode() {
        return tokens.hashCode();
    }
}
