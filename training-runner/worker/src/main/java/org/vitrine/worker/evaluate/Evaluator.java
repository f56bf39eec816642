package org.vitrine.worker.evaluate;

import java.util.Optional;
import org.vitrine.datasets.Dataset;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.worker.network.Batches;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.Objective;
import org.vitrine.worker.network.Score;
import org.vitrine.worker.network.WholeMetric;

/** Collects a network's predictions on all test examples. */
public final class Evaluator {

    /** Loss, metric (accuracy, RMSE in raw units) and all predictions. */
    public record Result(double loss, double metric, TestEvaluation evaluation) {}

    private Evaluator() {}

    /** Predicts the test part of a data set. */
    public static Result evaluate(Network network, Dataset data) {
        Objective objective = network.objective();
        Optional<WholeMetric> whole = objective.wholeMetric();
        Findings findings = Findings.of(network, data);
        Score[] total = {Score.NONE};
        Batches.forEach(data.test(), batch -> {
            double[] outputs = network.outputs(batch);
            total[0] = total[0].plus(network.score(outputs, batch));
            whole.ifPresent(metric -> metric.take(outputs, batch));
            findings.take(outputs, batch);
        });
        double loss = total[0].meanLoss();
        double metric = whole.map(WholeMetric::value).orElseGet(() -> objective.metric(total[0]));
        return new Result(loss, metric, findings.evaluation(loss));
    }
}
