package org.vitrine.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vitrine.runs.event.RunEvent;

class RunCurvesTest {
    private final RunCurves curves = new RunCurves();

    private void iteration(int number, double loss) {
        curves.add(new RunEvent.IterationDone(number, 1, loss, 0.5, 0.001, 1000, 3, 1, 1));
    }

    @Test
    void batchesMakeTrainingCurvesAndEpochsValidationCurves() {
        curves.add(new RunEvent.TrainingStarted(10, 100, 10, 5, 1, 1));
        iteration(1, 2);
        iteration(10, 1);
        curves.add(new RunEvent.EpochDone(1, 10, 1.5, 0.5, 1.2, 0.6, 3));
        assertThat(curves.trainLoss().size()).isEqualTo(2);
        assertThat(curves.trainLoss().epoch(1)).isEqualTo(1);
        assertThat(curves.validationLoss().value(0)).isEqualTo(1.2);
        assertThat(curves.validationMetric().iteration(0)).isEqualTo(10);
    }

    @Test
    void aRunThatGoesOnFromACheckpointReplacesWhatCameAfterIt() {
        curves.add(new RunEvent.TrainingStarted(10, 100, 10, 5, 1, 1));
        iteration(1, 2);
        iteration(2, 1.9);
        iteration(3, 1.8);
        curves.add(new RunEvent.TrainingStarted(10, 100, 10, 5, 2, 1));
        iteration(2, 1.7);
        assertThat(curves.trainLoss().size()).isEqualTo(2);
        assertThat(curves.trainLoss().value(1)).isEqualTo(1.7);
    }

    @Test
    void withoutValidationThereIsNoValidationCurve() {
        curves.add(new RunEvent.EpochDone(1, 10, 1.5, 0.5, Double.NaN, Double.NaN, 3));
        assertThat(curves.validationLoss().size()).isZero();
    }
}
