package org.vitrine.worker.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettlingTest {
    @Test
    void stepsThatGetCheaperAreNotSettledAndThoseThatDoNotAre() {
        Settling settling = new Settling(0.5, 0.1);
        double cost = 0.08;
        while (cost > 0.01) {
            settling.add(cost);
            settling.add(cost);
            assertThat(settling.isSettled()).isFalse();
            cost *= 0.9;
        }
        int steps = 0;
        while (!settling.isSettled()) {
            settling.add(0.01);
            steps++;
        }
        assertThat(steps).isBetween(20, 60);
    }

    @Test
    void someTimeHasToPassInAnyCase() {
        Settling settling = new Settling(2, 0.1);
        for (int i = 0; i < 190; i++) {
            settling.add(0.01);
        }
        assertThat(settling.isSettled()).isFalse();
        for (int i = 0; i < 20; i++) {
            settling.add(0.01);
        }
        assertThat(settling.isSettled()).isTrue();
    }
}
