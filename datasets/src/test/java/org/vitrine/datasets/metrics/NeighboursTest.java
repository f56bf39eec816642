package org.vitrine.datasets.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NeighboursTest {

    @Test
    void eachExampleIsComparedWithAllOthers() {
        Neighbours neighbours = Neighbours.of(new double[] {0, 1, 10, 12, 11}, new int[] {0, 0, 1, 1, 0});
        assertThat(neighbours.nearest()).containsExactly(0, 0, 0, 0, 1);
        assertThat(neighbours.accuracy()).isEqualTo(0.4);
    }

    @Test
    void verificationIsTheShareOfFriendsNearerThanStrangers() {
        assertThat(Neighbours.of(new double[] {0, 1, 10, 11}, new int[] {0, 0, 1, 1})
                        .verification())
                .isEqualTo(1);
        // Friends at 1 and 1, strangers at 1, 2, 2 and 3: of eight comparisons six are won and two tied.
        assertThat(Neighbours.of(new double[] {0, 1, 2, 3}, new int[] {0, 0, 1, 1})
                        .verification())
                .isCloseTo(0.875, within(1e-9));
        assertThat(Neighbours.of(new double[] {0, 1}, new int[] {0, 1}).verification())
                .isNaN();
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
