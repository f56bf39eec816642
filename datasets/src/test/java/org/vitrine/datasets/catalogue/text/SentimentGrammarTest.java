package org.vitrine.datasets.catalogue.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.prepare.Tokenizer;
import org.vitrine.datasets.random.Draw;

class SentimentGrammarTest {

    @Test
    void everyWordStandsInAsManyPositiveSentencesAsNegativeOnes() {
        SentimentGrammar grammar = new SentimentGrammar(0.45, 0.1);
        Map<String, int[]> counts = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            int label = i % 2;
            for (String word : Tokenizer.tokens(grammar.sentence(label, Draw.forExample(1, i)))) {
                counts.computeIfAbsent(word, key -> new int[2])[label]++;
            }
        }
        assertThat(counts).hasSizeGreaterThan(70);
        counts.forEach((word, count) -> assertThat(Math.abs(count[0] - count[1]))
                .as(word)
                .isLessThan(5 * (int) Math.sqrt(count[0] + count[1])));
    }

    @Test
    void contrastDecidesHowManySentencesHaveTwoClauses() {
        assertThat(twoClauses(0)).isZero();
        assertThat(twoClauses(0.45)).isBetween(400, 500);
        assertThat(twoClauses(1)).isEqualTo(1000);
    }

    private static int twoClauses(double contrast) {
        int count = 0;
        for (int i = 0; i < 1000; i++) {
            String text = new SentimentGrammar(contrast, 0.1).sentence(i % 2, Draw.forExample(2, i));
            count += text.toLowerCase(java.util.Locale.ROOT).contains("although") || text.contains(", but ") ? 1 : 0;
        }
        return count;
    }
}
