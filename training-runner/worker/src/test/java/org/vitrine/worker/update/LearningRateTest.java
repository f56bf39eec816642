package org.vitrine.worker.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.vitrine.graph.model.Schedule;

class LearningRateTest {

    private static LearningRate rate(Schedule schedule, double factor, int every, int warmup, long iterations) {
        return new LearningRate(0.1, schedule, factor, every, warmup, iterations);
    }

    @Test
    void constantStays() {
        LearningRate rate = rate(Schedule.CONSTANT, 0.5, 5, 0, 100);
        assertThat(rate.valueAt(0, 0)).isEqualTo(0.1);
        assertThat(rate.valueAt(99, 9)).isEqualTo(0.1);
    }

    @Test
    void stepsDropEverySoManyEpochs() {
        LearningRate rate = rate(Schedule.STEP, 0.5, 3, 0, 100);
        assertThat(rate.valueAt(10, 2)).isEqualTo(0.1);
        assertThat(rate.valueAt(11, 3)).isEqualTo(0.05);
        assertThat(rate.valueAt(12, 8)).isCloseTo(0.025, within(1e-15));
    }

    @Test
    void exponentialDecayReachesTheFactorAfterSoManyEpochs() {
        LearningRate rate = rate(Schedule.EXPONENTIAL, 0.25, 2, 0, 100);
        assertThat(rate.valueAt(0, 1)).isCloseTo(0.05, within(1e-15));
        assertThat(rate.valueAt(0, 2)).isCloseTo(0.025, within(1e-15));
    }

    @Test
    void theHalfCosineEndsWithTheLastIteration() {
        LearningRate rate = rate(Schedule.COSINE, 0.2, 1, 0, 101);
        assertThat(rate.valueAt(0, 0)).isCloseTo(0.1, within(1e-15));
        assertThat(rate.valueAt(50, 0)).isCloseTo(0.06, within(1e-15));
        assertThat(rate.valueAt(100, 0)).isCloseTo(0.02, within(1e-15));
        assertThat(rate.valueAt(500, 0)).isCloseTo(0.02, within(1e-15));
    }

    @Test
    void warmUpRisesLinearlyBeforeTheSchedule() {
        LearningRate rate = rate(Schedule.COSINE, 0, 1, 10, 111);
        assertThat(rate.valueAt(0, 0)).isCloseTo(0.01, within(1e-15));
        assertThat(rate.valueAt(8, 0)).isCloseTo(0.09, within(1e-15));
        assertThat(rate.valueAt(10, 0)).isCloseTo(0.1, within(1e-15));
        assertThat(rate.valueAt(60, 0)).isCloseTo(0.05, within(1e-15));
        assertThat(rate.valueAt(110, 0)).isCloseTo(0, within(1e-15));
    }
}
