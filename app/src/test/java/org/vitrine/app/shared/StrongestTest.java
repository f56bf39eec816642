package org.vitrine.app.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrongestTest {
    @Test
    void fewKeepTheirOrder() {
        assertThat(Strongest.of(3, index -> -index)).containsExactly(0, 1, 2);
    }

    @Test
    void ofManyTheGreatestComeFirst() {
        assertThat(Strongest.of(60, index -> index == 7 ? 100 : index))
                .hasSize(14)
                .startsWith(7, 59, 58)
                .endsWith(47);
    }
}
