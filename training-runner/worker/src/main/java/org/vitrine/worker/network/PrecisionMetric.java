package org.vitrine.worker.network;

import org.vitrine.datasets.Batch;
import org.vitrine.datasets.metrics.AveragePrecision;

/** Mean average precision of boxes that overlap the true ones by half. */
public final class PrecisionMetric implements WholeMetric {
    private static final double LEAST_OVERLAP = 0.5;

    private final DetectionObjective objective;
    private final AveragePrecision precision;

    public PrecisionMetric(DetectionObjective objective) {
        this.objective = objective;
        this.precision = new AveragePrecision(objective.classes(), LEAST_OVERLAP);
    }

    @Override
    public void take(double[] outputs, Batch batch) {
        for (int i = 0; i < batch.size(); i++) {
            precision.add(objective.decode(outputs, i), DetectionObjective.actual(batch, i));
        }
    }

    @Override
    public double value() {
        return precision.mean();
    }

    /** Average precision of each class; NaN for classes without a true box. */
    public double[] perClass() {
        return precision.perClass();
    }
}
