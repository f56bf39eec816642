package org.vitrine.worker.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StretchesTest {
    @Test
    void aStretchThatWasDisturbedDoesNotCount() {
        Stretches stretches = new Stretches(0.1);
        for (int i = 0; i < 50; i++) {
            stretches.add(i == 22 ? 5 : 0.01, 0.02);
        }
        assertThat(stretches.steps()).isEqualTo(50);
        assertThat(stretches.stepSeconds()).isEqualTo(0.01, within(1e-9));
        assertThat(stretches.stepProcessorSeconds()).isEqualTo(0.02, within(1e-9));
    }

    /** A median of single steps would not see a collection of garbage that comes with every fifth. */
    @Test
    void whatHappensEveryFewStepsCounts() {
        Stretches stretches = new Stretches(0.6);
        for (int i = 0; i < 100; i++) {
            stretches.add(i % 5 == 4 ? 0.1 : 0.05, 0);
        }
        assertThat(stretches.stepSeconds()).isEqualTo(0.06, within(1e-9));
    }

    @Test
    void fewLongStepsAreStretchesOfTheirOwn() {
        Stretches stretches = new Stretches(0.1);
        stretches.add(2, 3);
        stretches.add(4, 5);
        assertThat(stretches.stepSeconds()).isEqualTo(3);
        assertThat(stretches.stepProcessorSeconds()).isEqualTo(4);
    }

    @Test
    void stepsThatDoNotFillAStretchAreCountedAllTheSame() {
        Stretches stretches = new Stretches(10);
        stretches.add(0.5, 1);
        stretches.add(0.7, 1);
        assertThat(stretches.steps()).isEqualTo(2);
        assertThat(stretches.stepSeconds()).isEqualTo(0.6, within(1e-9));
    }
}
