package org.vitrine.app.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.words.WordVectors;

class WordsViewModelTest {
    /** Man and woman differ along the first axis, king and queen likewise, one step up. */
    private static final WordVectors WORDS = new WordVectors(
            List.of("man", "woman", "king", "queen", "stone", "kingdom"),
            new int[] {9, 8, 7, 6, 5, 4},
            Tensor.of(new float[] {1, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 1, 0, 0, -1, 1, 0, 2}, 6, 3));

    private final WordsViewModel model = new WordsViewModel();

    @BeforeEach
    void showWords() {
        model.show(Optional.of(WORDS));
    }

    @Test
    void theFirstWordIsTheMostFrequentOneThatTellsSomething() {
        assertThat(model.word().get()).isEqualTo("woman");
    }

    @Test
    void aWordHasItsNearestAndTheirMap() {
        model.search(" King ");
        assertThat(model.word().get()).isEqualTo("king");
        assertThat(model.nearest()).hasSize(5);
        assertThat(model.nearest().get(0).word()).isEqualTo("kingdom");
        assertThat(model.map().get().words()).startsWith("king", "kingdom").hasSize(6);
        assertThat(model.trouble().get()).isEmpty();
    }

    @Test
    void anUnknownWordLeavesTheLastOneThere() {
        model.search("queen");
        model.search("castle");
        assertThat(model.word().get()).isEqualTo("queen");
        assertThat(model.trouble().get()).contains("castle").contains("6 words");
        model.search("queen");
        assertThat(model.trouble().get()).isEmpty();
    }

    @Test
    void completionsBeginAsTheText() {
        assertThat(model.completions("Ki")).containsExactly("king", "kingdom");
        assertThat(model.completions("")).isEmpty();
        assertThat(model.completions("x")).isEmpty();
    }

    @Test
    void manIsToKingAsWomanIsToQueen() {
        model.ask("man", "king", "");
        assertThat(model.answers()).isEmpty();
        model.ask("man", "king", "woman");
        assertThat(model.answers().get(0).word()).isEqualTo("queen");
        model.ask("man", "king", "castle");
        assertThat(model.answers()).isEmpty();
        assertThat(model.analogyTrouble().get()).contains("castle");
    }

    @Test
    void withoutVectorsThereIsNothing() {
        model.show(Optional.empty());
        model.search("king");
        assertThat(model.word().get()).isEmpty();
        assertThat(model.nearest()).isEmpty();
        assertThat(model.map().get()).isSameAs(PlaneMap.EMPTY);
    }

    @Test
    void theMapKeepsTheDistancesOfVectorsOnAPlane() {
        WordVectors flat = new WordVectors(
                List.of("a", "b", "c", "d"),
                new int[] {1, 1, 1, 1},
                Tensor.of(new float[] {2, 0, 0, 0, 3, 0, -1, 0, 0, 0, 0.6f, 0}, 4, 3));
        PlaneMap map = PlaneMap.of(flat, flat.words());
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                // Between vectors of length 1 the squared distance is 2 - 2 cos.
                double expected = Math.sqrt(Math.max(
                        0,
                        2
                                - 2
                                        * flat.similarity(
                                                flat.words().get(i),
                                                flat.words().get(j))));
                assertThat(Math.hypot(map.x()[i] - map.x()[j], map.y()[i] - map.y()[j]))
                        .isCloseTo(expected, within(1e-5));
            }
        }
    }

    @Test
    void wordsAtOnePlaceLieInTheMiddle() {
        WordVectors same =
                new WordVectors(List.of("a", "b"), new int[] {1, 1}, Tensor.of(new float[] {1, 0, 1, 0}, 2, 2));
        PlaneMap map = PlaneMap.of(same, same.words());
        assertThat(map.x()).containsExactly(0, 0);
        assertThat(map.y()).containsExactly(0, 0);
    }
}
