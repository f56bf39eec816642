package org.vitrine.datasets.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeighboursTest {

    @Test
    void eachExampleIsComparedWithAllOthers() {
        Neighbours neighbours = Neighbours.of(new double[] {0, 1, 10, 12, 11}, new int[] {0, 0, 1, 1, 0});
        assertThat(neighbours.nearest()).containsExactly(0, 0, 0, 0, 1);
        assertThat(neighbours.accuracy()).isEqualTo(0.4);
    }

    @Test
    void editsAreCounted() {
        assertThat(EditDistance.between(new int[] {1, 2, 3}, new int[] {1, 3})).isEqualTo(1);
        assertThat(EditDistance.between(new int[0], new int[] {4, 4})).isEqualTo(2);
        assertThat(EditDistance.between(new int[] {1, 2, 3}, new int[] {3, 2, 1}))
                .isEqualTo(2);
        assertThat(EditDistance.between(new int[] {5}, new int[] {5})).isZero();
    }
}
