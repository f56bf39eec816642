package org.vitrine.runs.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.graph.cost.GraphCost;
import org.vitrine.graph.cost.LayerCost;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.shape.Flat;
import org.vitrine.runs.event.RunEvent.Calibrated;
import org.vitrine.runs.forecast.Forecast.DataSize;

class ForecastTest {
    private static Calibrated calibrated(double stepSeconds, double validation, double saving) {
        return new Calibrated(
                77, 950, 100, 10, 2, 1.5, 40, stepSeconds, 2 * stepSeconds, validation, saving, 1, 1L << 28, List.of());
    }

    @Test
    void anEpochIsItsStepsItsValidationAndItsCheckpoints() {
        Forecast forecast = Forecast.measured(calibrated(0.2, 0.4, 0.1), 3);
        assertThat(forecast.measured()).isTrue();
        assertThat(forecast.parameters()).isEqualTo(77);
        assertThat(forecast.iterationsPerEpoch()).isEqualTo(10);
        assertThat(forecast.epochSeconds()).isEqualTo(9.5 * 0.2 + 0.4 + 2 * 0.1, within(1e-9));
        assertThat(forecast.runSeconds()).isEqualTo(1.5 + 3 * forecast.epochSeconds(), within(1e-9));
        assertThat(forecast.peakBytes()).isEqualTo(1L << 28);
    }

    @Test
    void shortEpochsShareTheirCheckpoints() {
        assertThat(Forecast.measured(calibrated(0.01, 0, 0.1), 1).epochSeconds())
                .isEqualTo(0.095 + 0.095 * 0.1, within(1e-9));
    }

    @Test
    void anEstimateGrowsWithTheGraphAndTheDataAndSaysThatItIsNone() {
        TrainingSettings settings = TrainingSettings.DEFAULT;
        DataSize data = new DataSize(1000, 100, 100, 784);
        Forecast small = Forecast.estimated(cost(1_000_000, 50_000), data, settings, 2);
        Forecast large = Forecast.estimated(cost(100_000_000, 500_000), data, settings, 2);
        Forecast more = Forecast.estimated(cost(1_000_000, 50_000), new DataSize(10_000, 100, 100, 784), settings, 2);
        assertThat(small.measured()).isFalse();
        assertThat(small.iterationsPerEpoch()).isEqualTo(16);
        assertThat(small.parameters()).isEqualTo(1234);
        assertThat(small.runSeconds()).isGreaterThan(settings.epochs() * small.epochSeconds());
        assertThat(large.epochSeconds()).isGreaterThan(5 * small.epochSeconds());
        assertThat(large.peakBytes()).isGreaterThan(small.peakBytes());
        assertThat(more.epochSeconds()).isGreaterThan(5 * small.epochSeconds());
    }

    private static GraphCost cost(long multiplyAdds, long bytes) {
        return new GraphCost(List.of(
                new LayerCost(new NodeId("a"), "Dense", new Flat(10), 1234, multiplyAdds, bytes, Optional.empty())));
    }
}
