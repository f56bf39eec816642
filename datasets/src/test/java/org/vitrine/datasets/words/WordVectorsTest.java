package org.vitrine.datasets.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Tensor;

class WordVectorsTest {
    /** Man and woman differ along the first axis, king and queen likewise, one step up. */
    private static final WordVectors WORDS = new WordVectors(
            List.of("man", "woman", "king", "queen", "stone"),
            new int[] {9, 8, 7, 6, 5},
            Tensor.of(new float[] {1, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 1, 0, 0, -1}, 5, 3));

    @TempDir
    Path folder;

    @Test
    void nearnessIsTheCosine() {
        assertThat(WORDS.similarity("man", "king")).isCloseTo(Math.sqrt(0.5), within(1e-7));
        assertThat(WORDS.similarity("man", "woman")).isZero();
        assertThat(WORDS.nearest("king", 2)).extracting(WordVectors.Near::word).containsExactly("man", "queen");
    }

    @Test
    void manIsToKingAsWomanIsToQueen() {
        assertThat(WORDS.analogy("man", "king", "woman", 1).get(0).word()).isEqualTo("queen");
        assertThat(WORDS.analogy("man", "man", "woman", 9))
                .extracting(WordVectors.Near::word)
                .doesNotContain("man", "woman");
    }

    @Test
    void unknownWordsAreRefused() {
        assertThatThrownBy(() -> WORDS.nearest("castle", 3))
                .hasMessageContaining("\"castle\" is not among the 5 words");
        assertThat(WORDS.contains("castle")).isFalse();
    }

    @Test
    void filesBringThemBack() throws Exception {
        assertThat(WordVectors.isIn(folder)).isFalse();
        WORDS.write(folder);
        WordVectors back = WordVectors.read(folder);
        assertThat(back.words()).isEqualTo(WORDS.words());
        assertThat(back.count("queen")).isEqualTo(6);
        assertThat(back.vector("queen")).containsExactly(0, 1, 1);
        Files.writeString(folder.resolve("vocabulary.tsv"), "man\t1\nwoman\n");
        assertThatThrownBy(() -> WordVectors.read(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("line 2");
        Files.writeString(folder.resolve("vocabulary.tsv"), "man\t1\n");
        assertThatThrownBy(() -> WordVectors.read(folder)).hasMessageContaining("1 words, but vectors");
    }

    @Test
    void textsAreCutIntoSentencesOfWords() {
        assertThat(Sentences.of("\"My dear Mr. Bennet,\" said his lady. \"Yes!\" He didn't; it's 5.5 miles"))
                .containsExactly(
                        List.of("my", "dear", "mr", "bennet", "said", "his", "lady"),
                        List.of("he", "didn't"),
                        List.of("it's", "5", "5", "miles"));
    }
}
