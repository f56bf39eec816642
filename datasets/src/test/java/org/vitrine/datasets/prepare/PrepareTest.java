package org.vitrine.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.datasets.random.Draw;
import org.vitrine.datasets.random.Partition;
import org.vitrine.datasets.steps.Pad;

class PrepareTest {

    @Property(tries = 100)
    void everyExampleIsInExactlyOnePart(@ForAll long seed, @ForAll @IntRange(min = 0, max = 300) int n) {
        Partition random = Partition.random(n, 0.15, 0.2, seed);
        Partition rounds = Partition.rounds(n, 3);
        for (Partition partition : List.of(random, rounds)) {
            int[] all = Stream.of(partition.train(), partition.validation(), partition.test())
                    .flatMapToInt(IntStream::of)
                    .sorted()
                    .toArray();
            assertThat(all).containsExactly(IntStream.range(0, n).toArray());
        }
    }

    @Property(tries = 100)
    void aStratifiedPartitionKeepsTheShareOfEachClass(@ForAll long seed) {
        int[] labels = IntStream.range(0, 400)
                .map(i -> i % 10 == 0 ? 0 : i % 3 == 0 ? 1 : 2)
                .toArray();
        Partition partition = Partition.stratified(labels, 3, 0.15, 0.2, seed);
        for (int c = 0; c < 3; c++) {
            int label = c;
            double all = IntStream.of(labels).filter(l -> l == label).count();
            assertThat(share(partition.validation(), labels, label) / all).isCloseTo(0.15, within(0.015));
            assertThat(share(partition.test(), labels, label) / all).isCloseTo(0.2, within(0.015));
        }
    }

    @Test
    void rareClassesAreInEveryPartWhereThereAreEnoughOfThem() {
        int[] labels = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2};
        Partition partition = Partition.stratified(labels, 3, 0.15, 0.2, 1);
        for (int[] part : List.of(partition.train(), partition.validation(), partition.test())) {
            assertThat(share(part, labels, 1)).isEqualTo(1);
        }
        assertThat(share(partition.train(), labels, 2)).isEqualTo(2);
    }

    @Test
    void drawsHaveTheirDistributions() {
        Draw draw = new Draw(1);
        int n = 200_000;
        double sum = 0;
        double squares = 0;
        double fourth = 0;
        double even = 0;
        int[] counts = new int[7];
        for (int i = 0; i < n; i++) {
            double g = draw.gaussian();
            sum += g;
            squares += g * g;
            fourth += g * g * g * g;
            even += draw.uniform(2, 4);
            counts[draw.below(7)]++;
        }
        assertThat(sum / n).isCloseTo(0, within(0.01));
        assertThat(squares / n).isCloseTo(1, within(0.02));
        assertThat(fourth / n).isCloseTo(3, within(0.1));
        assertThat(even / n).isCloseTo(3, within(0.01));
        for (int count : counts) {
            assertThat((double) count / n).isCloseTo(1 / 7.0, within(0.005));
        }
    }

    @Test
    void examplesHaveStreamsOfTheirOwn() {
        double first = Draw.forExample(42, 0).uniform();
        assertThat(Draw.forExample(42, 0).uniform()).isEqualTo(first);
        assertThat(Draw.forExample(42, 1).uniform()).isNotEqualTo(first);
        assertThat(Draw.forExample(43, 0).uniform()).isNotEqualTo(first);
        double sum = IntStream.range(0, 50_000)
                .mapToDouble(i -> Draw.forExample(42, i).uniform())
                .sum();
        assertThat(sum / 50_000).isCloseTo(0.5, within(0.01));
    }

    @Test
    void wordsAreLowerCaseWithApostrophesAndMarksAreTokens() {
        assertThat(Tokenizer.tokens("Didn't like it... AT ALL!!! (2nd café, 50%)"))
                .containsExactly(
                        "didn't", "like", "it", "...", "at", "all", "!", "(", "2nd", "café", ",", "50", "%", ")");
        assertThat(Tokenizer.tokens("It’s 'so' good.")).containsExactly("it's", "'", "so", "'", "good", ".");
        assertThat(Tokenizer.tokens(" \u0085\u00a0\u0000 ")).isEmpty();
    }

    @Property(tries = 500)
    void tokensHoldEveryLetterOfTheText(@ForAll String text) {
        String joined = String.join("", Tokenizer.tokens(text));
        String letters = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
        assertThat(joined.replaceAll("[^\\p{L}\\p{M}\\p{N}]", "")).isEqualTo(letters);
    }

    @Test
    void vocabulariesKeepTheMostFrequentWords() {
        List<List<String>> texts =
                List.of(List.of("b", "a", "c"), List.of("b", "a", "d"), List.of("b", "once"), List.of("c", "d"));
        Vocabulary all = Vocabularies.mostFrequent(texts, 100, 2);
        assertThat(all.tokens()).containsExactly("<pad>", "<unk>", "b", "a", "c", "d");
        assertThat(Vocabularies.mostFrequent(texts, 4, 2).tokens()).containsExactly("<pad>", "<unk>", "b", "a");
        assertThat(all.id("once")).isEqualTo(Vocabulary.UNKNOWN);
    }

    @Test
    void textsAreCutPaddedAndMaskedAndKeepTheirWords() {
        Pad.Fitted pad = new Pad.Fitted(Vocabularies.of(List.of("a", "b")), 3, true);
        Value.Numbers longer = padded(pad, List.of("a", "b", "rare", "a"));
        assertThat(longer.tensor().values()).containsExactly(2, 3, 1);
        assertThat(longer.mask()).isEqualTo(Tensor.of(new float[] {1, 1, 1}, 3));
        assertThat(longer.words()).containsExactly("a", "b", "rare");
        Value.Numbers shorter = padded(pad, List.of("b"));
        assertThat(shorter.tensor().values()).containsExactly(3, 0, 0);
        assertThat(shorter.mask()).isEqualTo(Tensor.of(new float[] {1, 0, 0}, 3));
        Value.Numbers empty = padded(pad, List.of());
        assertThat(empty.tensor().values()).containsExactly(1, 0, 0);
        assertThat(empty.mask()).isEqualTo(Tensor.of(new float[] {1, 0, 0}, 3));
        assertThat(empty.words()).containsExactly("<unk>");
    }

    private static Value.Numbers padded(Pad.Fitted pad, List<String> tokens) {
        return (Value.Numbers) pad.change(new Value.Words(tokens), new Content.Words(pad.vocabulary()));
    }

    @Test
    void scalesUseTheChosenValuesOnly() {
        Scale scale = Scales.fit(new double[] {1, 1000, 3}, new int[] {0, 2});
        assertThat(scale).isEqualTo(new Scale(2, 1));
        assertThat(scale.invert(scale.apply(17))).isEqualTo(17);
        assertThat(Scales.fit(new double[] {0.1, 0.1, 0.1}, new int[] {0, 1, 2}).deviation())
                .isEqualTo(1);
    }

    private static double share(int[] part, int[] labels, int label) {
        return IntStream.of(part).filter(i -> labels[i] == label).count();
    }
}
