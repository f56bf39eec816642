package org.vitrine.datasets;

import java.util.List;

/** A split of token ids that remembers the words behind them. */
public record TextSplit(MemorySplit tokens, List<List<String>> words) implements Split {
    public TextSplit {
        words = List.copyOf(words);
        if (words.size() != tokens.size()) {
            throw new IllegalArgumentException("Tokens and words differ in their number of examples");
        }
    }

    @Override
    public int size() {
        return tokens.size();
    }

    @Override
    public Batch batch(int[] indices) {
        return tokens.batch(indices);
    }

    @Override
    public List<String> words(int index) {
        return words.get(index);
    }
}
