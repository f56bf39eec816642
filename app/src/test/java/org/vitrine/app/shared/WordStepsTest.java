package org.vitrine.app.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vitrine.datasets.Tensor;

class WordStepsTest {
    /** A source of two words and its padding, then two of what is written of it, and padding. */
    private static final Tensor IDS = Tensor.of(new float[] {5, 6, 0, 0, 7, 8, 0}, 7);

    @Test
    void wordsBehindPaddingHaveTheValuesOfTheirSteps() {
        Tensor steps = Tensor.of(new float[] {1, 2, 3, 4, 5, 6, 7}, 7);
        assertThat(WordSteps.values(IDS, steps, 4)).containsExactly(1, 2, 5, 6);
    }

    @Test
    void stepsTellTheirWords() {
        assertThat(WordSteps.word(IDS, 1)).isEqualTo(1);
        assertThat(WordSteps.word(IDS, 2)).isEqualTo(-1);
        assertThat(WordSteps.word(IDS, 5)).isEqualTo(3);
    }
}
