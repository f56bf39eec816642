package org.vitrine.app.train.panels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vitrine.charts.curves.Series;
import org.vitrine.runs.watch.WatchRecord;

class WatchSeriesTest {
    private final WatchSeries series = new WatchSeries();

    private void load(int iteration) {
        series.add(new WatchRecord.Load(iteration, 0.001, 100, 0.5, 1, 1, 1, 0, 0.01));
    }

    @Test
    void pointsStandAtTheirEpochsAlsoWhenTheirLengthIsKnownLater() {
        load(1);
        load(30);
        series.countEpochs(10);
        load(35);
        Series processors = series.of(WatchSeries.OfProcess.PROCESSORS).get(0);
        assertThat(processors.size()).isEqualTo(3);
        assertThat(processors.epoch(0)).isEqualTo(0.1);
        assertThat(processors.epoch(1)).isEqualTo(3);
        assertThat(processors.epoch(2)).isEqualTo(3.5);
    }
}
